"""Finds and checks the macro calls of a page before it is rendered: names, arguments and the ids that they name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from toolkit.pages.arguments import Macro as Macro
from toolkit.pages.arguments import WrongArguments, bind
from toolkit.pages.braces import LINE_ADVICE, PARSER, broken_braces, without_broken_braces
from toolkit.pages.markdown import read_markdown
from toolkit.pages.surroundings import obstacle
from toolkit.pages.tracing import call_positions
from toolkit.registers.refers import Refers
from toolkit.registers.register import singular
from toolkit.sources.problems import Problems, did_you_mean, one_of, quote

PASSAGE_ADVICE = 'Write {{ nation("england") }}, or the nation it is for, before it and {{ nation("all") }} after it'


@dataclass(frozen=True)
class OneOf:
    """Constrains a macro's argument to one of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """One call of a macro in a page's text."""

    name: str
    line: int
    arguments: dict[str, Any]


def find_calls(text: str, first_line: int, macros: Mapping[str, Macro], file: str, problems: Problems) -> list[Call]:
    """The macro calls of a page's text, in order; whatever cannot be rendered is added to the problems."""
    broken = list(broken_braces(text)) if "{" in text else []
    for begin, _, sentence in broken:
        if sentence:
            problems.add(file, first_line + text.count("\n", 0, begin), sentence)
    text = without_broken_braces(text, [(begin, end) for begin, end, _ in broken])
    try:
        tree = _parse(text)
    except TemplateSyntaxError as error:
        problems.add(
            file, first_line + error.lineno - 1, f"the braces here cannot be read ({error.message}). {LINE_ADVICE}"
        )
        return []
    outermost = list(_outermost(tree))
    expressions = [node for node in outermost if isinstance(node, nodes.Expr)]
    positions = list(zip(call_positions(text), read_markdown(text).calls, strict=True))
    where = dict(zip(map(id, expressions), positions, strict=True)) if len(expressions) == len(positions) else {}
    calls = []
    for node in outermost:
        line = first_line + node.lineno - 1
        call = _read_call(node, line, macros, file, problems)
        if call and id(node) in where:
            is_block = "<div " in macros[call.name](**call.arguments)
            reason = obstacle(text, *where[id(node)], is_block)
            if reason:
                problems.add(file, line, f"{call.name}() {reason}")
        if call:
            calls.append(call)
    return calls


@lru_cache(maxsize=1024)
def _parse(text: str) -> nodes.Template:
    """A text as Jinja sees it, parsed once: many copies share most of their pages."""
    return PARSER.parse(text)


def check_arguments(
    call: Call,
    macro: Macro,
    ids_of: Callable[[str], Mapping[str, Any]],
    elsewhere: Collection[tuple[str, str]] = (),
) -> Iterator[str]:
    """A sentence for each argument of the call that names an unknown id or a word that is not one of those allowed.

    `elsewhere` is what a copy leaves out because it is for other nations alone: a list may name it, a sentence not.
    """
    for argument, constraint in argument_constraints(macro).items():
        value = call.arguments.get(argument)
        register = constraint.registers[0] if isinstance(constraint, Refers) else ""
        allowed = constraint.words if isinstance(constraint, OneOf) else ids_of(register)
        noun = singular(register) or argument
        for word in value if isinstance(value, list) else [value]:
            if (register, word) in elsewhere:
                if not isinstance(value, list):
                    yield f"{call.name}() names {quote(word)}, which is for another nation alone. {PASSAGE_ADVICE}"
            elif word is not None and word not in allowed:
                advice = did_you_mean(word, allowed) or ("" if register else f" It is one of: {one_of(allowed)}")
                yield f"{call.name}() names the unknown {noun} {quote(word)}.{advice}"


def argument_constraints(macro: Macro) -> dict[str, Refers | OneOf]:
    """The macro's arguments that hold ids or one of a few words, each with its constraint."""
    hints = get_type_hints(macro, include_extras=True)
    return {name: constraint for name, hint in hints.items() for constraint in _constraints_in(hint)}


def _constraints_in(hint: Any) -> list[Refers | OneOf]:
    """The constraints of a type hint such as `Annotated[str, Refers(("topics",))] | None`."""
    constraints = (
        [part for part in get_args(hint) if isinstance(part, Refers | OneOf)] if get_origin(hint) is Annotated else []
    )
    return constraints or [constraint for part in get_args(hint) for constraint in _constraints_in(part)]


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
        problems.add(file, line, f"there should be a macro call between the braces.{near} {LINE_ADVICE}")
        return None
    name = node.node.name
    if name not in macros:
        advice = did_you_mean(name, macros) or f" Known macros: {one_of(sorted(macros), 30)}"
        problems.add(file, line, f"unknown macro {quote(name)}.{advice}")
        return None
    if node.dyn_args or node.dyn_kwargs:
        problems.add(file, line, f"{name}() takes text in quotes, numbers and lists only")
        return None
    try:
        positional = [part.as_const() for part in node.args]
        keywords = {part.key: part.value.as_const() for part in node.kwargs}
    except nodes.Impossible:
        problems.add(file, line, f"{name}() takes text in quotes, numbers and lists only")
        return None
    try:
        return Call(name, line, bind(name, macros[name], positional, keywords))
    except WrongArguments as error:
        problems.add(file, line, str(error))
        return None
