"""The documents that readers download, made from the forms; what has not changed is taken from a cache."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.documents.paper import Imprint, paper
from toolkit.documents.pdf import make_fillable_pdf, make_print_pdf
from toolkit.documents.word import make_word
from toolkit.forms.definition import Form
from toolkit.forms.sheet import Around, Layout, lay_out

if TYPE_CHECKING:
    from toolkit.site.model import Site

Maker = Callable[[Layout, Around, Imprint], bytes]
MADE_WITH = ("typst", "pikepdf", "python-docx", "fonttools", "font-source-sans-pro")
CODE = Path(__file__).resolve().parents[1]
FILLABLE: Mapping[str, Maker] = {".pdf": make_fillable_pdf, "-print.pdf": make_print_pdf, ".docx": make_word}
PRINTABLE: Mapping[str, Maker] = {".pdf": make_print_pdf, ".docx": make_word}


def endings(form: Form) -> Mapping[str, Maker]:
    """What a form can be had as: the end of each file's name, and what makes it."""
    return FILLABLE if form.is_fillable else PRINTABLE


def downloads(site: Site) -> dict[str, bytes]:
    """Every download of a site by its path below the site's root."""
    made: dict[str, bytes] = {}
    around, imprint = Around(site.library, site.page_at), imprint_of(site)
    folder = site.root / ".build" / site.slug / "downloads"
    for form in site.library.offered_forms:
        layout = lay_out(form)
        key = _fingerprint(layout, around, imprint)
        for ending, make in endings(form).items():
            kept = folder / f"{form.id}-{key}{ending}"
            if not kept.is_file():
                folder.mkdir(parents=True, exist_ok=True)
                for old in folder.glob(f"{form.id}-????????????????{ending}"):
                    old.unlink()
                kept.write_bytes(make(layout, around, imprint))
            made[f"downloads/{form.id}{ending}"] = kept.read_bytes()
        if form.is_fillable:
            made[f"assets/word/{form.id}.js"] = _as_script(form, made[f"downloads/{form.id}.docx"])
    return made


def imprint_of(site: Site) -> Imprint:
    """What documents say of the site. A copy's own colour for links is its colour for words on white paper too."""
    palette = site.copy.palette.light if site.copy else {}
    return Imprint(site.name, site.address, *([palette["link"]] if "link" in palette else []))


def _as_script(form: Form, word: bytes) -> bytes:
    """The Word file for the form's page, which may stand on a stick where nothing but scripts can be fetched."""
    return f"toolkit.deliver({json.dumps(f'word-{form.id}')}, {json.dumps(b64encode(word).decode())});\n".encode()


def size_words(content: bytes | int) -> str:
    """A file's size as people say it: 48 kB."""
    size = content if isinstance(content, int) else len(content)
    return f"{max(1, round(size / 1000))} kB" if size < 950_000 else f"{size / 1_000_000:.1f} MB"


def _fingerprint(layout: Layout, around: Around, imprint: Imprint) -> str:
    """16 signs that change whenever a document could."""
    content = json.dumps(paper(layout, around, imprint), sort_keys=True)
    given = f"{layout.form.model_dump_json()}{content}{_code()}"
    return hashlib.sha256(given.encode()).hexdigest()[:16]


@cache
def _code() -> str:
    sources = [*sorted((CODE / "documents").glob("*.*")), *sorted((CODE / "forms").glob("*.py"))]
    text = b"".join(source.read_bytes() for source in sources if source.is_file())
    return hashlib.sha256(text).hexdigest() + "".join(f" {name} {version(name)}" for name in MADE_WITH)
