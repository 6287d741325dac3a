"""Pages as authors write them: front matter, text, and the macros that the text calls."""
