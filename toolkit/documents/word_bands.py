"""Bands of a Word table: a row's prompt, with what is asked once for it, over the lines of its entries.

Without them a table with many columns, or with long descriptions of its ratings, would be too narrow to write in.
toolkit/answers/bands.py reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from toolkit.documents.controls import is_box
from toolkit.documents.layout import Field
from toolkit.forms.definition import Section
from toolkit.forms.kinds import kind_of

MOST_BESIDE = 8  # beside one another
LEFT_SHARE = 0.5  # of the width: the prompt with its outcomes


class Band(NamedTuple):
    """What the right of a band holds: what each rating means, in words, and the fields that are asked once."""

    levels: Sequence[tuple[str, str]]
    fields: Sequence[Field]


def is_banded(section: Section) -> bool:
    """Whether the rows of a section's table are bands."""
    if not section.rows or not section.row_repeat:
        return False
    once = [column for column in section.columns if column.once]
    is_described = any(row.levels for row in section.rows)
    is_long = any(kind_of(column.kind).has_lines for column in once)
    return bool(once) and (is_described or is_long or len(section.columns) > MOST_BESIDE)


def write_band(row: Any, band: Band, control: Callable[[Field], Any]) -> Any:
    """Makes two wide cells of a table's new row and writes into the right one; gives the left one."""
    cells = list(row.cells)
    first_span = max(1, round(len(cells) * LEFT_SHARE))
    spans = (first_span, len(cells) - first_span)
    for cell in cells[2:]:
        row._tr.remove(cell._tc)
    for cell, span in zip(cells[:2], spans, strict=True):
        cell._tc.grid_span = span
    right = cells[1]
    write_levels(right, band.levels)
    for field in band.fields:
        _write_field(right, field, control)
    return cells[0]


def write_levels(cell: Any, levels: Sequence[tuple[str, str]]) -> None:
    """Adds what each rating means: (words of the rating, what it means)."""
    for words, means in levels:
        paragraph = _paragraph(cell, "Help")
        paragraph.add_run(f"{words}: ").bold = True
        paragraph.add_run(means)


def set_widths(line: Any, widths: Sequence[int]) -> None:
    """Gives the two cells of a band (a w:tr) the widths of the columns that they span, in twentieths of a point."""
    first = line.tc_lst[0].grid_span
    for cell, width in zip(line.tc_lst, (sum(widths[:first]), sum(widths[first:])), strict=True):
        properties = cell.get_or_add_tcPr()
        for element in properties.findall(qn("w:tcW")):
            properties.remove(element)
        element = OxmlElement("w:tcW")
        element.set(qn("w:w"), str(width))
        element.set(qn("w:type"), "dxa")
        properties.insert(0, element)


def _write_field(cell: Any, field: Field, control: Callable[[Field], Any]) -> None:
    paragraph = _paragraph(cell, "Question")
    if is_box(field):
        paragraph._p.append(control(field))
        paragraph.add_run(f"  {field.label}")
        return
    paragraph.add_run(field.label)
    _paragraph(cell, None)._p.append(control(field))


def _paragraph(cell: Any, style: str | None) -> Any:
    """A new paragraph of a cell; the first is the one that every cell begins with."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) == 1 and not len(first._p):
        if style:
            first.style = style
        return first
    return cell.add_paragraph(style=style)
