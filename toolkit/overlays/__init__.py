"""Layers over data and pages, of which a branded copy, a nation and a language are examples."""
