"""Words and passages that follow the nation and the kind of setting that a copy is for.

`{{ noun("setting") }}` and `{{ body("lado") }}` become words. `{{ nation("wales") }}` begins a passage for that
nation alone. On a line of its own it reaches up to the next such line; `{{ nation("all") }}` ends it, and lines keep
their numbers. Within a line it reaches up to the next one in that line, or to the line's end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.wordings import Body, Noun

NOUN_FORMS = ("plural", "capital", "capital-plural", "a", "capital-a")
WORD_CALL = re.compile(
    r"""\{\{-?\s*(noun|body)\(\s*(?:id\s*=\s*)?["']([a-z0-9-]+)["']"""
    rf"""\s*(?:,\s*(?:form\s*=\s*)?["']({"|".join(NOUN_FORMS)})["']\s*)?\)\s*-?\}}\}}"""
)
SWITCH = re.compile(r"""\{\{-?\s*nation\(\s*(?:id\s*=\s*)?["']([a-z]+)["']\s*\)\s*-?\}\}""")
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)  # braces that are shown as they are
MASKED_BRACES = "{\0{"
ONLY_MARKUP = re.compile(r"[\s|>*+#-]*(\d+[.)]\s*)?")  # what remains of a list item or row without its words


@dataclass(frozen=True)
class Words:
    """The words of one copy."""

    nouns: Mapping[str, Noun] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    noun_choices: Mapping[str, str] = field(default_factory=dict)
    nations: tuple[str, ...] = HOME_NATIONS

    def noun(self, id: str, form: str | None = None) -> str:
        """A noun as this copy says it, in one of NOUN_FORMS."""
        noun = self.nouns[id]
        word = self.noun_choices.get(id, noun.word)
        return inflect(word, noun.plural if noun.plural and id not in self.noun_choices else plural(word), form)

    def body(self, id: str, form: str | None = None) -> str:
        """What a body is called in the nations of this copy, in one of NOUN_FORMS."""
        body = self.bodies[id]
        if len(self.nations) == 1:
            word = str(getattr(body, self.nations[0]))
            return inflect(word, plural(word), form)
        england, wales = plural(body.england), plural(body.wales)
        many = plural(body.both) if body.both == body.england else f"{england} (England) or {wales} (Wales)"
        return inflect(body.of_both, many, form)

    def apply(self, text: str) -> str:
        """A text with its words in place and without the passages of other nations."""
        if "{{" not in text:
            return text
        masked = RAW.sub(lambda raw: raw[0].replace("{{", MASKED_BRACES), text)
        return WORD_CALL.sub(self._word, self._passages(masked)).replace(MASKED_BRACES, "{{")

    def is_here(self, nation: str) -> bool:
        """Whether a passage for a nation, or for "all", belongs in this copy."""
        return nation == "all" or nation in self.nations

    def _word(self, match: re.Match[str]) -> str:
        kind, id, form = match.groups()
        if id not in (self.nouns if kind == "noun" else self.bodies):
            return match[0]  # the check of calls reports it, with its line
        return self.noun(id, form) if kind == "noun" else self.body(id, form)

    def _passages(self, text: str) -> str:
        if "nation(" not in text:
            return text
        here = "all"
        lines: list[str] = []
        debt = 0  # lines removed from a list or table: added as empty ones where it ends, so that it stays whole
        for line in text.split("\n"):
            switch = SWITCH.fullmatch(line.strip())
            here = switch[1] if switch else here
            short = "" if switch or not self.is_here(here) else self._part(line)
            if short is None:
                debt += 1
                continue
            if not short.strip():
                lines += [""] * debt
                debt = 0
            lines.append(short)
        return "\n".join([*lines, *[""] * debt])

    def _part(self, line: str) -> str | None:
        """What a line says here; None where it says nothing at all."""
        if not SWITCH.search(line):
            return line
        parts = SWITCH.split(line)  # words, nation, words, nation, words ...
        passages = list(zip(("all", *parts[1::2]), parts[::2], strict=True))
        words_here = "".join(words for nation, words in passages if self.is_here(nation))
        words_elsewhere = "".join(words for nation, words in passages if not self.is_here(nation))
        if ONLY_MARKUP.fullmatch(words_here) and not ONLY_MARKUP.fullmatch(words_elsewhere):
            return None
        return re.sub(r"(?<=\S) {2,}(?=\S)", " ", words_here).rstrip()


def inflect(word: str, many: str, form: str | None) -> str:
    """A word as a sentence needs it."""
    if (form and form.endswith("-a")) or form == "a":
        word = f"{'an' if re.match('[aeiou]', word, re.IGNORECASE) else 'a'} {word}"
    word = many if form and form.endswith("plural") else word
    return capital(word) if form and form.startswith("capital") else word


def plural(word: str) -> str:
    """The usual English plural, of the word before any remark in brackets."""
    word, bracket, remark = word.partition(" (")
    if re.search(r"[^aeiou]y$", word):
        word = word[:-1] + "ie"
    elif re.search(r"(s|x|z|ch|sh)$", word):
        word += "e"
    return f"{word}s{bracket}{remark.replace(')', 's)') if remark.isupper() else remark}"


def capital(word: str) -> str:
    """A text with a capital first letter."""
    return word[:1].upper() + word[1:]
