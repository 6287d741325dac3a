"""What a document was found to say, and what found no place. browser/lib/findings.mjs is its twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.answers.cells import without_prompts, written_in
from toolkit.answers.entry_origins import EntryOrigins
from toolkit.answers.questions import Questions
from toolkit.answers.visible import Cell, Document, Piece
from toolkit.forms.fingerprint import fingerprint, plain
from toolkit.forms.keys import split

FEWEST_SHOWN = 0.5  # of a template's texts; a document that shows fewer was made of another template


@dataclass(frozen=True)
class EmptyFile:
    """What a form's empty file shows: where nothing is answered, and the fingerprints of what the form itself says."""

    prompts: frozenset[str]
    texts: frozenset[str]


NO_EMPTY_FILE = EmptyFile(frozenset(), frozenset())


@dataclass(frozen=True)
class Unplaced:
    """A text that is in a document and belongs to no question; `near` is what it is near."""

    near: str
    text: str


@dataclass(frozen=True)
class Placed:
    """The answers of a document by name, what found no place, and by where its entries are, where they were."""

    texts: Mapping[str, str]
    unplaced: tuple[Unplaced, ...]
    origins: Mapping[str, str]


class Findings:
    """Collects what a document says; in the end it decides which of several texts is the answer."""

    def __init__(self, document: Document, questions: Questions, templates: Sequence[EmptyFile]) -> None:
        template = _template_of(document, templates)
        self.prompts = template.prompts
        self.template_texts = template.texts | questions.former_texts if template.texts else template.texts
        self.notes = document.notes
        self.origins = EntryOrigins(questions)
        self.questions, self.unseen, self.is_shown = questions, document.unseen, document.is_shown
        self.hidden = {questions.current(key): text for key, text in document.hidden.items()}
        self.controls = {questions.current(control.key) for control in document.controls}
        self.candidates: dict[str, list[str]] = {}  # what each control or cell says, by name
        self.unplaced: list[Unplaced] = []
        self.near = ""
        self.head: Unplaced | None = None  # the band with the name of a site is right before the form's own words
        self.is_begun = False

    def begin(self) -> None:
        """The form's own words begin. What is right before them is the name of the site that handed it out."""
        self.is_begun = True
        self.head = None

    def words(self, text: str) -> str:
        """A text without what the form shows where nothing is answered."""
        return without_prompts(text, self.prompts)

    def say(self, key: str, text: str) -> None:
        """Takes a text as an answer; an empty one says that there is none."""
        self.candidates.setdefault(key, []).append(text)

    def say_control(self, control: Piece, key: str) -> None:
        """Takes what a control says as the answer that it stands for."""
        self.origins.follow(control.key, key)
        self.say(key, control.text)

    def fill(self, key: str, cell: Cell) -> None:
        """Takes what a cell says as the answer to a question."""
        answer, rest = written_in(cell, self.questions.field(key), self.prompts)
        for control in cell.controls:
            self.origins.follow(control.key, key)
        self.say(key, answer)
        for text in rest:
            self.leave(text)

    def leave(self, text: str) -> None:
        """Puts a text aside that has no place."""
        if plain(text):
            self.unplaced.append(Unplaced(self.near, text.strip()))

    def leave_paragraph(self, text: str) -> None:
        """Puts aside a paragraph that has no place; before the form begins it may be the name of a site."""
        if self.is_begun:
            self.leave(text)
            return
        self.unplaced += [self.head] if self.head else []
        self.head = Unplaced(self.near, text.strip())

    def leave_unknown(self, cell: Cell, label: str = "") -> None:
        """Puts aside what in a cell is neither an answer nor the form's own text."""
        for paragraph in cell.paragraphs:
            text = self.words(paragraph.own_text)
            if plain(text) != plain(label) and not self.is_known(text):
                self.leave(text)

    def leave_row(self, cells: Sequence[Cell]) -> None:
        """Puts aside what a row that belongs nowhere shows besides its controls, as one text."""
        texts = (self.words("\n".join(paragraph.own_text for paragraph in cell.paragraphs)).strip() for cell in cells)
        text = "\n".join(text for text in texts if text)
        if fingerprint(text) not in self.template_texts:
            self.leave(text)

    def is_known(self, text: str) -> bool:
        """Whether the form itself says this. Where nobody knows what it says, all texts are taken for its own."""
        return not self.template_texts or fingerprint(text) in self.template_texts

    def finish(self) -> Placed:
        """What was found, once all is read."""
        self.unplaced += [self.head] if self.head else []
        texts = {key: self.choose(key, candidates) for key, candidates in self.candidates.items()}
        texts = {key: text for key, text in texts.items() if text.strip()}
        is_blank = not self.is_shown and not any(text.strip() for group in self.candidates.values() for text in group)
        believed = {key: text for key, text in self.hidden.items() if self.is_believed(key, is_blank=is_blank)}
        record = [text for key, text in texts.items() if key.startswith("record/") and key in self.questions.all]
        merged = sorted(record, key=len, reverse=True)
        unplaced = [entry for entry in self.unplaced if not self.is_merged(entry.text, merged)]
        unplaced += [Unplaced("", note) for note in self.notes if plain(note)]
        texts = {**believed, **texts}
        return Placed(texts, tuple(unplaced), self.origins.of_answers(texts))

    def choose(self, key: str, candidates: Sequence[str]) -> str:
        """Of several texts for one name: one that somebody changed, else the first. What differs has no place."""
        before = self.hidden.get(key, "")
        texts = list(dict.fromkeys(text for text in candidates if text.strip()))
        kept_before = self.questions.tidy(key, before)
        changed = [text for text in texts if self.questions.tidy(key, text) != kept_before]
        answer = (changed or texts or [""])[0]
        if before and not changed and "" in candidates:
            answer = ""  # emptied in one of its places
        label = self.questions.label(key)
        self.unplaced += [Unplaced(label, text) for text in texts if text not in (answer, before)]
        return answer

    def is_believed(self, key: str, *, is_blank: bool) -> bool:
        """Whether to believe what is hidden in a document.

        That is so for what it never showed, for what today's form does not ask, and where it shows no answer at all:
        then, as a rule, no program has shown it yet.
        """
        name = split(key)
        is_asked = name is not None and name.plain in self.questions.all
        return key in self.unseen or not is_asked or (is_blank and key in self.candidates.keys() | self.controls)

    def is_merged(self, text: str, answers: Sequence[str]) -> bool:
        """Whether a text is one of the form's own with answers of the record in it."""
        if text in answers:
            return True
        for answer in answers:
            text = text.replace(answer, "")
        return fingerprint(text) in self.template_texts


def _template_of(document: Document, templates: Sequence[EmptyFile]) -> EmptyFile:
    """What a document was made of: as it says itself, or the template that it shows most of."""
    if document.texts:
        return EmptyFile(document.prompts, document.texts)
    fingerprints = {fingerprint(paragraph.own_text) for paragraph in document.paragraphs}
    best = max(
        templates,
        key=lambda template: len(template.texts & fingerprints) / (len(template.texts) or 1),
        default=NO_EMPTY_FILE,
    )
    is_of = len(best.texts & fingerprints) >= FEWEST_SHOWN * len(best.texts)
    return EmptyFile(document.prompts or best.prompts, best.texts if is_of else frozenset())


def empty_file_of(document: Document) -> EmptyFile:
    """What an empty file of a form shows."""
    texts = document.texts or frozenset(
        filter(None, (fingerprint(paragraph.own_text) for paragraph in document.paragraphs))
    )
    return EmptyFile(document.prompts, texts)
