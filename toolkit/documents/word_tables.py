"""Tables of a Word file: labels or prompts on the left, controls on the right, headings repeated on each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from toolkit.documents.layout import Field
from toolkit.documents.word_bands import Band, set_widths, write_band, write_levels
from toolkit.documents.word_repeats import offer_repeats
from toolkit.documents.word_rows import Lead, WordRow
from toolkit.documents.word_styles import OUTCOME, SPACER
from toolkit.forms.kinds import kind_of
from toolkit.languages.language import Language

PROMPT_SHARES = {WD_ORIENT.PORTRAIT: 2.2, WD_ORIENT.LANDSCAPE: 3.4}  # as on the PDF
LABEL_SHARE = 0.55
BANDED_SHARE = 1.3  # of the column that says below a band which row an entry is of
HEADING_COLOUR, BAND_COLOUR = "E8ECEE", "F5F6F7"
LINE = 240  # twentieths of a point


def add_table(
    document: Any, rows: Sequence[WordRow], headings: Sequence[str], control: Callable[[Field], Any], language: Language
) -> None:
    """Adds a table of rows."""
    begins = any(row.lead for row in rows)
    section = document.sections[0]
    fields = next(row.fields for row in rows if not row.band)
    is_banded = any(row.band for row in rows)
    prompt_share = BANDED_SHARE if is_banded else PROMPT_SHARES[section.orientation]
    shares = _shares(fields, prompt_share if begins else 0, bool(headings))
    table = document.add_table(rows=0, cols=len(shares), style="Table Grid")
    table.autofit = False
    if headings:
        words = [language.translate("document.row-heading"), *headings] if begins else list(headings)
        _write_headings(table.add_row(), words)
    lines = [(_add_row(table, row, control, language), row.repeats) for row in rows]
    width = section.page_width - section.left_margin - section.right_margin
    for column, share in zip(table.columns, shares, strict=True):
        # The grid as well as each cell: LibreOffice goes by the grid.
        column.width = Emu(int(width * share / sum(shares)))
        for cell in column.cells:
            cell.width = column.width
    widths = [column.width.twips for column in table.columns]
    for row, (line, _) in zip(rows, lines, strict=True):
        if row.band:
            set_widths(line, widths)
    offer_repeats(lines, rows[-1].noun)
    document.add_paragraph(style=SPACER)  # so that two tables do not become one


def _add_row(table: Any, row: WordRow, control: Callable[[Field], Any], language: Language) -> Any:
    """The w:tr of a row that is added."""
    added = table.add_row()
    _keep_together(added)
    if row.band:
        return _write_band(added, row, row.band, control, language)
    cells = list(added.cells)
    if row.lead:
        _write_lead(cells.pop(0), row.lead, language)
    for cell, field in zip(cells, row.fields, strict=True):
        if field is not None:
            cell.paragraphs[0]._p.append(control(field))
    _set_height(added, row.lines or max(field.lines for field in row.fields if field))
    return added._tr


def _write_band(added: Any, row: WordRow, band: Band, control: Callable[[Field], Any], language: Language) -> Any:
    prompt_cell = write_band(added, band, control)
    for tc in added._tr.tc_lst:
        _shade(tc, BAND_COLOUR)
    if row.lead:
        _write_lead(prompt_cell, row.lead, language)
    return added._tr


def _shares(fields: Sequence[Field | None], prompt: float, has_headings: bool) -> list[float]:
    if not has_headings:
        return [LABEL_SHARE, 1.0] if prompt else [1.0]
    return ([prompt] if prompt else []) + [kind_of(field.kind).word_share for field in fields if field]


def _write_headings(row: Any, words: Sequence[str]) -> None:
    for cell, word in zip(row.cells, words, strict=True):
        cell.paragraphs[0].add_run(word).bold = True
        _shade(cell._tc, HEADING_COLOUR)
    _keep_together(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _shade(tc: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    tc.get_or_add_tcPr().append(shade)


def _write_lead(cell: Any, lead: Lead, language: Language) -> None:
    cell.paragraphs[0].add_run(lead.label).bold = not lead.is_quiet
    if lead.is_quiet:
        cell.paragraphs[0].style = "Help"
    if lead.help:
        cell.add_paragraph(lead.help, "Help")
    for point in lead.points:
        cell.add_paragraph(point, OUTCOME)
    write_levels(cell, lead.levels)
    if lead.example:
        write_levels(cell, [(language.translate("form.for-example"), lead.example)])
    for key, titles in (("form.read", lead.chapters), ("form.suggested", lead.suggested)):
        if titles:
            paragraph = cell.add_paragraph(style="Help")
            paragraph.add_run(f"{language.translate(key)}: ").bold = True
            paragraph.add_run("; ".join(titles))


def _keep_together(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _set_height(row: Any, lines: int) -> None:
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(lines * LINE + 80))
    height.set(qn("w:hRule"), "atLeast")
    row._tr.get_or_add_trPr().append(height)
