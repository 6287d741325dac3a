"""Pictures that others made: what their bytes say they are, SVG rewritten from an allow-list, and pixels."""
