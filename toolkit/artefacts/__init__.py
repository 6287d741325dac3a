"""What is expensive to make, kept by the hash of what it is made from."""
