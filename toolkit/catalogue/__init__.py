"""All registers of a site with the questions that pages ask of them, and the facets of the finder."""
