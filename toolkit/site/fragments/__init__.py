"""What a placeholder becomes: a component's template rendered with its view, once for all copies where it can be."""
