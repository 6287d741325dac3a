"""The first stage: one plain tree of pages, styles, scripts, pictures and documents, laid out for the site engine."""
