"""What the scripts call: arguments in, exit codes out."""
