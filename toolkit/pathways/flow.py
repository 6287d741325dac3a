"""How the steps of a pathway lead to one another, and what can be wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.pathways.model import End, Pathway, Step
from toolkit.sources.problems import did_you_mean, one_of, quote

Place = tuple[str | int, ...]  # where in the file, below the key `pathway`
Finding = tuple[Place, str]


@dataclass(frozen=True)
class Edge:
    """One way on from a step: the id that it leads to, and the answer that chooses it, if one does."""

    to: str
    label: str | None = None


def edges_of(pathway: Pathway) -> dict[str, tuple[Edge, ...]]:
    """By id of each step: its ways on, in order. Only a last step that says nothing has none."""
    below = [step.id for step in pathway.steps[1:]]
    return {
        step.id: _ways(step, below[position] if position < len(below) else None)
        for position, step in enumerate(pathway.steps)
    }


def find_faults(pathway: Pathway) -> Iterator[Finding]:
    """What is wrong with the order of the steps; whether all can be reached is asked only where ids are sound."""
    faults = [*_repeated(pathway), *_unclear(pathway), *_leading_nowhere(pathway)]
    yield from faults or [*_unreachable(pathway), *_endless(pathway)]


def _ways(step: Step, below: str | None) -> tuple[Edge, ...]:
    if step.choices:
        return tuple(Edge(choice.to, choice.label) for choice in step.choices)
    following = step.then or below
    return (Edge(following),) if following else ()


def _places(pathway: Pathway) -> Iterator[tuple[Place, Step | End]]:
    yield from ((("steps", i), step) for i, step in enumerate(pathway.steps))
    yield from ((("ends", i), end) for i, end in enumerate(pathway.ends))


def _repeated(pathway: Pathway) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, part in _places(pathway):
        if part.id in seen:
            yield (*place, "id"), f"the id {quote(part.id)} stands twice among the steps and ends. Give one another id"
        seen.add(part.id)


def _unclear(pathway: Pathway) -> Iterator[Finding]:
    last = len(pathway.steps) - 1
    for i, step in enumerate(pathway.steps):
        if step.choices and step.then:
            yield ("steps", i, "then"), f"step {quote(step.id)} has both 'choices' and 'then'. Keep one of them"
        if i == last and not step.choices and not step.then:
            yield ("steps", i), f"the last step, {quote(step.id)}, leads nowhere. Add 'then' with the id of an end"


def _leading_nowhere(pathway: Pathway) -> Iterator[Finding]:
    known = [part.id for _, part in _places(pathway)]
    for i, step in enumerate(pathway.steps):
        targets: list[tuple[Place, str]] = [
            (("steps", i, "choices", j, "to"), c.to) for j, c in enumerate(step.choices)
        ]
        targets += [(("steps", i, "then"), step.then)] if step.then else []
        for place, to in targets:
            if to == step.id:
                yield place, f"step {quote(step.id)} leads to itself. Name another step or an end"
            elif to not in known:
                advice = did_you_mean(to, known) or f" Known: {one_of(known, 30)}"
                yield place, f"step {quote(step.id)} leads to {quote(to)}, which is no step or end.{advice}"


def _unreachable(pathway: Pathway) -> Iterator[Finding]:
    onward = {id: [edge.to for edge in edges] for id, edges in edges_of(pathway).items()}
    reached = _reachable([pathway.steps[0].id], onward)
    for place, part in _places(pathway):
        if part.id not in reached:
            kind = "step" if isinstance(part, Step) else "end"
            yield (
                place,
                f"no step leads to the {kind} {quote(part.id)}. Let a choice or a 'then' lead to it, or delete it",
            )


def _endless(pathway: Pathway) -> Iterator[Finding]:
    backward: dict[str, list[str]] = {}
    for id, edges in edges_of(pathway).items():
        for edge in edges:
            backward.setdefault(edge.to, []).append(id)
    ending = _reachable([end.id for end in pathway.ends], backward)
    for i, step in enumerate(pathway.steps):
        if step.id not in ending:
            yield ("steps", i), f"from step {quote(step.id)} no end is ever reached. Let a choice or a 'then' lead out"


def _reachable(start: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting += onward.get(id, ())
    return reached
