"""The data files as checked registers: one model for each kind of entry, and one reader for all of them."""
