"""What the macros are called and take, read from their own signatures and docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from toolkit.pages.arguments import Macro, usage
from toolkit.pages.calls import argument_constraints, check_arguments, find_calls
from toolkit.registers.refers import Refers
from toolkit.sources.problems import Problems

EXAMPLE = re.compile(r"^\{\{ .* \}\}$", re.MULTILINE)


@dataclass(frozen=True)
class Argument:
    """One argument: its name, what may be given, and whether a call needs it."""

    name: str
    takes: str
    is_needed: bool


@dataclass(frozen=True)
class MacroHelp:
    """One macro for the authors' page. `about` holds paragraphs; `examples` are calls as an author writes them."""

    name: str
    usage: str
    about: tuple[str, ...]
    arguments: tuple[Argument, ...]
    examples: tuple[str, ...]


def describe(name: str, macro: Macro) -> MacroHelp:
    """The help of one macro."""
    text = inspect.getdoc(macro) or ""
    words = EXAMPLE.sub("", text).replace("`", "")
    paragraphs = [" ".join(part.split()) for part in words.split("\n\n") if part.strip()]
    examples = tuple(match[0] for match in EXAMPLE.finditer(text))
    return MacroHelp(name, name + usage(macro), tuple(paragraphs), tuple(_arguments(macro)), examples)


def can_run(example: str, macros: Mapping[str, Macro], ids_of: Callable[[str], Mapping[str, Any]]) -> bool:
    """Whether an example names only what this site has; a copy with another catalogue may lack it."""
    problems = Problems()
    calls = find_calls(example, 1, macros, "", problems)
    return not problems.entries and not [m for c in calls for m in check_arguments(c, macros[c.name], ids_of)]


def _arguments(macro: Macro) -> Iterator[Argument]:
    hints, constraints = get_type_hints(macro), argument_constraints(macro)
    for name, parameter in inspect.signature(macro).parameters.items():
        constraint = constraints.get(name)
        is_list = any(kind == list[str] for kind in (hints[name], *get_args(hints[name])))
        if isinstance(constraint, Refers):
            takes = f"{'a list of ids' if is_list else 'an id'} of the register {constraint.registers[0]}"
        else:
            takes = f"one of: {', '.join(constraint.words)}" if constraint else "text"
        yield Argument(name, takes, parameter.default is parameter.empty)
