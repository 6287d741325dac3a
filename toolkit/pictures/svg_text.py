"""The text of an SVG file in whatever encoding it is, without its document type, and with its entities put in."""

from __future__ import annotations

import codecs
import re
from xml.sax.saxutils import escape

from toolkit.pictures.svg_allowed import ILLUSTRATOR

SVG_ENCODINGS = {"utf-8", "utf-16", "ascii", "iso8859-1", "iso8859-15", "cp1252"}
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
XML_DECLARATION = re.compile(r"^\s*<\?xml\s[^>]*?\?>")
QUOTED = r"""(?:"[^"]*"|'[^']*')"""
# Each group is possessive (*+), so that no text of many comments or quotes takes long.
PROLOGUE = r"(?:\s|<\?.*?\?>|<!--.*?-->)*+"
OUTER, INNER = rf"""(?:[^\[>"']|{QUOTED})*+""", rf"""(?:<!--.*?-->|{QUOTED}|[^\]"'])*+"""
DOCUMENT_TYPE = re.compile(rf"^(?P<before>{PROLOGUE})<!DOCTYPE{OUTER}(?:\[(?P<inner>{INNER})\]\s*)?>", re.DOTALL)
ENTITY = re.compile(rf"<!ENTITY\s+([\w.-]+)\s+({QUOTED})\s*>")
ENTITY_REFERENCE = re.compile(r"&([A-Za-z_][\w.-]*);")
LONGEST_ENTITY = 300  # characters; the namespaces of Illustrator have fewer than 60
GROWTH = 1_000_000  # characters that entities may add


class UnreadableSvg(Exception):
    """Why the text of a picture cannot be read, with what to do."""


def read_svg_text(content: bytes) -> str:
    """The text without declaration and document type, its lines where they were; raises Unreadable."""
    text = _without_declaration(_decode(content))
    match = DOCUMENT_TYPE.match(text)
    if not match:
        return _with_entities(text, ILLUSTRATOR)
    entities = {name: value[1:-1] for name, value in ENTITY.findall(match["inner"] or "")}
    rest = match["before"] + "\n" * match[0][len(match["before"]) :].count("\n") + text[match.end() :]
    return _with_entities(rest, ILLUSTRATOR | {name: value for name, value in entities.items() if _is_plain(value)})


def _decode(content: bytes) -> str:
    try:
        return content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        message = f"is not in the encoding {error.encoding} from byte {error.start + 1} on. Save it again as UTF-8"
        raise UnreadableSvg(message) from None


def _encoding(content: bytes) -> str:
    """The encoding that the first bytes say, else the declaration, else UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in content[:4]:
        return "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    match = DECLARED.match(content)
    name = match[1].decode() if match else "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if codec not in SVG_ENCODINGS:
        raise UnreadableSvg(f"is in the encoding '{name}'. Save it again as UTF-8")
    return "utf-8" if codec == "utf-16" else codec  # bytes without a zero or a mark, whatever the declaration says


def _without_declaration(text: str) -> str:
    match = XML_DECLARATION.match(text)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def _is_plain(value: str) -> bool:
    """Whether an entity is a few characters of text: no markup, and nothing that is put in again."""
    return len(value) <= LONGEST_ENTITY and not re.search(r"[<&%]", value)


def _with_entities(text: str, entities: dict[str, str]) -> str:
    """The text with the entities put in; one that is not known stays, and the parser reports its line."""
    added = sum(len(entities.get(name, "")) for name in ENTITY_REFERENCE.findall(text))
    if added > GROWTH:
        raise UnreadableSvg("grows beyond measure when its entities are put in. Save it again as plain SVG")

    def value(match: re.Match[str]) -> str:
        return escape(entities[match[1]], {'"': "&quot;"}) if match[1] in entities else match[0]

    return ENTITY_REFERENCE.sub(value, text)
