"""The third stage: every rendered page completed and checked, the pages of resources, the search, My list."""
