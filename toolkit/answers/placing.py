"""Where the texts of a document belong in a form: found by headings and prompts, as people leave them.

What it shows is believed; its controls are one more sign of what is meant. browser/lib/placing.mjs is its twin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.answers.bands import answers_in, is_band, once_labels
from toolkit.answers.cells import tick_in
from toolkit.answers.findings import EmptyFile, Findings, Placed
from toolkit.answers.position import Position
from toolkit.answers.questions import Questions, Steps
from toolkit.answers.table_rows import Heading, below_prompt, find_heading, grid_of, row_of
from toolkit.answers.visible import Cell, Document, Paragraph, Table
from toolkit.forms.fingerprint import plain
from toolkit.forms.keys import join


def place(document: Document, definition: Mapping[str, Any], templates: Sequence[EmptyFile] = ()) -> Placed:
    """Where the texts of a document belong in a form, as browser_definition describes it.

    `templates` are the site's own files of the form; they serve where the document does not say what the form says.
    """
    placing = _Placing(document, Questions(definition), templates)
    for block in document.blocks:
        if isinstance(block, Table):
            placing.table(block)
        else:
            placing.paragraph(block)
    return placing.findings.finish()


class _Placing:
    """Goes through a document once; knows which section it is in, and which question was asked last."""

    def __init__(self, document: Document, questions: Questions, templates: Sequence[EmptyFile]) -> None:
        self.questions, self.findings = questions, Findings(document, questions, templates)
        self.position = Position(questions)
        self.pending = ""  # the question whose answer is to follow
        self.entries = Counter[str]()  # how many entries of each row there are, by section and row
        self.headings: dict[str, Heading] = {}  # of the last table, by section
        self.headed: set[str] = set()  # sections and their repetitions that have had a table with headings

    def paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph outside tables: a heading, a question, a tick with its words, or a text."""
        for control in paragraph.controls:
            self.findings.say_control(control, self.position.here(control.key))
        text = self.findings.words(paragraph.own_text)
        words = plain(text)
        if not words or (not paragraph.controls and self.begin_section(words)):
            return
        question = self.question(words)
        if not question and not self.findings.is_known(text):
            self.findings.leave_paragraph(self.findings.words(paragraph.text))
            return
        self.findings.begin()
        if question and not paragraph.controls:
            self.ask(question, text)

    def question(self, words: str) -> str | None:
        """The question that plain words ask; begins its section where that has no heading any more."""
        if key := self.questions.question(words, self.position.section):
            return key
        key = self.questions.question_elsewhere(words)
        section = self.questions.section_of(key) if key else None
        if section:
            self.position.enter(section)
        return key

    def ask(self, question: str, text: str) -> None:
        """A question, whose answer follows, or a tick with its words."""
        self.findings.near = self.questions.label(question)
        is_box = self.questions.is_box(question)
        self.pending = "" if is_box else self.position.here(question)
        if is_box:
            self.findings.say(self.position.here(question), tick_in(text))

    def begin_section(self, words: str) -> bool:
        """Begins the section that words are the heading of, if there is one."""
        section = self.questions.section_titled(words)
        # A question may be called as its section is.
        if section is None or (section is self.position.section and self.questions.question(words, section)):
            return False
        self.findings.begin()
        self.position.enter(section)
        self.pending, self.findings.near = "", section["title"]
        return True

    def table(self, table: Table) -> None:
        """A table: of a section's rows, of labels with their answers, or of one answer below its question."""
        self.findings.begin()
        heading = find_heading(table, self.questions, self.position.section, self.headings)
        if heading:
            self.rows(table, heading)
        else:
            for cells in table.rows:
                self.labelled(cells, is_alone=len(table.rows) == 1)
        self.pending = ""

    def labelled(self, cells: tuple[Cell, ...], *, is_alone: bool) -> None:
        """A row that is no section's: what is asked on the left and answered on the right, or an answer alone."""
        near = self.findings.near
        *labels, answer = cells or (Cell(()),)
        key = self.key_of(labels, answer, is_alone=is_alone)
        if key:
            self.findings.near = self.questions.label(key) or near
            self.findings.fill(key, answer)
        else:
            self.findings.leave_row(cells)
        for cell in labels if key else cells:
            for control in cell.controls:
                self.findings.say_control(control, self.position.here(control.key))
            if key:
                self.findings.leave_unknown(cell, self.questions.label(key))
        self.findings.near = near

    def key_of(self, labels: Sequence[Cell], answer: Cell, *, is_alone: bool) -> str:
        """The name of the answer that a row ends in; empty if nothing tells it."""
        if not labels and is_alone and self.pending:
            return self.pending
        label = plain(self.findings.words(labels[0].paragraphs[0].own_text)) if labels and labels[0].paragraphs else ""
        keys = [self.position.here(control.key) for control in answer.controls]
        if keys and (not label or plain(self.questions.label(keys[0])) == label):
            return keys[0]
        question = self.question(label) if label else None
        return self.position.here(question) if question else keys[0] if keys else ""

    def rows(self, table: Table, heading: Heading) -> None:
        """The rows of a section's table."""
        section = heading.section
        is_headed = heading.row is not None
        is_again = is_headed and bool(section.get("repeat")) and self.position.name_of(section) in self.headed
        if section is not self.position.section or is_again:
            self.position.enter(section)
        self.headings[section["id"]] = heading
        if is_headed:
            self.headed.add(self.position.name_of(section))
        last = ""
        for index, cells in enumerate(table.rows):
            if not heading.is_heading(index, cells):
                last = self.row(heading, cells, last)
                continue
            for column, cell in grid_of(cells):
                if column not in heading.columns:
                    self.findings.leave_unknown(cell)

    def row(self, heading: Heading, cells: tuple[Cell, ...], last: str) -> str:
        """One row; gives the id of the row that it belongs to, for the one below it."""
        section, near = heading.section, self.findings.near
        line = row_of(cells, section, self.questions, last, self.findings.prompts)
        if not line.id:
            self.findings.leave_row(cells)
            return last
        self.findings.near = line.prompt or near
        for text in line.rest:
            self.findings.leave(text)
        for cell in () if section["free"] else below_prompt(cells):
            self.findings.leave_unknown(cell)
        take = self.band if is_band(cells, section, self.questions) else self.entry
        take(heading, line.id, cells)
        self.findings.near = near
        return line.id

    def band(self, heading: Heading, row: str, cells: tuple[Cell, ...]) -> None:
        """What is asked once for a row, beside its prompt."""
        for column, cell in answers_in(cells, once_labels(heading.section, self.questions)):
            if column:
                self.findings.fill(join((heading.section["id"], self.position.number), (row, 1), (column, 1)), cell)
            else:
                self.findings.leave_unknown(cell)

    def entry(self, heading: Heading, row: str, cells: tuple[Cell, ...]) -> None:
        """The cells of an entry of a row."""
        section = heading.section
        place = f"{self.position.name_of(section)}/{row}"
        self.entries[place] += 1
        for column, cell in grid_of(cells):
            name = heading.columns.get(column)
            if name:
                self.answer(((section["id"], self.position.number), (row, self.entries[place]), (name, 1)), cell)
            elif column or section["free"]:
                self.findings.leave_unknown(cell)

    def answer(self, steps: Steps, cell: Cell) -> None:
        """A cell of an entry. What is asked once for all entries belongs to the first, unless that has it already."""
        key, first = join(*steps), join(steps[0], (steps[1][0], 1), steps[2])
        candidates = self.findings.candidates.get(first, [])
        if key == first or not self.questions.is_once(key):
            self.findings.fill(key, cell)
        elif not any(candidates):
            self.findings.fill(first, cell)
        else:
            self.findings.leave_unknown(cell)
            for control in cell.controls:
                if control.text not in candidates:
                    self.findings.leave(control.text)
