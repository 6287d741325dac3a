"""Files as editors write them: text and YAML with lines, and the problems found in them."""
