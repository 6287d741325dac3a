"""Finds and checks the macro calls of a page before it is rendered: names, arguments and the ids that they name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from toolkit.problems import Problems, did_you_mean, one_of, shown

Macro = Callable[..., str]
PARSER = Environment(autoescape=True)  # only parses; nothing is rendered with it
LINE_ADVICE = 'Write it as {{ name("id") }}, or put literal braces between {% raw %} and {% endraw %}'


@dataclass(frozen=True)
class IdOf:
    """Marks a macro's argument as the id of an entry of a register."""

    register: str


@dataclass(frozen=True)
class OneOf:
    """Marks a macro's argument as one of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """One call of a macro in a page's text."""

    name: str
    line: int
    given: dict[str, Any]


def find_calls(text: str, first_line: int, macros: Mapping[str, Macro], file: str, problems: Problems) -> list[Call]:
    """The macro calls of a page's text, in order; whatever cannot be rendered is added to the problems."""
    try:
        tree = _parse(text)
    except TemplateSyntaxError as error:
        message = f"the braces here cannot be read ({error.message}). {LINE_ADVICE}"
        problems.add(file, first_line + error.lineno - 1, message)
        return []
    found = []
    for node in _outermost(tree):
        line = first_line + node.lineno - 1
        call = _read_call(node, line, macros, file, problems)
        if call:
            found.append(call)
    return found


@lru_cache(maxsize=1024)
def _parse(text: str) -> nodes.Template:
    """A text as Jinja sees it, parsed once: many copies share most of their pages."""
    return PARSER.parse(text)


def check_arguments(call: Call, macro: Macro, known: Callable[[str], Mapping[str, Any]]) -> Iterator[str]:
    """A sentence for each argument of the call that names an unknown id or a word that is not among its few."""
    for argument, mark in argument_marks(macro).items():
        value = call.given.get(argument)
        allowed = known(mark.register) if isinstance(mark, IdOf) else mark.words
        noun = mark.register.removesuffix("s") if isinstance(mark, IdOf) else argument
        for word in value if isinstance(value, list) else [value]:
            if word is not None and word not in allowed:
                advice = did_you_mean(word, allowed) or (
                    "" if isinstance(mark, IdOf) else f" It is one of: {one_of(allowed)}"
                )
                yield f"{call.name}() names the unknown {noun} {shown(word)}.{advice}"


def argument_marks(macro: Macro) -> dict[str, IdOf | OneOf]:
    """The macro's arguments that hold ids or chosen words, each with its mark."""
    hints = get_type_hints(macro, include_extras=True)
    return {name: mark for name, hint in hints.items() for mark in _marks_of(hint)}


def _marks_of(hint: Any) -> list[IdOf | OneOf]:
    """The marks of a type hint such as `Annotated[str, IdOf("topics")] | None`."""
    own = [part for part in get_args(hint) if isinstance(part, IdOf | OneOf)] if get_origin(hint) is Annotated else []
    return own or [mark for part in get_args(hint) for mark in _marks_of(part)]


def _outermost(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Each expression that the page prints; anything else that Jinja could do is found as itself."""
    for child in tree.body:
        if isinstance(child, nodes.Output):
            yield from (part for part in child.nodes if not isinstance(part, nodes.TemplateData))
        else:
            yield child


def _read_call(node: nodes.Node, line: int, macros: Mapping[str, Macro], file: str, problems: Problems) -> Call | None:
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)):
        name = node.name if isinstance(node, nodes.Name) else ""
        near = did_you_mean(name, macros) if name else ""
        problems.add(file, line, f"a macro call is needed between the braces.{near} {LINE_ADVICE}")
        return None
    name = node.node.name
    if name not in macros:
        advice = did_you_mean(name, macros) or f" Known macros: {one_of(sorted(macros), 30)}"
        problems.add(file, line, f"unknown macro {shown(name)}.{advice}")
        return None
    try:
        positional = [part.as_const() for part in node.args]
        named = {part.key: part.value.as_const() for part in node.kwargs}
    except nodes.Impossible:
        problems.add(file, line, f"{name}() takes text in quotes, numbers and lists only")
        return None
    return _bind(name, macros[name], positional, named, line, file, problems)


def _bind(
    name: str,
    macro: Macro,
    positional: list[Any],
    named: dict[str, Any],
    line: int,
    file: str,
    problems: Problems,
) -> Call | None:
    signature = inspect.signature(macro)
    for key in named:
        if key not in signature.parameters:
            advice = did_you_mean(key, signature.parameters) or f" It takes {one_of(signature.parameters)}"
            problems.add(file, line, f"{name}() has no argument {shown(key)}.{advice}")
            return None
    try:
        return Call(name, line, dict(signature.bind(*positional, **named).arguments))
    except TypeError as error:
        reason = re.sub(r"^.*?\(\) ", "", str(error))
        problems.add(file, line, f"{name}(): {reason}. Usage: {name}{_usage(signature)}")
        return None


def _usage(signature: inspect.Signature) -> str:
    parts = [f'{p.name}="..."' if p.default is not p.empty else f'"{p.name}"' for p in signature.parameters.values()]
    return f"({', '.join(parts)})"
