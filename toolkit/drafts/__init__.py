"""ToolkitDraft chapters of a toolkit that somebody has as a Word file."""
