"""Documents made from forms: one format, one module."""
