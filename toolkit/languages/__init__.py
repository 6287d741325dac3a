"""What the interface says in each language, and how that language writes numbers, days and plurals."""
