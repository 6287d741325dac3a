"""Tables of a Word file: labels or prompts on the left, controls on the right, headings repeated on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from toolkit.documents.around import Around
from toolkit.documents.layout import Field, RowEntry, Sheet, TableRow
from toolkit.documents.paper_fields import once
from toolkit.documents.word_repeats import offer_repeats
from toolkit.documents.word_styles import OUTCOME, SPACER
from toolkit.forms.kinds import kind_of
from toolkit.languages.language import Language

PROMPT_SHARES = {WD_ORIENT.PORTRAIT: 2.2, WD_ORIENT.LANDSCAPE: 3.4}  # as on the PDF
LABEL_SHARE = 0.55
LINE = 240  # twentieths of a point


@dataclass(frozen=True)
class Lead:
    """What begins a row: a label or prompt, and what belongs to it."""

    label: str
    help: str | None = None
    points: Sequence[str] = ()
    chapters: Sequence[str] = ()
    suggested: Sequence[str] = ()


class WordRow(NamedTuple):
    """A row: what begins it, or None; its fields; and the name of what Word offers to repeat with it, if anything."""

    lead: Lead | None
    fields: Sequence[Field | None]
    repeats: str = ""
    noun: str = ""  # of what is repeated
    lines: int = 0  # how high it is; 0: as its fields need


def add_table(
    document: Any, rows: Sequence[WordRow], headings: Sequence[str], control: Callable[[Field], Any], language: Language
) -> None:
    """Adds a table of rows."""
    begins = any(row.lead for row in rows)
    section = document.sections[0]
    shares = _shares(rows[0].fields, PROMPT_SHARES[section.orientation] if begins else 0, bool(headings))
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
    offer_repeats(lines, rows[-1].noun)
    document.add_paragraph(style=SPACER)  # so that two tables do not become one


def _add_row(table: Any, row: WordRow, control: Callable[[Field], Any], language: Language) -> Any:
    """The w:tr of a row that is added."""
    added = table.add_row()
    _keep_together(added)
    cells = list(added.cells)
    if row.lead:
        _write_lead(cells.pop(0), row.lead, language)
    for cell, field in zip(cells, row.fields, strict=True):
        if field is not None:
            cell.paragraphs[0]._p.append(control(field))
    _set_height(added, row.lines or max(field.lines for field in row.fields if field))
    return added._tr


def _shares(fields: Sequence[Field | None], prompt: float, has_headings: bool) -> list[float]:
    if not has_headings:
        return [LABEL_SHARE, 1.0] if prompt else [1.0]
    return ([prompt] if prompt else []) + [kind_of(field.kind).word_share for field in fields if field]


def _write_headings(row: Any, words: Sequence[str]) -> None:
    for cell, word in zip(row.cells, words, strict=True):
        cell.paragraphs[0].add_run(word).bold = True
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8ECEE")):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
    _keep_together(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write_lead(cell: Any, lead: Lead, language: Language) -> None:
    cell.paragraphs[0].add_run(lead.label).bold = True
    if lead.help:
        cell.add_paragraph(lead.help, "Help")
    for point in lead.points:
        cell.add_paragraph(point, OUTCOME)
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


def titles(around: Around, pages: Iterable[str], resources: Iterable[str]) -> tuple[list[str], list[str]]:
    """What helps, by name: chapters and resources."""
    chapters = [chapter.name for chapter in once(around.chapters(pages))]
    return chapters, [resource.title for resource in around.resources(resources)]


def rows_of(sheet: Sheet, around: Around) -> tuple[list[WordRow], tuple[str, ...]]:
    """(rows, headings) of a sheet's table: what begins each row, and its fields."""
    section = sheet.section
    rows = [_row(entry, row, sheet, around) for row in sheet.rows for entry in row.entries]
    return rows, tuple(column.label for column in section.columns)


def _row(entry: RowEntry, row: TableRow, sheet: Sheet, around: Around) -> WordRow:
    """A row of a sheet's table. Of several, those after the first repeat: they hold nothing that is asked once."""
    section, lead = sheet.section, None
    if not row.is_free:
        lead = Lead(f"{row.row.prompt}, {entry.number}")
        if entry.number == 1:
            outcomes = [outcome.text for outcome in row.row.outcomes]
            lead = Lead(row.row.prompt, None, outcomes, *titles(around, row.row.pages, row.row.resources))
    repeat = section.row_repeat
    if repeat is None or (entry.number == 1 and not row.is_free):
        return WordRow(lead, entry.cells(section))
    name = f"{section.id} {sheet.number} {row.row.id}"
    return WordRow(lead, entry.cells(section), name, repeat.noun, int(entry.number > repeat.blank))
