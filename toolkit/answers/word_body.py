"""The body of a Word file as paragraphs and tables, with its controls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from toolkit.answers.visible import Cell, Paragraph, Piece, Table
from toolkit.forms.keys import CHECKBOX, EMPTY_BOX, TICKED_BOX, split
from toolkit.forms.kinds.tick import TRUE, YES

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
P, TBL, TR, TC, SDT = (f"{WORD}{name}" for name in ("p", "tbl", "tr", "tc", "sdt"))
# What was deleted or moved away while changes were tracked, and what is no text.
NO_TEXT = {
    f"{WORD}{name}" for name in ("del", "moveFrom", "sdtPr", "pPr", "rPr", "tblPr", "tcPr", "instrText", "delText")
}
SKIPPED = NO_TEXT | {FALLBACK}
BINDING = re.compile(r"@form='([^']+)'\]\[@version='(\d{1,3})'\]/t:a\[@key='([^']+)'\]")
BREAKS = {f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}


class OurControls:
    """Reads controls; keeps the form and version that their bindings say."""

    def __init__(self, is_prompt: Callable[[str], object]) -> None:
        self.is_prompt = is_prompt
        self.form, self.version = "", 1
        self.is_shown = False  # whether LibreOffice has shown and saved them

    def read_control(self, control: Any) -> Piece:
        """A control as a piece. LibreOffice 7.4 takes its name away when it saves, and leaves the binding."""
        properties = control.find(f"{WORD}sdtPr")
        if properties is None:
            return Piece(_words(control))
        name, bound = _value(properties, "tag", "val"), BINDING.search(_value(properties, "dataBinding", "xpath"))
        if bound:
            self.form, self.version = bound[1], int(bound[2])
            self.is_shown = self.is_shown or split(name) is None
        text = _text_of(control, properties)
        key = name if split(name) else bound[3] if bound else ""
        return Piece("" if self.is_prompt(text.strip()) else text, key)


def read_blocks(body: Any, controls: OurControls) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a body, in their order."""
    for element in body:
        if element.tag in SKIPPED:
            continue
        if element.tag == TBL:
            yield Table(tuple(_rows(element, controls)))
        elif element.tag == P:
            yield from _paragraph(element, controls)
        elif element.tag == SDT and _is_leaf(element):
            yield Paragraph((controls.read_control(element),))
        else:
            yield from read_blocks(element, controls)


def _rows(table: Any, controls: OurControls) -> Iterator[tuple[Cell, ...]]:
    for element in table:
        if element.tag == TR:
            if element.find(f"{WORD}trPr/{WORD}del") is None:
                yield tuple(_cells(element, controls))
        elif element.tag not in SKIPPED:
            yield from _rows(element, controls)


def _cells(row: Any, controls: OurControls) -> Iterator[Cell]:
    for element in row:
        if element.tag == TC:
            yield _cell(element, controls)
        elif element.tag == SDT and _is_leaf(element, TC):
            [cell] = element.iter(TC)
            piece = controls.read_control(element)
            yield Cell((Paragraph((piece,)),), _span(cell)) if piece.key else _cell(cell, controls)
        elif element.tag not in SKIPPED:
            yield from _cells(element, controls)


def _cell(cell: Any, controls: OurControls) -> Cell:
    blocks = list(read_blocks(cell, controls))
    nested = (
        p for block in blocks if isinstance(block, Table) for row in block.rows for c in row for p in c.paragraphs
    )
    return Cell((*(block for block in blocks if isinstance(block, Paragraph)), *nested), _span(cell))


def _span(cell: Any) -> int:
    element = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
    width = "" if element is None else element.get(f"{WORD}val", "")
    return min(int(width), 100) if width.isdigit() else 1


def _is_leaf(control: Any, *inside: str) -> bool:
    """Whether a control holds text alone: no other control, no rows. LibreOffice puts a tick's control into another."""
    holders = {SDT, TBL, TR, TC} - set(inside)
    return not any(element.tag in holders for element in control.iterdescendants()) and (
        not inside or sum(1 for _ in control.iter(*inside)) == 1
    )


def _paragraph(paragraph: Any, controls: OurControls) -> Iterator[Paragraph]:
    """A paragraph; those of the text boxes that are anchored in it follow it."""
    pieces: list[Piece] = []
    boxes: list[Paragraph | Table] = []
    _collect(paragraph, pieces, boxes, controls)
    yield Paragraph(tuple(pieces))
    yield from (block for block in boxes if isinstance(block, Paragraph))


def _collect(element: Any, pieces: list[Piece], boxes: list[Paragraph | Table], controls: OurControls) -> None:
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == SDT and _is_leaf(child):
            pieces.append(controls.read_control(child))
        elif child.tag == f"{WORD}txbxContent":
            boxes += read_blocks(child, controls)
        elif text := _piece_of(child):
            pieces.append(Piece(text))
        else:
            _collect(child, pieces, boxes, controls)


def _value(properties: Any, tag: str, attribute: str) -> str:
    element = properties.find(f"{WORD}{tag}")
    return "" if element is None else element.get(f"{WORD}{attribute}", "")


def _text_of(control: Any, properties: Any) -> str:
    """What a control says; nothing while it shows its prompt."""
    if properties.find(f"{WORD}showingPlcHdr") is not None:
        return ""
    box, date = properties.find(f"{{{CHECKBOX}}}checkbox"), properties.find(f"{WORD}date")
    if box is not None:
        checked = box.find(f"{{{CHECKBOX}}}checked")
        return YES if checked is not None and checked.get(f"{{{CHECKBOX}}}val") in TRUE else ""
    if date is not None and date.get(f"{WORD}fullDate"):
        return str(date.get(f"{WORD}fullDate"))[:10]
    return _words(control.find(f"{WORD}sdtContent"))


def _words(content: Any) -> str:
    """The text of an element, with a line for each paragraph."""
    text = ""
    for node in content.iter() if content is not None else ():
        if node.tag == P and text:
            text += "\n"
        else:
            text += _piece_of(node)
    return text


def _piece_of(node: Any) -> str:
    if node.tag == f"{WORD}t":
        # LibreOffice begins a line of an answer without a word for it: two texts side by side.
        before = node.getprevious()
        return "\n" * (before is not None and before.tag == f"{WORD}t") + (node.text or "")
    if node.tag == f"{WORD}tab":
        return "\t" if node.getparent().tag == f"{WORD}r" else ""
    if node.tag == f"{WORD}checkBox":
        return _old_box(node)
    return BREAKS.get(node.tag, "")


def _old_box(box: Any) -> str:
    """A box to tick as Word 2003 has it, and as a file that was .doc still has it."""
    states = [box.find(f"{WORD}{name}") for name in ("checked", "default")]
    state = next((state for state in states if state is not None), None)
    is_ticked = state is not None and state.get(f"{WORD}val", "1") in TRUE
    return TICKED_BOX if is_ticked else EMPTY_BOX
