"""The site's search entries, and the files of the index."""
