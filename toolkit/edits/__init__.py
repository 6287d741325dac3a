"""Changes of single values in YAML files: every other byte of the file stays as it was."""
