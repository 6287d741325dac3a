"""Puts a copy's words into data: registers, pathways and forms, after they are read and before they are checked.

Any text may hold `{{ noun("setting") }}`, `{{ body("lado") }}` and passages; an item of a list of texts, or a text
that need not be there, goes away when nothing of it is left. A part of a form or pathway with `jurisdiction` goes
away where none of its nations is served. Every line is kept, so that a problem is reported where it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import ValidationError

from toolkit.overlays.words import NOUN_FORMS, SWITCH, WORD_CALL, Words
from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.draft import Draft
from toolkit.registers.fields import Entry
from toolkit.registers.wordings import Body, Noun
from toolkit.sources.problems import Problems, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import KeyPath, Source

T = TypeVar("T", bound=Entry)
ANY_CALL = re.compile(r"\{\{-?\s*([A-Za-z_]\w*)\s*\(.*?(?:\}\}|$)", re.MULTILINE)
CALL_EXAMPLES = {"noun": '{{ noun("setting") }}', "body": '{{ body("lado") }}', "nation": '{{ nation("wales") }}'}
CALL_ID = re.compile(r"""\(\s*(?:id\s*=\s*)?["']([^"']*)["']""")
NATIONS_KEY = "jurisdiction"
EMPTY_LINES = re.compile(r"\n{3,}")  # what a removed passage leaves


def find_words(drafts: Sequence[Draft], choices: Mapping[str, str], nations: tuple[str, ...]) -> Words:
    """The words that the registers hold; an entry that is not sound is reported when it is checked."""
    nouns, bodies = _sound("nouns", Noun, drafts), _sound("bodies", Body, drafts)
    return Words(nouns, bodies, choices, nations)


def _sound(register: str, model: type[T], drafts: Sequence[Draft]) -> dict[str, T]:
    entries = {}
    for raw in (entry for draft in drafts if draft.key == register for entry in draft.entries):
        with suppress(ValidationError):
            entry = model.model_validate(raw)
            entries[entry.id] = entry
    return entries


def word_draft(draft: Draft, words: Words, problems: Problems) -> Draft:
    """A register's entries with their words in place. An entry for other nations stays: links may lead to it."""
    source = Source(draft.source.file, {draft.key: draft.entries}, draft.source.lines)
    done = _Writer(source, words, problems, leaves_out=False).source_with_words()
    return Draft(done, draft.key, done.data[draft.key])


def word_source(source: Source, words: Words, problems: Problems) -> Source:
    """A pathway or form with its words in place, without the parts of other nations."""
    return _Writer(source, words, problems, leaves_out=True).source_with_words()


def call_mistakes(text: str, words: Words) -> Iterator[str]:
    """A sentence for each call in a text that cannot be put in."""
    for call in ANY_CALL.finditer(text):
        name, example = call[1], CALL_EXAMPLES.get(call[1])
        if example is None:
            advice = f"{did_you_mean(name, CALL_EXAMPLES)} Use one of: {one_of(CALL_EXAMPLES.values())}"
            yield f"{name}() cannot be used in data.{advice}"
            continue
        argument = CALL_ID.search(call[0])
        ids = {"noun": words.nouns, "body": words.bodies, "nation": ("all", *HOME_NATIONS)}[name]
        if argument and argument[1] not in ids:
            yield f"{name}() names the unknown {name} {quote(argument[1])}.{did_you_mean(argument[1], ids)}"
        elif not (SWITCH if name == "nation" else WORD_CALL).fullmatch(call[0]):
            forms = "" if name == "nation" else f"; a form after it is one of {', '.join(NOUN_FORMS)}"
            yield f"{name}() must be written exactly like this: {example}{forms}"


class _Writer:
    """Writes one file's data again, with the line of each value under its new path."""

    def __init__(self, source: Source, words: Words, problems: Problems, *, leaves_out: bool) -> None:
        self.source, self.words, self.problems, self.leaves_out = source, words, problems, leaves_out
        self.lines: dict[KeyPath, int] = {}

    def source_with_words(self) -> Source:
        data = self._value(self.source.data, (), ())
        return Source(self.source.file, data, self.lines)

    def _value(self, value: Any, old: KeyPath, new: KeyPath) -> Any:
        if old in self.source.lines:
            self.lines[new] = self.source.lines[old]
        if isinstance(value, str):
            self._note_rows(value, old, new)
            return self._text(value, old) if "{{" in value else value
        if isinstance(value, dict):
            return self._mapping(value, old, new)
        return self._list(value, old, new) if isinstance(value, list) else value

    def _note_rows(self, value: str, old: KeyPath, new: KeyPath) -> None:
        """The lines of a text's rows; not where passages for one nation move them."""
        rows = range(0 if "nation(" in value else value.count("\n") + 1)
        self.lines |= {(*new, row): self.source.lines[*old, row] for row in rows if (*old, row) in self.source.lines}

    def _mapping(self, value: dict[str, Any], old: KeyPath, new: KeyPath) -> dict[str, Any]:
        values = {key: self._value(inner, (*old, key), (*new, key)) for key, inner in value.items()}
        return {key: inner for key, inner in values.items() if inner != "" or value[key] == ""}

    def _list(self, value: list[Any], old: KeyPath, new: KeyPath) -> list[Any]:
        values: list[Any] = []
        for position, item in enumerate(value):
            if self._is_elsewhere(item):
                continue
            inner = self._value(item, (*old, position), (*new, len(values)))
            if inner != "" or item == "":
                values.append(inner)
        return values

    def _is_elsewhere(self, item: Any) -> bool:
        nations = item.get(NATIONS_KEY) if self.leaves_out and isinstance(item, dict) else None
        if not isinstance(nations, list) or not set(map(str, nations)) <= set(HOME_NATIONS):
            return False  # what is wrong with it is reported when it is checked
        return not set(map(str, nations)) & set(self.words.nations)

    def _text(self, value: str, old: KeyPath) -> str:
        for mistake in call_mistakes(value, self.words):
            self.problems.add(self.source.file, self.source.line(old), mistake)
        text = self.words.apply(value)
        return EMPTY_LINES.sub("\n\n", text).strip() if "nation(" in value else text
