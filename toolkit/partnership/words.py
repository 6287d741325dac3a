"""Words and passages that follow the nation and the kind of setting that a copy is for.

`{{ noun("setting") }}` and `{{ body("lado") }}` stand for words. A line that is nothing but `{{ nation("wales") }}`
begins a passage for that nation, up to the next such line; `{{ nation("all") }}` ends it. Lines keep their numbers,
so that a problem further down is told with its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.registers.vocabulary import Body, Noun

CALL = re.compile(
    r"""\{\{-?\s*(noun|body)\(\s*(?:id\s*=\s*)?["']([a-z0-9-]+)["']"""
    r"""\s*(?:,\s*(?:form\s*=\s*)?["'](plural|capital)["']\s*)?\)\s*-?\}\}"""
)
SWITCH = re.compile(r"""^[ \t]*\{\{\s*nation\(\s*(?:id\s*=\s*)?["']([a-z]+)["']\s*\)\s*\}\}[ \t]*$""")
NATIONS = ("england", "wales")


@dataclass(frozen=True)
class Words:
    """The words of one copy."""

    nouns: Mapping[str, Noun] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    nations: tuple[str, ...] = NATIONS

    def noun(self, id: str, form: str | None = None) -> str:
        """A noun as this copy says it; `form` is "plural" or "capital"."""
        noun = self.nouns[id]
        word = self.chosen.get(id, noun.word)
        if form == "plural":
            return noun.plural if noun.plural and id not in self.chosen else plural(word)
        return capital(word) if form == "capital" else word

    def body(self, id: str, form: str | None = None) -> str:
        """What a body is called in the nations of this copy."""
        body = self.bodies[id]
        word = str(getattr(body, self.nations[0])) if len(self.nations) == 1 else body.both
        return capital(word) if form == "capital" else word

    def apply(self, text: str) -> str:
        """A page's text with its words in place and without the passages of other nations."""
        return CALL.sub(self._word, self._passages(text))

    def _word(self, found: re.Match[str]) -> str:
        kind, id, form = found.groups()
        if id not in (self.nouns if kind == "noun" else self.bodies):
            return found[0]  # the check of macro calls tells what is wrong, with its line
        return self.noun(id, form) if kind == "noun" else self.body(id, form)

    def _passages(self, text: str) -> str:
        if "nation(" not in text:
            return text
        here: str = "all"
        lines = []
        for line in text.split("\n"):
            switch = SWITCH.match(line)
            here = switch[1] if switch else here
            lines.append("" if switch or not (here == "all" or here in self.nations) else line)
        return "\n".join(lines)


def plural(word: str) -> str:
    """The usual English plural."""
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]
