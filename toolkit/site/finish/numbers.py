"""Links every number that a reader may have to ring or text, wherever a text has it in plain words.

This is the one place that does so: chapters, pathways, forms and registers write numbers as they are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.catalogue.library import Library
from toolkit.registers.phones import dial, national_digits, text_to

NATIONAL = ("999", "101", "111", "116 123", "0800 1111", "18000")
ALSO_COUNTS = frozenset({"101", "111"})  # as likely a count or a section of an Act as a number to ring
TOKEN = re.compile(r"""(<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
NAMED_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Where a link cannot be, would change what the element does, or would not be read as text.
_WITHOUT_LINKS = "a button code h1 kbd label legend nav option pre script select style summary svg textarea"
WITHOUT_LINKS = frozenset(_WITHOUT_LINKS.split())
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
BEFORE_NUMBER = r"(?<![\w£$€#/.,:+-])(?<![0-9][ \u00a0])"
AFTER = r"(?![\w/%])(?![.,:–-][0-9])(?![ \u00a0][0-9])"
NOUN_BEFORE = re.compile(
    r"\b(sections?|articles?|pages?|paragraphs?|chapters?|figures?|rows?|about|over|nearly|some|adran|tudalen)\s$",
    re.IGNORECASE,
)
NOUN_AFTER = re.compile(
    r"\s(o \w+|resources?|chapters?|pages?|forms?|templates?|words?|results?|terms?|children|adults|people|schools"
    r"|kB|MB|GB|recommendations|questions|days|cases|adnodd)\b"
)
TEXT_BEFORE = re.compile(r"(\btext|neges destun at)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class Numbers:
    """The numbers that a site knows, each without spaces, with the address that rings or texts it."""

    addresses: Mapping[str, str]

    def link(self, html: str) -> str:
        """A page's HTML with the numbers in the text of its main part as links."""
        return MAIN.sub(lambda main: self.link_part(main[0]), html, count=1)

    def link_part(self, html: str) -> str:
        """The same for any HTML: text inside the elements `WITHOUT_LINKS` stays as it is."""
        inside: list[str] = []
        parts = TOKEN.split(html)
        for position, part in enumerate(parts):
            if position % 2:
                _note_tag(part, inside)
            elif not inside and any(map(str.isdigit, part)):
                parts[position] = self._pattern.sub(self._link_number, part)
        return "".join(parts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.addresses, key=lambda digits: (-len(digits), digits))
        patterns = (r"[ \u00a0]?".join(digits) if len(digits) > 3 else digits for digits in longest_first)
        return re.compile(f"{BEFORE_NUMBER}({'|'.join(patterns)}){AFTER}")

    def _link_number(self, match: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", match[0])
        before, after = match.string[: match.start()], match.string[match.end() :]
        if digits in ALSO_COUNTS and (NOUN_BEFORE.search(before) or NOUN_AFTER.match(after)):
            return match[0]
        address = text_to(digits) if digits == "999" and TEXT_BEFORE.search(before) else self.addresses[digits]
        return f'<a href="{address}">{match[0]}</a>'


def numbers_of(library: Library) -> Numbers:
    """The national numbers, those of the catalogue, and those of the copy's contacts."""
    resources = library.resources.values()
    phones = (
        *NATIONAL,
        *(r.phone for r in resources),
        *(line.number for contact in library.contacts.values() for line in contact.lines),
    )
    phone_addresses = {national_digits(phone): dial(phone) for phone in phones if phone}
    options = [option for r in resources for option in r.ways if option.by == "text"]
    text_addresses = {
        option.number.replace(" ", ""): text_to(option.number, option.word)
        for option in options
        if option.number and option.word
    }
    return Numbers(phone_addresses | text_addresses)


def _note_tag(tag: str, inside: list[str]) -> None:
    """Keeps the list of the elements, among those that are left alone, that a text is in."""
    match = NAMED_TAG.match(tag)
    name = match[2].lower() if match else ""
    if name not in WITHOUT_LINKS:
        return
    if match and match[1]:
        if name in inside:
            del inside[len(inside) - 1 - inside[::-1].index(name) :]
    elif not tag.endswith("/>"):
        inside.append(name)
