"""Styles of an SVG, read by the grammar of CSS and rewritten: nothing that loads, no rule that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import tinycss2

from toolkit.pictures.svg_allowed import FUNCTIONS, SVG_PROPERTIES

HARMLESS_VALUE = re.compile(r"[^(\\@]*|url\(\s*#[\w.:-]+\s*\)|\s*+(?:[a-zA-Z]++\s*+\([-+\d\s.,%eE]*+\)[\s,]*+)++")
DROPPED_RULES = {"charset", "namespace", "keyframes", "-webkit-keyframes"}
# May come from behind a backslash.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BAD = ("error", "at-keyword", "unicode-range")


class Forbidden(Exception):
    """What a style holds that a picture may not."""


def clean_value(value: str) -> str:
    """The value of an attribute or a property; raises Forbidden when it names what is not in the picture."""
    match = HARMLESS_VALUE.fullmatch(value)
    if match and _has_known_functions(value):
        return value
    tokens = tinycss2.parse_component_value_list(value, skip_comments=True)
    _check(tokens)
    return _without_control(tinycss2.serialize(tokens))


def clean_declarations(text: str) -> str:
    """The declarations of a style attribute, without properties that no picture needs."""
    declarations = tinycss2.parse_declaration_list(text, skip_comments=True, skip_whitespace=True)
    return _without_control(_declarations(declarations))


def clean_sheet(text: str) -> str:
    """The rules of a style element."""
    return _without_control(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _without_control(text: str) -> str:
    """The text, which XML can hold; raises Forbidden for a character that it cannot."""
    match = CONTROL.search(text)
    if match:
        raise Forbidden(f"\\{ord(match[0]):x}")
    return text


def _has_known_functions(value: str) -> bool:
    return all(name.lower() in FUNCTIONS or name.lower() == "url" for name in re.findall(r"([a-zA-Z]+)\s*\(", value))


def _rules(rules: Iterable[Any]) -> str:
    rows = []
    for rule in rules:
        if rule.type == "qualified-rule":
            _check(rule.prelude, names_only=True)
            inner = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            rows.append(f"{tinycss2.serialize(rule.prelude).strip()}{{{_declarations(inner)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            _check(rule.prelude)
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            rows.append(f"@media {tinycss2.serialize(rule.prelude).strip()}{{{_rules(inner)}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword not in DROPPED_RULES:
            raise Forbidden(f"@{rule.at_keyword[:30]}")
    return "\n".join(rows)


def _declarations(declarations: Iterable[Any]) -> str:
    rows = []
    for declaration in declarations:
        if declaration.type == "at-rule":
            raise Forbidden(f"@{declaration.at_keyword[:30]}")
        if declaration.type != "declaration":
            continue  # a browser passes over what is no declaration
        _check(declaration.value)
        if declaration.lower_name in SVG_PROPERTIES:
            important = "!important" if declaration.important else ""
            value = tinycss2.serialize(declaration.value).strip()
            rows.append(f"{declaration.lower_name}:{value}{important}")
    return ";".join(rows)


def _check(tokens: Iterable[Any], names_only: bool = False) -> None:
    """Raises Forbidden for an address beyond the picture and for a function that may hold one."""
    for token in tokens:
        if token.type == "url" and not token.value.startswith("#"):
            raise Forbidden(f"url({token.value[:30]})")
        if token.type == "function":
            _check_function(token, names_only)
        elif token.type in BAD:
            raise Forbidden(str(tinycss2.serialize([token]))[:30])
        elif token.type in ("() block", "[] block", "{} block"):
            _check(token.content, names_only)


def _check_function(token: Any, names_only: bool) -> None:
    if token.lower_name == "url":
        address = "".join(part.value for part in token.arguments if part.type == "string")
        if not address.startswith("#"):
            raise Forbidden(f"url({address[:30]})")
    elif token.lower_name not in FUNCTIONS and not names_only:
        raise Forbidden(f"{token.name[:30]}()")
    _check(token.arguments, names_only)
