"""Pictures that others made: what their bytes say they are, SVG written anew from an allow-list, and pixels."""
