"""Rows that Word itself offers to repeat, with a plus beside each: people write as many as they have."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from toolkit.documents.layout import Layout
from toolkit.forms.keys import split

WORD_15 = "http://schemas.microsoft.com/office/word/2012/wordml"
LEAST_ROWS = 3  # of a row that may be answered several times
nsmap.setdefault("w15", WORD_15)


def is_repeatable(layout: Layout, key: str) -> bool:
    """Whether people may copy the place of an answer. Such a control is not bound: Word would write into all copies."""
    name = split(key)
    section = next((section for section in layout.form.sections if name and section.id == name.ids[0]), None)
    return bool(section and (section.repeat or (section.row_repeat and name and len(name.ids) == 3)))


def offer_repeats(rows: Sequence[tuple[Any, str]], noun: str) -> None:
    """Wraps rows of a table as sections that Word offers to repeat.

    `rows`: (w:tr, the name of what repeats with it; empty where nothing does). Rows of one name stand together.
    """
    for name, group in groupby(rows, key=lambda row: row[1]):
        lines = [line for line, _ in group]
        if not name:
            continue
        place = lines[0].getprevious()
        table = lines[0].getparent()
        items = [_section(f"{name} {number}", "repeatingSectionItem", [line]) for number, line in enumerate(lines)]
        section = _section(name, "repeatingSection", items, noun)
        if place is None:
            table.insert(0, section)
        else:
            place.addnext(section)


def _section(name: str, kind: str, content: Iterable[Any], noun: str = "") -> Any:
    control, properties, inside = (OxmlElement(f"w:{tag}") for tag in ("sdt", "sdtPr", "sdtContent"))
    if noun:
        properties.append(_valued("w:alias", noun[:64]))
    properties.append(_valued("w:id", str(zlib.crc32(f"{kind} {name}".encode()) >> 1 or 1)))
    properties.append(OxmlElement(f"w15:{kind}"))
    for element in content:
        inside.append(element)
    control.append(properties)
    control.append(inside)
    return control


def _valued(tag: str, value: str) -> Any:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element
