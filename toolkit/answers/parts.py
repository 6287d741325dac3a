"""Archives of XML, as Word and OpenDocument files are: their parts as trees, whatever wrote them.

browser/lib/office-parts.mjs is its twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from toolkit.answers.archive import Archive, Entry
from toolkit.answers.unreadable import Reason, Unreadable

PARSER_SETTINGS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
DECLARATION = re.compile(r"^\s*<\?xml[^>]*?\?>")
ENCODING = re.compile(rb"^<\?xml[^>]*?encoding=[\"']([A-Za-z0-9._-]+)[\"']")
ENCODINGS = {"us-ascii": "cp1252", "iso-8859-1": "cp1252", "windows-1252": "cp1252"}  # as browsers take them
DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[\]]*>")
# Strict Open XML has names of its own for the same things.
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/": "http://schemas.openxmlformats.org/officeDocument/2006/",
}


class Parts:
    """The parts of an archive by name, each unpacked when it is asked for."""

    def __init__(self, content: bytes) -> None:
        self.archive = Archive(content)

    def find(self, name: str) -> Entry | None:
        """The part of a name, if there is one."""
        return next((entry for entry in self.archive.entries if entry.name == name), None)

    def matching(self, pattern: re.Pattern[str]) -> Iterator[Entry]:
        """The parts whose names match, in their order."""
        return (entry for entry in self.archive.entries if pattern.fullmatch(entry.name))

    def text(self, entry: Entry) -> str:
        """The text of a part, in the usual names; raises Unreadable."""
        text = decode(self.archive.unpack(entry))
        for strict, usual in STRICT.items():
            text = text.replace(strict, usual)
        return text

    def tree(self, entry: Entry) -> Any:
        """The outermost element of a part; raises Unreadable."""
        return parse(self.text(entry))

    def main(self) -> Entry | None:
        """The part that holds a Word file's text, as its relationships say it."""
        relations = self.find("_rels/.rels")
        for relation in self.tree(relations) if relations else ():
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return self.find(str(relation.get("Target", "")).lstrip("/"))
        return self.find("word/document.xml")


def parse(text: str) -> Any:
    """The outermost element of a text; raises Unreadable for one that is damaged or that could grow without end."""
    text = DOCTYPE.sub("", DECLARATION.sub("", text))
    if "<!DOCTYPE" in text:
        raise Unreadable(Reason.NOT_A_FORM)
    try:
        # Without huge_tree no element is more than DEEPEST_XML deep.
        return etree.fromstring(text.encode(), etree.XMLParser(encoding="utf-8", **PARSER_SETTINGS))
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(Reason.DAMAGED) from None


def decode(part: bytes) -> str:
    """The text of a part. It is decoded here, so that no encoding hides a document type."""
    if part[:2] == b"\xff\xfe" or (part[:2] == b"<\0" and part[3:4] == b"\0"):
        encoding = "utf-16-le"
    elif part[:2] == b"\xfe\xff" or part[:3] == b"\0<\0":
        encoding = "utf-16-be"
    else:
        declared = ENCODING.match(part)
        encoding = ENCODINGS.get(declared[1].decode().lower(), "utf-8") if declared else "utf-8"
    return part.decode(encoding, "replace").removeprefix("\ufeff")
