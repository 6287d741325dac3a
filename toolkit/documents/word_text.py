"""The texts of a form in its Word file: paragraphs, headings and lists, with emphasis, links and controls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from toolkit.documents.word_styles import LINK_STYLE
from toolkit.forms.text import Block, Run

LISTS = {"bullets": ("List Bullet", "List Bullet 2"), "numbers": ("List Number", "List Number 2")}


def add_text(document: Any, blocks: Iterable[Block], add_run: Callable[[Any, Run], Any], level: int = 0) -> None:
    """Adds blocks; `add_run` puts a run into a paragraph and gives what Word calls a run."""
    for block in blocks:
        style = LISTS[block.kind][level] if block.kind in LISTS else None
        list_ = _begin_numbers(document, str(style)) if block.kind == "numbers" else None
        for item in block.entries:
            is_heading = block.kind == "heading"
            paragraph = document.add_heading("", 2) if is_heading else document.add_paragraph(style=style)
            if list_ is not None:
                _number_in(paragraph, list_)
            for run in item.runs:
                _emphasise(add_run(paragraph, run), run)
            if item.inner:
                add_text(document, (item.inner,), add_run, level + 1)


def add_words(paragraph: Any, words: str, address: str | None) -> Any:
    """A run that leads to an address, if there is one."""
    if address is None:
        return paragraph.add_run(words)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words, LINK_STYLE)
    link.append(run._r)
    paragraph._p.append(link)
    return run


def add_control(paragraph: Any, control: Any) -> Any:
    """Puts a control into a paragraph; the run that it shows."""
    paragraph._p.append(control)
    return WordRun(next(control.iter(qn("w:r"))), paragraph)


def _emphasise(written: Any, run: Run) -> None:
    if run.strong:
        written.bold = True
    if run.emphasis:
        written.italic = True


def _begin_numbers(document: Any, style: str) -> int:
    """A numbered list of its own that begins with 1, with the numbers of a style."""
    numbering = document.part.numbering_part.element
    usual = document.styles[style].element.pPr.numPr.numId.val
    definition = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
    definition.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(definition.numId)


def _number_in(paragraph: Any, list_: int) -> None:
    """Makes a paragraph an item of a numbered list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, list_
