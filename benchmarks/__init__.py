"""Measurements of the search and the finder, as ratios in one run; see README.md."""
