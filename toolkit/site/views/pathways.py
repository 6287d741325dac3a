"""What the fragments about pathways show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.forms.definition import Form
from toolkit.pages.page import page_url
from toolkit.pathways.diagram import draw_diagram
from toolkit.pathways.flow import Edge, edges_of
from toolkit.pathways.model import Pathway, Step
from toolkit.registers.phrases import Phrase
from toolkit.registers.resources import Resource
from toolkit.registers.vocabulary import Contact
from toolkit.site.model import Site
from toolkit.site.views.words import Context


@dataclass(frozen=True)
class Aim:
    """A step or end as others point to it; an end has no number."""

    anchor: str
    title: str
    number: int | None


@dataclass(frozen=True)
class Stop:
    """A step with the edges that lead to it and on from it."""

    step: Step
    aim: Aim
    comes_from: tuple[tuple[str, Aim], ...]  # answers and steps; empty where the step before leads here in any case
    choices: tuple[tuple[str, Aim], ...]
    goes_on: Aim | None  # only where that is not the step below
    numbers: tuple[Resource, ...]  # what can be rung at this step, unless its sentences give the number
    phrases: tuple[Phrase, ...]  # words to say at it


@dataclass(frozen=True)
class Situation:
    """What happened to a child, as one answer of the finder of situations, with what the pathway needs at once."""

    pathway: Pathway
    contacts: tuple[Contact, ...]
    phrases: tuple[Phrase, ...]
    forms: tuple[Form, ...]

    @staticmethod
    def is_for_specialists(forms: Iterable[Form]) -> bool:
        """Whether each of these forms is for some professions alone, such as a plan that social care leads."""
        return all(FOR_ANYONE.isdisjoint(form.audience) for form in forms)


@dataclass(frozen=True)
class Asker:
    """One answer to "Who are you?", an audience, with whom it can ring and the chapter for it."""

    audience: str
    lines: tuple[Resource, ...]
    chapter: tuple[str, str] | None  # address and title


CARERS = ("all-professionals", "parents")  # those who are asked what happened to a child
FOR_ANYONE = frozenset(["all-professionals", "parents", "everyone"])
THEMSELVES = ("young-people", "adult-survivors", "own-behaviour")  # those who need someone to talk to
CHAPTERS = {
    "parents": "toolkit/supporting-parents-and-families.md",
    "adult-survivors": "toolkit/support-for-victims-and-survivors.md",
    "own-behaviour": "toolkit/people-worried-about-their-own-behaviour.md",
}


def pathway(site: Site, path: str, id: str) -> Context:
    """The line in a chapter that leads to a pathway."""
    return {"pathway": site.library.pathways[id], "labelled": not path.startswith("what-to-do/")}


def pathway_page(site: Site, path: str, id: str) -> Context:
    """One pathway: steps, choices, diagram."""
    entry = site.library.pathways[id]
    pages = {page for step in entry.steps for page in step.pages}
    return {
        **_steps(site, entry),
        "pathway": entry,
        "diagram": draw_diagram(entry),
        "page_links": {page: (page_url(page), site.page_at[page].meta.title) for page in pages},
        "forms": _forms(site, entry),
        "others": [p for p in site.library.pathways.values() if p.id != id],
        "duties": list(site.library.duties.values()),
    }


def pathway_sheet(site: Site, path: str, id: str) -> Context:
    """One pathway on one page of paper."""
    entry = site.library.pathways[id]
    return {
        **_steps(site, entry),
        "pathway": entry,
        "duties": list(site.library.duties.values()),
    }


def _steps(site: Site, pathway: Pathway) -> Context:
    edges = edges_of(pathway)
    aims = {
        step.id: Aim(f"step-{step.id}", step.title, number) for number, step in enumerate(pathway.steps, start=1)
    } | {end.id: Aim(f"end-{end.id}", end.title, None) for end in pathway.ends}
    return {"stops": [_stop(site, pathway, position, edges, aims) for position in range(len(pathway.steps))]}


def _stop(
    site: Site, pathway: Pathway, position: int, edges: Mapping[str, tuple[Edge, ...]], aims: Mapping[str, Aim]
) -> Stop:
    step = pathway.steps[position]
    onward = None if step.choices else aims[edges[step.id][0].to]
    return Stop(
        step,
        aims[step.id],
        _answers_leading_to(step.id, pathway, position, edges, aims),
        tuple((choice.label, aims[choice.to]) for choice in step.choices),
        onward if onward and onward.number != position + 2 else None,
        tuple(_numbers(site, step)),
        tuple(site.library.phrases[id] for id in step.phrases if id in site.library.phrases),
    )


def _answers_leading_to(
    id: str, pathway: Pathway, position: int, edges: Mapping[str, tuple[Edge, ...]], aims: Mapping[str, Aim]
) -> tuple[tuple[str, Aim], ...]:
    """(answer, step where it is given) of each; none where a reader comes here in any case."""
    before = edges[pathway.steps[position - 1].id] if position else ()
    if not position or any(edge.to == id and not edge.label for edge in before):
        return ()
    return tuple(
        (edge.label, aims[origin])
        for origin, step_edges in edges.items()
        for edge in step_edges
        if edge.to == id and edge.label
    )


def _numbers(site: Site, step: Step) -> Iterator[Resource]:
    text = " ".join(step.do)
    resources = site.library.select(ids=step.resources)
    yield from (resource for resource in resources if resource.phone and resource.phone not in text)


def situation_finder(site: Site, path: str) -> Context:
    """Who asks, what happened to a child, and what answers it: the situations in the order of the page's own list."""
    library = site.library
    page = site.page_at.get(path)  # the page of all macros is not an author's
    page_order = [call.arguments["id"] for call in page.calls if call.name == "pathway"] if page else []
    situations = {pathway.id: pathway for pathway in library.pathways.values() if pathway.happened}
    in_page_order = [situations.pop(id) for id in page_order if id in situations]
    return {
        "situations": [_situation(site, pathway) for pathway in (*in_page_order, *situations.values())],
        "carers": CARERS,
        "askers": [Asker(id, _lines_for(site, id), _chapter_for(site, id)) for id in (*CARERS, *THEMSELVES)],
    }


def _situation(site: Site, pathway: Pathway) -> Situation:
    library = site.library
    phrases = dict.fromkeys(id for step in pathway.steps for id in step.phrases if id in library.phrases)
    return Situation(
        pathway,
        tuple(contact for id, contact in library.contacts.items() if id in pathway.contacts and not contact.national),
        tuple(library.phrases[id] for id in phrases),
        _forms(site, pathway),
    )


def _forms(site: Site, pathway: Pathway) -> tuple[Form, ...]:
    """Its forms that may be given out, in its order."""
    forms = {form.id: form for form in site.library.offered_forms if not form.held_for_review}
    return tuple(forms[id] for id in pathway.forms if id in forms)


def _lines_for(site: Site, audience: str) -> tuple[Resource, ...]:
    return tuple(line for line in site.library.helplines(audience) if line.phone)


def _chapter_for(site: Site, audience: str) -> tuple[str, str] | None:
    page = site.page_at.get(CHAPTERS.get(audience, ""))
    return (page_url(page.path), page.meta.title) if page else None


VIEWS = (pathway, pathway_page, pathway_sheet, situation_finder)
