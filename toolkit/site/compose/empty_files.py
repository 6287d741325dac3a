"""What the empty Word files of a site's forms show, for documents that do not say which words are the form's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.answers.findings import EmptyFile, empty_file_of
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.documents.word import draft_word
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.site.read import read_site


def templates_of_forms(
    root: Path, macros: Mapping[str, Any], translation: Library | None = None
) -> Callable[[Form], tuple[EmptyFile, ...]]:
    """A function from a form to what its empty files show. The site is read when it is first asked.

    `translation` is the library in another language than English, for the files in that language.
    """

    @cache
    def around() -> Around:
        site = read_site(root, macros)
        return Around(translation or site.library, site.page_at)

    @cache
    def of(id: str) -> tuple[EmptyFile, ...]:
        form = around().library.forms[id]
        drafts = (draft_word(lay_out(form, part), around(), linked=False) for _, part in papers(form))
        documents = (read_word(draft).document for draft in drafts)
        return tuple(empty_file_of(document) for document in documents if document)

    return lambda form: of(form.id)
