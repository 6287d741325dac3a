"""How the steps of a pathway lead to one another, and what can be wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.pathways.model import End, Pathway, Step
from toolkit.sources.problems import did_you_mean, one_of, quote
from toolkit.sources.yaml_source import KeyPath

FlowFault = tuple[KeyPath, str]


@dataclass(frozen=True)
class Edge:
    """An edge out of a step: the id that it leads to, and the answer that chooses it, if there is one."""

    to: str
    label: str | None = None


def edges_of(pathway: Pathway) -> dict[str, tuple[Edge, ...]]:
    """The edges out of each step, in order, by the step's id. Only a last step that says nothing has none."""
    below = [step.id for step in pathway.steps[1:]]
    return {
        step.id: _edges_from(step, below[position] if position < len(below) else None)
        for position, step in enumerate(pathway.steps)
    }


def find_faults(pathway: Pathway) -> Iterator[FlowFault]:
    """What is wrong with the order of the steps; whether all can be reached is checked only where ids are sound."""
    faults = [*_repeated_ids(pathway), *_unclear_steps(pathway), *_missing_targets(pathway)]
    yield from faults or [*_unreachable_parts(pathway), *_endless_steps(pathway)]


def _edges_from(step: Step, below: str | None) -> tuple[Edge, ...]:
    if step.choices:
        return tuple(Edge(choice.to, choice.label) for choice in step.choices)
    following = step.then or below
    return (Edge(following),) if following else ()


def _parts_with_paths(pathway: Pathway) -> Iterator[tuple[KeyPath, Step | End]]:
    yield from ((("steps", i), step) for i, step in enumerate(pathway.steps))
    yield from ((("ends", i), end) for i, end in enumerate(pathway.ends))


def _repeated_ids(pathway: Pathway) -> Iterator[FlowFault]:
    ids: set[str] = set()
    for place, part in _parts_with_paths(pathway):
        if part.id in ids:
            yield (
                (*place, "id"),
                f"the id {quote(part.id)} is repeated among the steps and ends. Give one of them another id",
            )
        ids.add(part.id)


def _unclear_steps(pathway: Pathway) -> Iterator[FlowFault]:
    last = len(pathway.steps) - 1
    for i, step in enumerate(pathway.steps):
        if step.choices and step.then:
            yield ("steps", i, "then"), f"step {quote(step.id)} has both 'choices' and 'then'. Keep one of them"
        if i == last and not step.choices and not step.then:
            yield ("steps", i), f"the last step, {quote(step.id)}, leads nowhere. Add 'then' with the id of an end"


def _missing_targets(pathway: Pathway) -> Iterator[FlowFault]:
    ids = [part.id for _, part in _parts_with_paths(pathway)]
    for i, step in enumerate(pathway.steps):
        targets: list[tuple[KeyPath, str]] = [
            (("steps", i, "choices", j, "to"), c.to) for j, c in enumerate(step.choices)
        ]
        targets += [(("steps", i, "then"), step.then)] if step.then else []
        for place, to in targets:
            if to == step.id:
                yield place, f"step {quote(step.id)} leads to itself. Name another step or an end"
            elif to not in ids:
                advice = did_you_mean(to, ids) or f" Known: {one_of(ids, 30)}"
                yield place, f"step {quote(step.id)} leads to {quote(to)}, which is no step or end.{advice}"


def _unreachable_parts(pathway: Pathway) -> Iterator[FlowFault]:
    onward = {id: [edge.to for edge in edges] for id, edges in edges_of(pathway).items()}
    reachable = _reachable([pathway.steps[0].id], onward)
    for place, part in _parts_with_paths(pathway):
        if part.id not in reachable:
            kind = "step" if isinstance(part, Step) else "end"
            yield (
                place,
                f"no step leads to the {kind} {quote(part.id)}. Let a choice or a 'then' lead to it, or delete it",
            )


def _endless_steps(pathway: Pathway) -> Iterator[FlowFault]:
    backward: dict[str, list[str]] = {}
    for id, edges in edges_of(pathway).items():
        for edge in edges:
            backward.setdefault(edge.to, []).append(id)
    ending = _reachable([end.id for end in pathway.ends], backward)
    for i, step in enumerate(pathway.steps):
        if step.id not in ending:
            yield ("steps", i), f"from step {quote(step.id)} no end is ever reached. Let a choice or a 'then' lead out"


def _reachable(start: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    ids: set[str] = set()
    waiting = list(start)
    while waiting:
        id = waiting.pop()
        if id not in ids:
            ids.add(id)
            waiting += onward.get(id, ())
    return ids
