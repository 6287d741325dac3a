"""An SVG rewritten from an allow-list: it can be seen, and can do nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from toolkit.pictures.svg_allowed import CAN_RUN, ELEMENTS, REFUSED, SVG, UNSEEN, WITH_TEXT, XHTML
from toolkit.pictures.svg_attributes import clean_attributes
from toolkit.pictures.svg_css import Forbidden, clean_sheet
from toolkit.pictures.svg_size import is_too_large
from toolkit.pictures.svg_text import UnreadableSvg, read_svg_text

PLAIN_ADVICE = "Save it as plain SVG, or as PNG"
MOST_MISTAKES = 5
XML_PLACE = re.compile(r", line \d+, column \d+.*")  # said by the parser in its sentence too
NAMESPACES: Any = {None: SVG}  # lxml's stubs know no namespace without a prefix


@dataclass(frozen=True, order=True)
class SvgMistake:
    """Why an SVG is refused, with what to do; `line` counts from 1, 0 where the whole file is meant."""

    line: int
    message: str


@dataclass
class _Writing:
    """The mistakes found while a picture is rewritten; `space` is the namespace of its elements."""

    space: str
    mistakes: list[SvgMistake] = field(default_factory=list)

    def refuse(self, element: Any, what: str) -> None:
        self.mistakes.append(SvgMistake(element.sourceline or 0, f"{what}. {PLAIN_ADVICE}"))


def rewrite_svg(content: bytes) -> tuple[bytes, list[SvgMistake]]:
    """The picture rewritten, the same bytes each time; with mistakes it is not to be used."""
    try:
        text = read_svg_text(content)
    except UnreadableSvg as error:
        return b"", [SvgMistake(0, str(error))]
    try:
        root = _parse(text)
    except etree.XMLSyntaxError as error:
        message = f"is not sound XML ({XML_PLACE.sub('', str(error.msg))}). {PLAIN_ADVICE}"
        return b"", [SvgMistake(error.lineno or 0, message)]
    if root.getroottree().docinfo.doctype:
        return b"", [SvgMistake(1, f"has a document type that cannot be read. {PLAIN_ADVICE}")]
    return _rewrite(root)


def _rewrite(root: Any) -> tuple[bytes, list[SvgMistake]]:
    space, name = _split(root)
    if name != "svg" or space not in ("", SVG):
        message = f"is not an SVG picture: its first element is '{name[:30]}'. Save it as SVG or PNG"
        return b"", [SvgMistake(root.sourceline or 0, message)]
    writing = _Writing(space)
    result = etree.Element(f"{{{SVG}}}svg", nsmap=NAMESPACES)
    _fill(root, result, writing)
    if not writing.mistakes and is_too_large(result):
        writing.mistakes.append(
            SvgMistake(0, f"repeats parts of itself without end, or too often to draw. {PLAIN_ADVICE}")
        )
    return bytes(etree.tostring(result, encoding="utf-8")) + b"\n", sorted(set(writing.mistakes))[:MOST_MISTAKES]


def _parse(text: str) -> Any:
    """The tree, without comments and instructions. No entity is put in, no document type and no network is read."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    return etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)


def _split(element: Any) -> tuple[str, str]:
    name = etree.QName(element)
    return name.namespace or "", name.localname


def _fill(source: Any, target: Any, writing: _Writing) -> None:
    """Gives the new element the attributes, texts and children of the old one that are allowed."""
    name = etree.QName(target).localname
    attributes, faults = clean_attributes(source, name)
    for fault in faults:
        writing.refuse(source, fault)
    for key, value in attributes.items():
        target.set(key, value)
    if name == "style":
        _fill_style(source, target, writing)
        return
    has_text = name in WITH_TEXT
    target.text = source.text if has_text else None
    for child in source:
        last = _copy(child, target, writing)
        if has_text and child.tail:
            if last is None:
                _append_text(target, child.tail)
            else:
                last.tail = child.tail


def _append_text(target: Any, text: str) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _copy(child: Any, target: Any, writing: _Writing) -> Any:
    """The new child; None where it is left out."""
    if not isinstance(child.tag, str):  # an entity that nobody declared
        writing.refuse(child, f"holds the entity '{child.text}', which it does not declare")
        return None
    space, name = _split(child)
    if space == XHTML:
        writing.refuse(child, f"holds '{name[:30]}' of a web page, which {CAN_RUN}")
        return None
    # Editors' notes are in namespaces of their own; no browser shows what asks for an extension.
    if space != writing.space or name in UNSEEN or child.get("requiredExtensions") is not None:
        return None
    if name == "a":
        name = "tspan" if etree.QName(target).localname in WITH_TEXT else "g"
    if name not in ELEMENTS:
        reason = REFUSED.get(name, "is not a part of pictures that we know")
        writing.refuse(child, f"holds '{name[:30]}', which {reason}")
        return None
    new = etree.SubElement(target, f"{{{SVG}}}{name}")
    _fill(child, new, writing)
    return new


def _fill_style(source: Any, target: Any, writing: _Writing) -> None:
    try:
        target.text = clean_sheet("".join(source.itertext()))
    except Forbidden as error:
        advice = ". Turn words into outlines" if str(error) == "@font-face" else ""
        writing.refuse(source, f"has a style with '{error}', which could load something{advice}")
