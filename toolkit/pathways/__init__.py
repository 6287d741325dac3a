"""Pathways: what to do at a moment that matters, as steps with choices."""
