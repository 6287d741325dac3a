"""The words that a built site shows in each of its files: pages, search, PDF, Word and data."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2

ADDRESSES = re.compile(r"[\w./-]*#[\w-]+|\b[\w-]+/(?:[\w-]+/)*")
SEEN = ("title", "alt", "aria-label", "content", "placeholder", "value", "label", "summary")
RUNS_ON = {"a", "span", "strong", "em", "b", "abbr", "bdi"}


class _Words(HTMLParser):
    """The text of a page and of the attributes that people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.hidden = tag if tag in ("style", "script") else ""
        shown = [value for key, value in attributes if key in SEEN and value and not _is_id(tag, key, dict(attributes))]
        self.parts += [f"\n{value}\n" for value in shown]
        self.parts.append("" if tag in RUNS_ON else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = ""

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.hidden else data)


def _is_id(tag: str, key: str, attributes: dict[str, str | None]) -> bool:
    """Whether a value is an id or an address, which is the same in every copy."""
    ticked = (tag == "input" and attributes.get("type") in ("checkbox", "radio")) or tag == "option"
    return (key == "value" and ticked) or (key == "content" and "://" in str(attributes.get("content")))


def words_of_files(site: Path) -> Iterator[tuple[str, str]]:
    """(file, its words) of every file of a built site that holds words for people."""
    for path in sorted(site.rglob("*")):
        read = READERS.get(path.suffix)
        if read and path.is_file():
            yield path.relative_to(site).as_posix(), re.sub(r"[ \t\xa0]+", " ", read(path))


def _of_html(path: Path) -> str:
    parser = _Words()
    parser.feed(path.read_text("utf-8"))
    return "".join(parser.parts)


def _of_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(str(path))
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return re.sub(r"\s+", " ", " ".join([*pages, *document.get_metadata_dict().values()]))


def _of_word(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        parts = (archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".json")))
        return "\n".join(re.sub(r"<[^>]+>", "", part.replace("</w:p>", "\n")) for part in parts)


def _of_data(path: Path) -> str:
    """Data and the index of the search, without the addresses in them."""
    return ADDRESSES.sub(" ", path.read_text("utf-8"))


READERS = {".html": _of_html, ".pdf": _of_pdf, ".docx": _of_word, ".json": _of_data, ".js": _of_data, ".svg": _of_html}
