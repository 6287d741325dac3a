"""Branded copies: one folder for each partnership says what differs from upstream, and nothing else does."""
