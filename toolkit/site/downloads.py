"""The documents that readers download, made from the forms; what has not changed is taken from a cache."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.artefacts.artefact import Artefact, fingerprint
from toolkit.artefacts.store import Store
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import Layout, lay_out
from toolkit.documents.paper import paper
from toolkit.documents.pdf import complete_pdf, draft_fillable_pdf, draft_print_pdf
from toolkit.documents.phrase_card import make_phrase_card
from toolkit.documents.typeset import UnshownSign
from toolkit.documents.word import draft_word
from toolkit.documents.word_imprint import complete_word
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.site.imprint import imprint_of
from toolkit.sources.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from toolkit.site.model import Site


@dataclass(frozen=True)
class Face:
    """How one of a form's files is made: a draft that all copies share, and the draft completed for one site."""

    draft: Callable[..., bytes]  # of layout, around and linked
    complete: Callable[[bytes, Layout, Imprint], bytes]


MADE_WITH = ("typst", "pikepdf", "python-docx", "fonttools", "font-source-sans-pro", "markdown-it-py")
CODE = Path(__file__).resolve().parents[1]
PRINT, WORD = Face(draft_print_pdf, complete_pdf), Face(draft_word, complete_word)
FILLABLE = {".pdf": Face(draft_fillable_pdf, complete_pdf), "-print.pdf": PRINT, ".docx": WORD}
PRINTABLE = {".pdf": PRINT, ".docx": WORD}
EXAMPLE = "-example.pdf"
CARD = {".pdf": PRINT}
DRAFTS_KEPT = 40  # of one file of one form: copies with other contacts or words have other drafts


def endings(form: Form) -> Mapping[str, Face]:
    """What a form can be had as: the end of each file's name, and what makes it."""
    return FILLABLE if form.is_fillable else PRINTABLE


def downloads(site: Site) -> dict[str, bytes]:
    """Every download of a site by its path below the site's root."""
    made: dict[str, bytes] = {}
    own = _Workshop(site)
    original = _Workshop(site.original) if site.original else own
    for form in site.library.offered_forms:
        workshop = own if site.library.is_translated("Form", form.id) else original
        for name, content in workshop.files(workshop.around.library.forms[form.id]):
            made[f"downloads/{name}"] = content
        for stem, _ in papers(form) if form.is_fillable else ():
            made[f"assets/word/{stem}.js"] = _as_script(stem, made[f"downloads/{stem}.docx"])
        workshop = own if form.id in site.library.form_examples else original
        for name, content in workshop.examples(workshop.around.library.forms[form.id]):
            made[f"downloads/{name}"] = content
    return made | dict(_cards(site, own, original))


def _cards(site: Site, own: _Workshop, original: _Workshop) -> Iterator[tuple[str, bytes]]:
    """A card to print for each of the words to say."""
    for id in site.library.phrases:
        workshop = own if site.library.is_translated("Phrase", id) else original
        library = workshop.around.library
        for name, content in workshop.card(make_phrase_card(library.phrases[id], library.language)):
            yield f"downloads/{name}", content


class _Workshop:
    """Makes the files of a site's forms, from drafts that all sites share."""

    def __init__(self, site: Site) -> None:
        self.around, self.imprint = Around(site.library, site.page_at), imprint_of(site)
        self.linked = bool(self.imprint.address)
        self.drafts = Store(site.root / ".build" / "drafts", DRAFTS_KEPT)
        self.completed = Store(site.root / ".build" / site.slug / "downloads", 1)

    def files(self, form: Form) -> Iterator[tuple[str, bytes]]:
        """(name, content) of each file of a form."""
        for stem, part in papers(form):
            yield from self._made(lay_out(form, part), stem, endings(form))

    def examples(self, form: Form) -> Iterator[tuple[str, bytes]]:
        """(name, content) of the filled-in example of a form, if there is one."""
        answers = self.around.library.form_examples.get(form.id)
        for stem, part in papers(form) if answers else ():
            yield from self._made(lay_out(form, part, answers), stem, {EXAMPLE: PRINT})

    def card(self, form: Form) -> Iterator[tuple[str, bytes]]:
        """(name, content) of the file of a card that no form describes."""
        yield from self._made(lay_out(form), form.id, CARD)

    def _made(self, layout: Layout, stem: str, formats: Mapping[str, Face]) -> Iterator[tuple[str, bytes]]:
        inputs = _inputs(layout, self.around, linked=self.linked)
        for ending, face in formats.items():
            name = f"{stem}{ending}"
            draft = partial(face.draft, layout, self.around, linked=self.linked)
            drafted = Artefact.of(name, *inputs)
            complete = partial(self._complete, face, drafted, draft, layout)
            try:
                yield name, self.completed.get(Artefact.of(name, drafted.key, self.imprint), complete)
            except UnshownSign as sign:
                where = "which stands in it, or in a contact or resource that it names"
                message = f"its files cannot show '{sign}', {where}. Write it in words"
                raise ProblemsFound([Problem(f"forms/{layout.form.id}.yml", 0, message)]) from sign

    def _complete(self, face: Face, drafted: Artefact, draft: Callable[[], bytes], layout: Layout) -> bytes:
        return face.complete(self.drafts.get(drafted, draft), layout, self.imprint)


def _as_script(stem: str, word: bytes) -> bytes:
    """The Word file for the form's page, which may stand on a stick where nothing but scripts can be fetched."""
    return f"toolkit.deliver({json.dumps(f'word-{stem}')}, {json.dumps(b64encode(word).decode())});\n".encode()


def size_words(content: bytes | int) -> str:
    """A file's size as people say it: 48 kB."""
    size = content if isinstance(content, int) else len(content)
    return f"{max(1, round(size / 1000))} kB" if size < 950_000 else f"{size / 1_000_000:.1f} MB"


def _inputs(layout: Layout, around: Around, *, linked: bool) -> tuple[object, ...]:
    """All that a draft of a form is made from."""
    content = json.dumps(paper(layout, around, linked=linked), sort_keys=True)
    words = {key: text for key, text in around.language.words.items() if key.startswith(("document.", "form."))}
    return layout.form.model_dump_json(), content, words, _code()


@cache
def _code() -> str:
    """The hash of the code that makes documents, and of the versions of what it makes them with."""
    sources = [*sorted((CODE / "documents").glob("*.*")), *sorted((CODE / "forms").rglob("*.py"))]
    return fingerprint([path for path in sources if path.is_file()], {name: version(name) for name in MADE_WITH})
