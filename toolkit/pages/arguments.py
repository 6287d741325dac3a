"""The arguments of a macro call, checked against the macro's own signature."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args, get_type_hints

from toolkit.sources.problems import did_you_mean, one_of, quote

Macro = Callable[..., str]
TYPE_ADVICE: Mapping[Any, str] = {
    str: "it should be text in quotes",
    list[str]: 'it should be a list, such as ["one", "two"]',
    int: "it should be a whole number",
    bool: "it should be true or false",
}


class WrongArguments(Exception):
    """Raised with a sentence that says what is wrong with a call's arguments."""


def bind(name: str, macro: Macro, positional: list[Any], keywords: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call by name; raises WrongArguments."""
    signature = inspect.signature(macro)
    for key in keywords:
        if key not in signature.parameters:
            advice = did_you_mean(key, signature.parameters) or f" It takes {one_of(signature.parameters)}"
            raise WrongArguments(f"{name}() has no argument {quote(key)}.{advice}")
    try:
        arguments = dict(signature.bind(*positional, **keywords).arguments)
    except TypeError as error:
        reason = re.sub(r"^.*?\(\) ", "", str(error))
        raise WrongArguments(f"{name}(): {reason}. Usage: {name}{usage(macro)}") from None
    hints = get_type_hints(macro)
    for key, value in arguments.items():
        mistake = _type_mistake(hints[key], value)
        if mistake:
            raise WrongArguments(f"{name}(): '{key}' is {quote(value)}: {mistake}")
    return arguments


def usage(macro: Macro) -> str:
    """How the macro is called: `("id", text="...")`."""
    parameters = inspect.signature(macro).parameters.values()
    parts = [f'{p.name}="..."' if p.default is not p.empty else f'"{p.name}"' for p in parameters]
    return f"({', '.join(parts)})"


def _type_mistake(hint: Any, value: Any) -> str:
    kinds = get_args(hint) if type(None) in get_args(hint) else (hint,)
    if any(_fits(kind, value) for kind in kinds):
        return "it is empty. Write it, or leave it out" if value == "" else ""
    return TYPE_ADVICE.get(kinds[0], "it cannot be used here")


def _fits(kind: Any, value: Any) -> bool:
    if kind == list[str]:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return type(value) is kind
