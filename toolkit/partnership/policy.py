"""Fills the gaps of the model policy, such as [headteacher], with what a copy says in its settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from toolkit.overlays.words import capital
from toolkit.registers.vocabulary import Contact
from toolkit.sources.problems import did_you_mean, one_of, quote

POLICY = "exploitation/policy-for-a-setting.md"
GAP = re.compile(r"\[([A-Za-z][A-Za-z -]+)\](?!\()")
# Gaps that are numbers of local contacts: they are set once, with the contact.
FROM_CONTACTS = {
    "front door number": "front-door",
    "out-of-hours number": "out-of-hours",
    "designated officer number": "lado",
}
RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
BEGINS = re.compile(r"(?:^|\n|[.!?] |\| |[-*] )[*_]*$")  # what stands before the first word of a sentence
SPECIAL = re.compile(r"[\\`*_{}\[\]<>#&|~\"]")


def gaps_of(text: str) -> list[str]:
    """The gaps of a policy, each once, in the order of its text."""
    return list(dict.fromkeys(GAP.findall(_parted(text)[1])))


def unknown_gaps(values: Iterable[str], text: str) -> Iterable[tuple[str, str]]:
    """(key, sentence) for each value that fills no gap."""
    gaps = gaps_of(text)
    for key in values:
        if key not in gaps:
            yield (
                key,
                f"the policy has no gap {quote(key)}.{did_you_mean(key, gaps) or ' Its gaps: ' + one_of(gaps, 40)}",
            )


def fill_policy(text: str, values: Mapping[str, str], contacts: Mapping[str, Contact]) -> str:
    """The policy with its gaps filled; a gap without a value stays one."""
    numbers = {gap: "; ".join(contacts[id].numbers) for gap, id in FROM_CONTACTS.items() if id in contacts}
    known = {gap: number for gap, number in numbers.items() if number} | dict(values)
    before, policy = _parted(text)
    return before + GAP.sub(lambda gap: _value(gap, known), policy)


def as_text(value: str) -> str:
    """A value as Markdown that shows it as it is, whatever characters it holds."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", value)


def _value(gap: re.Match[str], known: Mapping[str, str]) -> str:
    if gap[1] not in known:
        return gap[0]
    value = known[gap[1]]
    return as_text(capital(value) if BEGINS.search(gap.string[: gap.start()]) else value)


def _parted(text: str) -> tuple[str, str]:
    """What stands before the policy (front matter and advice, up to a line of ---), and the policy."""
    lines = [found.end() for found in RULE.finditer(text)]
    place = lines[2] if len(lines) > 2 else len(text)
    return text[:place], text[place:]
