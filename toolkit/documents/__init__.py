"""PDF and Word files of forms. `layout` lays a form out; `paper` has the typesetter draw it, `word` writes it for Word.

What a site puts into a file that was made once for all copies is in `imprint`, `pdf_imprint` and `word_imprint`.
"""
