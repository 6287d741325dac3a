"""The documents that readers download, made from the forms; what has not changed is taken from a cache."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.answers.page_definition import browser_definition
from toolkit.artefacts.artefact import Artefact, fingerprint
from toolkit.artefacts.kept_files import KeptFiles, pack, unpack
from toolkit.artefacts.store import Store
from toolkit.documents.around import Around
from toolkit.documents.browser_font import browser_font_script
from toolkit.documents.layout import Layout, lay_out
from toolkit.documents.paper import paper
from toolkit.documents.phrase_card import make_phrase_card
from toolkit.documents.typeset import UnshownSign
from toolkit.forms.carry import targets
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.site.compose.around_pages import hash_around_pages
from toolkit.site.compose.formats import FORMATS, Format, Use, Writing, formats_for, formats_of
from toolkit.site.compose.imprint import imprint_of
from toolkit.sources.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from toolkit.site.model import Site


TOOLKIT_CODE = Path(__file__).resolve().parents[2]
WHOLE_SETS_KEPT = 3  # of all documents of a site
DRAFTS_KEPT = 40  # of one file of one form: copies with other contacts or words have other drafts


def downloads(site: Site) -> dict[str, bytes]:
    """Every download of a site by its path below the site's root; nothing is made if all of them are there."""
    packages = {name for format in FORMATS if format.writing for name in format.writing.made_with}
    key = Artefact.of("documents", hash_around_pages(site), _code(tuple(sorted(packages)))).key
    folder = KeptFiles(site.root / ".build" / site.slug / "documents", WHOLE_SETS_KEPT)
    content = folder.find(key)
    if content is not None:
        return unpack(content)
    files = _make_downloads(site)
    folder.keep(key, pack(files))
    folder.remove_oldest()
    return files


def _make_downloads(site: Site) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    workshop_here = _Workshop(site)
    original = _Workshop(site.original) if site.original else workshop_here
    for form in site.library.offered_forms:
        workshop = workshop_here if site.library.is_translated("Form", form.id) else original
        for name, content in workshop.files(workshop.around.library.forms[form.id]):
            files[f"downloads/{name}"] = content
        files |= dict(_scripts(form, files))
        workshop = workshop_here if form.id in site.library.form_examples else original
        for name, content in workshop.examples(workshop.around.library.forms[form.id]):
            files[f"downloads/{name}"] = content
    files |= dict(_definitions(site))
    if site.library.offered_forms:
        files["assets/pdf-font.js"] = browser_font_script()
    return files | dict(_cards(site, workshop_here, original))


def _scripts(form: Form, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files that a form's page puts answers into, as scripts."""
    for format in formats_of(form) if form.is_fillable else ():
        name = format.writing.delivered_as if format.writing else ""
        for stem, _ in papers(form) if name else ():
            yield f"assets/{name}/{stem}.js", _as_script(f"{name}-{stem}", files[f"downloads/{stem}{format.ending}"])


def _definitions(site: Site) -> Iterator[tuple[str, bytes]]:
    """The forms from which others bring answers, as scripts by which their files are read on another form's page."""
    offered = {form.id: form for form in site.library.offered_forms}
    carries = (each for form in offered.values() for target in targets(form) for each in target.holder.carries_from)
    for id in sorted({each.form for each in carries} & set(offered)):
        text = json.dumps(browser_definition(offered[id]), ensure_ascii=True, separators=(",", ":"))
        yield f"assets/forms/{id}.js", f"toolkit.deliver({json.dumps(f'form-{id}')}, {text});\n".encode()


def _cards(site: Site, workshop_here: _Workshop, original: _Workshop) -> Iterator[tuple[str, bytes]]:
    """A card to print for each of the words to say."""
    for id in site.library.phrases:
        workshop = workshop_here if site.library.is_translated("Phrase", id) else original
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
            yield from self._make_files(lay_out(form, part, in_files=True), stem, formats_of(form))

    def examples(self, form: Form) -> Iterator[tuple[str, bytes]]:
        """(name, content) of the filled-in example of a form, if there is one."""
        answers = self.around.library.form_examples.get(form.id)
        for stem, part in papers(form) if answers else ():
            yield from self._make_files(lay_out(form, part, answers), stem, formats_for(Use.EXAMPLE))

    def card(self, form: Form) -> Iterator[tuple[str, bytes]]:
        """(name, content) of the file of a card that no form describes."""
        yield from self._make_files(lay_out(form), form.id, formats_for(Use.CARD))

    def _make_files(self, layout: Layout, stem: str, formats: Iterable[Format]) -> Iterator[tuple[str, bytes]]:
        inputs = _inputs(layout, self.around, has_links=self.linked)
        for format in formats:
            if format.writing is None:
                continue
            name = f"{stem}{format.ending}"
            draft = partial(format.writing.draft, layout, self.around, linked=self.linked)
            draft_artefact = Artefact.of(name, *inputs, _code(format.writing.made_with))
            complete = partial(self._complete, format.writing, draft_artefact, draft, layout)
            try:
                yield name, self.completed.get(Artefact.of(name, draft_artefact.key, self.imprint), complete)
            except UnshownSign as error:
                where = "which is in it, or in a contact or resource that it names"
                message = f"its files cannot show '{error}', {where}. Write it in words"
                raise ProblemsFound([Problem(f"forms/{layout.form.id}.yml", 0, message)]) from error

    def _complete(
        self, writing: Writing, draft_artefact: Artefact, draft: Callable[[], bytes], layout: Layout
    ) -> bytes:
        return writing.complete(self.drafts.get(draft_artefact, draft), layout, self.imprint)


def _as_script(name: str, content: bytes) -> bytes:
    """A file for the form's page, which may be opened from a stick, where nothing but scripts can be fetched."""
    return f"toolkit.deliver({json.dumps(name)}, {json.dumps(b64encode(content).decode())});\n".encode()


def size_words(content: bytes | int) -> str:
    """A file's size as people say it: 48 kB."""
    size = content if isinstance(content, int) else len(content)
    return f"{max(1, round(size / 1000))} kB" if size < 950_000 else f"{size / 1_000_000:.1f} MB"


def _inputs(layout: Layout, around: Around, *, has_links: bool) -> tuple[object, ...]:
    """All that a draft of a form is made from."""
    content = json.dumps(paper(layout, around, linked=has_links), sort_keys=True)
    words = {key: text for key, text in around.language.words.items() if key.startswith(("document.", "form."))}
    return layout.form.model_dump_json(), content, words


@cache
def _code(made_with: tuple[str, ...]) -> str:
    """The hash of the code that makes documents, and of the versions of the packages that it makes them with."""
    sources = [*sorted((TOOLKIT_CODE / "documents").glob("*.*")), *sorted((TOOLKIT_CODE / "forms").rglob("*.py"))]
    return fingerprint([path for path in sources if path.is_file()], {name: version(name) for name in made_with})
