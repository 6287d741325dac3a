"""Fills the gaps of the model policy, such as [headteacher], with what a copy says in its settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from toolkit.overlays.words import capital
from toolkit.registers.vocabulary import Contact
from toolkit.sources.problems import did_you_mean, one_of, quote

POLICY_PAGE = "exploitation/policy-for-a-setting.md"
POLICY_FIELD = re.compile(r"\[([A-Za-z][A-Za-z -]+)\](?!\()")
# Gaps that are numbers of local contacts: they are set once, with the contact.
FROM_CONTACTS = {
    "front door number": "front-door",
    "out-of-hours number": "out-of-hours",
    "designated officer number": "lado",
}
HORIZONTAL_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
BEGINS = re.compile(r"(?:^|\n|[.!?] |\| |[-*] )[*_]*$")  # what stands before the first word of a sentence
SPECIAL = re.compile(r"[\\`*_{}\[\]<>#&|~\"]")


def merge_fields_of(text: str) -> list[str]:
    """The gaps of a policy, each once, in the order of its text."""
    return list(dict.fromkeys(POLICY_FIELD.findall(_split_policy(text)[1])))


def unknown_merge_fields(values: Iterable[str], text: str) -> Iterable[tuple[str, str]]:
    """(key, sentence) for each value that fills no merge field."""
    merge_fields = merge_fields_of(text)
    for key in values:
        if key not in merge_fields:
            advice = did_you_mean(key, merge_fields) or f" Its merge fields: {one_of(merge_fields, 40)}"
            yield key, f"the policy has no merge field {quote(key)}.{advice}"


def fill_policy(text: str, values: Mapping[str, str], contacts: Mapping[str, Contact]) -> str:
    """The policy with its merge fields filled in; one without a value stays one."""
    numbers = {
        merge_field: "; ".join(contacts[id].numbers) for merge_field, id in FROM_CONTACTS.items() if id in contacts
    }
    all_values = {merge_field: number for merge_field, number in numbers.items() if number} | dict(values)
    before, policy = _split_policy(text)
    return before + POLICY_FIELD.sub(lambda merge_field: _value(merge_field, all_values), policy)


def as_text(value: str) -> str:
    """A value as Markdown that shows it as it is, whatever characters it holds."""
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", value)


def _value(merge_field: re.Match[str], values: Mapping[str, str]) -> str:
    if merge_field[1] not in values:
        return merge_field[0]
    value = values[merge_field[1]]
    return as_text(capital(value) if BEGINS.search(merge_field.string[: merge_field.start()]) else value)


def _split_policy(text: str) -> tuple[str, str]:
    """What stands before the policy (front matter and advice, up to a line of ---), and the policy."""
    lines = [match.end() for match in HORIZONTAL_RULE.finditer(text)]
    place = lines[2] if len(lines) > 2 else len(text)
    return text[:place], text[place:]
