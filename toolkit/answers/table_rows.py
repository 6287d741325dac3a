"""Tables of a form in a document: which section a table is of, which column is which, and which row a line is of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.answers.bands import is_band, once_labels
from toolkit.answers.cells import without_prompts
from toolkit.answers.questions import Questions
from toolkit.answers.visible import Cell, Table
from toolkit.forms.fingerprint import plain
from toolkit.forms.keys import split

BETWEEN = " \t\n,.:;-–—"  # what may be between a prompt and more words
FIRST_ROWS = 3  # among which the headings of a table are looked for


@dataclass(frozen=True)
class Heading:
    """What a table is: of which section, which column is which, and which row names the columns, if one does."""

    section: dict[str, Any]
    columns: Mapping[int, str]
    row: int | None
    words: tuple[str, ...] = ()

    def is_heading(self, index: int, cells: tuple[Cell, ...]) -> bool:
        """Whether a row names the columns: some programs repeat it on each page."""
        return index == self.row or (bool(self.words) and self.words == _words(cells))


@dataclass(frozen=True)
class Line:
    """The row of a form that a line of a table is of, if any; its prompt; and what else is beside the prompt."""

    id: str
    prompt: str = ""
    rest: tuple[str, ...] = ()


def grid_of(cells: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """(column, cell): a wide cell counts for several columns."""
    column = 0
    for cell in cells:
        yield column, cell
        column += cell.span


def find_heading(
    table: Table, questions: Questions, current: dict[str, Any] | None, before: Mapping[str, Heading]
) -> Heading | None:
    """What a table is; None if it is of no section's rows. `before` is the last table before it, by section."""
    ids = [questions.current(control.key).split("/")[0].split("~")[0] for control in table.controls]
    in_rows = [id for id, control in zip(ids, table.controls, strict=True) if control.key.count("/") == 2]
    best: tuple[int, Heading] | None = None
    for section in questions.sections:
        heading = _by_columns(table, section, questions)
        if not heading:
            continue
        score = len(heading.columns) * 2 + (section is current) + 100 * in_rows.count(section["id"])
        score += 10 * _prompts_in(table, section, questions)
        if best is None or score > best[0]:
            best = score, heading
    if best:
        return _with_keyed_columns(table, best[1], questions)
    sections = [section for section in questions.sections if section["id"] in in_rows]
    if not sections and current and current["columns"] and _prompts_in(table, current, questions):
        sections = [current]
    if not sections:
        return None
    section = sections[0]
    last = before.get(section["id"])
    columns = last.columns if last else _usual(table, section, questions)
    return _with_keyed_columns(table, Heading(section, columns, None), questions)


def _by_columns(table: Table, section: dict[str, Any], questions: Questions) -> Heading | None:
    """The heading of a table whose first rows name the columns of a section."""
    labels = questions.columns[section["id"]]
    for index, cells in enumerate(table.rows[:FIRST_ROWS]):
        names = [(column, labels.get(plain(cell.text))) for column, cell in grid_of(cells)]
        columns = {column: name for column, name in names if name}
        if columns and len(columns) >= min(2, len(labels)):
            return Heading(section, columns, index, _words(cells))
    return None


def _with_keyed_columns(table: Table, heading: Heading, questions: Questions) -> Heading:
    """The heading with the columns that only their controls tell of."""
    columns = dict(heading.columns)
    for cells in table.rows:
        for column, cell in () if is_band(cells, heading.section, questions) else grid_of(cells):
            for control in cell.controls:
                steps = split(questions.current(control.key))
                is_of_row = steps and len(steps.ids) == 3 and steps.ids[0] == heading.section["id"]
                if steps and is_of_row and steps.ids[2] not in columns.values():
                    columns.setdefault(column, steps.ids[2])
    return Heading(heading.section, columns, heading.row, heading.words)


def _usual(table: Table, section: dict[str, Any], questions: Questions) -> dict[int, str]:
    """The columns of a table that names none, if it has as many as the form's; bands leave out what is asked once."""
    first = 0 if section["free"] else 1
    width = max((sum(cell.span for cell in cells) for cells in table.rows), default=0)
    columns = section["columns"]
    if any(is_band(cells, section, questions) for cells in table.rows):
        once = set(once_labels(section, questions).values())
        columns = [column for column in columns if column not in once]
    if width != len(columns) + first:
        return {}
    return dict(enumerate(columns, start=first))


def _prompts_in(table: Table, section: dict[str, Any], questions: Questions) -> int:
    """How many rows of a section a table names."""
    if section["free"]:
        return 0
    prompts = questions.prompts[section["id"]]
    return sum(bool(cells) and plain(_first_line(cells[0])) in prompts for cells in table.rows)


def _first_line(cell: Cell) -> str:
    return next((p.own_text for p in cell.paragraphs if plain(p.own_text)), "")


def below_prompt(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    """The paragraphs below a row's prompt, as a cell each."""
    with_words = [p for p in cells[0].paragraphs if plain(p.own_text)] if cells else []
    return (Cell((paragraph,)) for paragraph in with_words[1:])


def row_of(
    cells: tuple[Cell, ...], section: dict[str, Any], questions: Questions, last: str, prompts: Collection[str]
) -> Line:
    """Which row of a section a line is of. One without a prompt is of the row above it, `last`."""
    if section["free"]:
        return Line(section["rows"][0]["id"] if section["rows"] else "row")
    words = without_prompts(_first_line(cells[0]), prompts) if cells else ""
    names = [split(questions.current(control.key)) for cell in cells for control in cell.controls]
    keyed = [steps.ids[1] for steps in names if steps and len(steps.ids) == 3]
    if not plain(words):
        return Line((keyed or [last])[0])
    if line := _prompted(words, section):
        return line
    return Line(keyed[0]) if keyed else Line("")


def _prompted(words: str, section: dict[str, Any]) -> Line | None:
    """The row whose prompt words begin with, and what follows it. The number of an entry is none of it."""
    matches, plain_words = [], plain(words)
    for row in section["rows"]:
        rest = _after(words, row["prompt"]) if plain_words.startswith(plain(row["prompt"])) else None
        if rest is not None:
            matches.append((len(plain(row["prompt"])), row, rest))
    if not matches:
        return None
    _, row, rest = max(matches, key=lambda match: match[0])
    is_number = re.fullmatch(r"[\s,.()]*[0-9]{0,3}[\s,.()]*", rest)
    return Line(row["id"], row["prompt"], () if is_number else (rest,))


def _after(words: str, prompt: str) -> str | None:
    """What follows a prompt in a text that begins with it, whatever the punctuation and spaces; None if it does not."""
    target, at, end = plain(prompt), 0, 0
    for index, character in enumerate(words):
        part = plain(character)
        if not part:
            continue
        if at == len(target):
            # Right behind the prompt it is part of a longer word or number.
            return None if index == end else words[end:].lstrip(BETWEEN)
        if not target.startswith(part, at):
            return None
        at, end = at + len(part), index + 1
    return "" if at == len(target) and target else None


def _words(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(plain(cell.text) for cell in cells)
