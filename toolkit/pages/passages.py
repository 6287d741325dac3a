"""Passages of a page that a macro frames: `{{ callout("start") }}`, any Markdown, `{{ callout("end") }}`.

A macro frames a passage if it has the argument `part`. Each call leaves a placeholder; the component's template opens
its element at the start and closes it at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from toolkit.pages.calls import Call, OneOf
from toolkit.pages.placeholders import block

START, END = "start", "end"
PART = "part"
Part = Annotated[str, OneOf((START, END))]


def frame(component: str, text: str) -> str:
    """A text between the placeholders of a component."""
    return edge(component, START) + text.strip("\n") + edge(component, END)


def edge(component: str, part: str, **arguments: Any) -> str:
    """The placeholder at the start or the end of a passage."""
    return block(component, part=part, **arguments)


def passage_mistakes(calls: Iterable[Call]) -> Iterator[tuple[Call, str]]:
    """Each call that begins or ends a passage without its counterpart, in the order of the page, with a sentence."""
    begun: Call | None = None
    for call in calls:
        part = call.arguments.get(PART)
        if part == START and begun:
            yield begun, f'{begun.name}("start") does not end before {call.name}("start"). {_advice(begun)}'
        elif part == END and (begun is None or begun.name != call.name):
            yield call, f'{call.name}("end") ends nothing. Write {{{{ {call.name}("start") }}}} before the passage'
        begun = call if part == START else None if part == END else begun
    if begun:
        yield begun, f'{begun.name}("start") has no end. {_advice(begun)}'


def _advice(call: Call) -> str:
    return f'Write {{{{ {call.name}("end") }}}} after the passage'
