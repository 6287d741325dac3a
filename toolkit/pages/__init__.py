"""Pages as authors write them: front matter, headings, macro calls, placeholders, translations, pages of a copy."""
