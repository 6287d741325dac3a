"""The checker's findings as sentences that tell an editor what was found and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from toolkit.registers.register import singular
from toolkit.sources.problems import did_you_mean, one_of, quote

EXPECTED = {
    "string_type": "this should be text; put it in quotes if it looks like something else",
    "int_type": "this should be a whole number",
    "int_from_float": "this should be a whole number",
    "bool_type": "this should be true or false",
    "tuple_type": "this should be a list: [one, two], or a line with '- ' for each",
    "model_type": "this should be keys, such as 'id: ...'",
    "model_attributes_type": "this should be keys, such as 'id: ...'",
    "dict_type": "this should be keys, such as 'id: ...'",
}


def findings_of(error: ValidationError) -> list[ErrorDetails]:
    """The findings of pydantic, without those that a misspelt key has caused: that the right one is missing."""
    findings = error.errors(include_url=False)
    unknown = [finding["loc"] for finding in findings if finding["type"] == "extra_forbidden"]
    return [
        finding
        for finding in findings
        if finding["type"] != "missing" or not _is_misspelt(finding["loc"], [loc for loc in unknown if loc])
    ]


def _is_misspelt(place: tuple[int | str, ...], unknown: Iterable[tuple[int | str, ...]]) -> bool:
    return any(loc[:-1] == place[:-1] and did_you_mean(loc[-1], [str(place[-1])]) for loc in unknown)


def sentence(error: Any, keys: Iterable[str], noun: str) -> str:
    """One finding of pydantic (`error` from `errors()`) in words; `keys` are the entry's known keys."""
    kind, context = error["type"], error.get("ctx", {})
    place = error["loc"][:-2] if error["loc"][-1:] == ("[key]",) else error["loc"]  # a key of a mapping is the input
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    value = quote(error["input"])
    if kind == "mistake" and not key:
        return str(context["message"])
    if kind == "missing":
        return f"'{key}' is missing. Every {noun} needs it"
    if kind == "extra_forbidden":
        return f"unknown key {quote(key)}.{did_you_mean(key, keys) or ' Known keys: ' + one_of(keys, 60)}"
    if kind == "unknown":
        ids = context["known"]
        word = singular(context["register"])
        return f"unknown {word} {value} in '{key}'.{did_you_mean(error['input'], ids) or _known_ids(word, ids)}"
    if kind in ("literal_error", "enum"):
        allowed = re.findall(r"'([^']*)'", context["expected"])
        near = did_you_mean(error["input"], allowed)
        return f"'{key}' cannot be {value}.{near} It is one of: {one_of(allowed, 20)}"
    if error["input"] is None and not key:
        return "is empty. Write its keys, such as 'id: ...', or delete the hyphen"
    if error["input"] is None:
        return f"'{key}' has no value. Write one, or leave the key out"
    subject = f"'{key}' is {value}" if key else f"found {value}"
    return f"{subject}: {_expected(kind, context, error)}"


def _expected(kind: str, context: dict[str, Any], error: Any) -> str:
    if kind == "string_too_long" or (kind == "too_long" and isinstance(error["input"], str)):
        return f"the text is longer than {context['max_length']} characters. Shorten it"
    if kind == "too_long":
        return f"the list holds more than {context['max_length']}. Keep the most apt"
    if kind == "too_short":
        return f"the list needs at least {context['min_length']}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        return f"the number must be {'at least' if 'ge' in context else 'at most'} {bound}"
    if kind == "int_type" and isinstance(error["input"], str) and error["input"].isdecimal():
        return "this should be a whole number. Remove the quotes"
    return str(context["message"]) if kind == "mistake" else EXPECTED.get(kind, str(error["msg"]))


def _known_ids(word: str, ids: list[str]) -> str:
    return f" Known: {one_of(ids)}" if ids else f" No {word} is known"
