"""What a form asks, by the words that a document shows of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from toolkit.forms.fingerprint import plain
from toolkit.forms.keys import Key, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control

Steps = tuple[tuple[str, int], ...]
FIRST = ("stop", "record")  # what is asked before any section


class Questions:
    """The questions of a form, as browser_definition describes them."""

    def __init__(self, definition: Mapping[str, Any]) -> None:
        self.all: Mapping[str, Any] = definition["fields"]
        self.former_texts = frozenset(definition.get("texts_was", ()))  # fingerprints
        self.renamed: Mapping[str, str] = definition["renamed"]
        self.sections: list[dict[str, Any]] = definition["sections"]
        self.titles: dict[str, dict[str, Any]] = {
            plain(section["title"]): section for section in reversed(self.sections)
        }
        self.by_label: dict[str, dict[str, str]] = {}
        for key, field in reversed(list(self.all.items())):
            if key.count("/") == 1:
                labels = self.by_label.setdefault(key.split("/")[0], {})
                for label in field.get("label_was", ()):
                    labels.setdefault(plain(label), key)
                labels[plain(field["label"])] = key
        self.columns = {section["id"]: self._columns_of(section) for section in self.sections}
        self.prompts = {section["id"]: {plain(row["prompt"]) for row in section["rows"]} for section in self.sections}

    def _columns_of(self, section: Mapping[str, Any]) -> dict[str, str]:
        """The columns of a section's table by their labels' plain words."""
        row = section["rows"][0]["id"] if section["rows"] else ""
        fields = {column: self.field(f"{section['id']}/{row}/{column}") or {} for column in section["columns"]}
        former = {plain(label): column for column, field in fields.items() for label in field.get("label_was", ())}
        return former | {plain(field.get("label", "")): column for column, field in fields.items()}

    def section_titled(self, words: str) -> dict[str, Any] | None:
        """The section that plain words are the heading of, with or without the number of a repetition."""
        if words in self.titles:
            return self.titles[words]
        section = self.titles.get(re.sub(r"[0-9]+$", "", words))
        return section if section and section.get("repeat") else None

    def question(self, words: str, section: Mapping[str, Any] | None) -> str | None:
        """The question outside tables that plain words ask, in a section or before all sections."""
        for group in ([section["id"]] if section else []) + list(FIRST):
            if key := self.by_label.get(group, {}).get(words):
                return key
        return None

    def question_elsewhere(self, words: str) -> str | None:
        """The question of a section that is alone in asking plain words, where the section's heading is gone."""
        keys = [labels[words] for labels in self.by_label.values() if words in labels]
        return keys[0] if len(keys) == 1 else None

    def section_of(self, key: str) -> dict[str, Any] | None:
        """The section that asks a question."""
        return next((section for section in self.sections if section["id"] == key.split("/", maxsplit=1)[0]), None)

    def current(self, key: str) -> str:
        """Today's name of an answer."""
        name = split(key)
        if name is None or name.plain in self.all or name.plain not in self.renamed:
            return key
        return str(Key(tuple(self.renamed[name.plain].split("/")), name.numbers))

    def field(self, key: str) -> Mapping[str, Any] | None:
        """The question of a name, whichever repetition it is of."""
        name = split(key)
        return self.all.get(name.plain) if name else None

    def label(self, key: str) -> str:
        """What is asked under a name."""
        field = self.field(key)
        return field["label"] if field else ""

    def is_once(self, key: str) -> bool:
        """Whether a column is asked once for all entries of a row."""
        return bool((self.field(key) or {}).get("once"))

    def is_box(self, key: str) -> bool:
        """Whether a question is answered by a tick."""
        field = self.field(key)
        return bool(field and kind_of(field["kind"]).control is Control.CHECKBOX)

    def tidy(self, key: str, text: str) -> str:
        """A text as answers keep it."""
        field = self.field(key)
        return kind_of(field["kind"]).tidy(text, field.get("choices", ())) if field else text
