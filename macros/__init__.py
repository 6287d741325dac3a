"""The macros that pages call. Each leaves a placeholder, and its fragment is put in once the page is rendered.

The authors' page is made from these signatures and docstrings: the first paragraph says what the reader sees,
and each line that begins with {{ is an example.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from toolkit.overlays.words import NOUN_FORMS
from toolkit.pages.calls import OneOf
from toolkit.pages.placeholders import block, inline
from toolkit.pathways.model import PathwayId
from toolkit.registers.choices import HOME_NATIONS, Theme
from toolkit.registers.fields import AudienceId, GuidanceId, KindId, NounId, ResourceId, SourceId, TermId, TopicId
from toolkit.registers.refers import Refers

BodyId = Annotated[str, Refers(("bodies",))]
WordForm = Annotated[str, OneOf(NOUN_FORMS)]
NationOrAll = Annotated[str, OneOf(("all", *HOME_NATIONS))]
FormId = Annotated[str, Refers(("forms",))]
FactId = Annotated[str, Refers(("facts",))]
ThemeName = Annotated[str, OneOf(("all", *Theme))]
PhraseId = Annotated[str, Refers(("phrases",))]
DutyId = Annotated[str, Refers(("duties",))]
Detail = Annotated[str, OneOf(("short", "full"))]


def resource(id: ResourceId, text: str | None = None) -> str:
    """A link to a resource's own page, with its title, its kind, and a mark if it needs a login or a membership.

    The resource also joins the table "Resources on this page". `text` replaces the title where that reads better.

    {{ resource("communicating-with-children-guide") }}
    {{ resource("communicating-with-children-guide", text="the CSA Centre's guide") }}
    """
    return inline("resource", id=id, text=text)


def resource_table(
    topic: TopicId | None = None,
    audience: AudienceId | None = None,
    kind: KindId | None = None,
    source: SourceId | None = None,
    ids: list[ResourceId] | None = None,
) -> str:
    """A table of all resources that fit: by topic, audience, kind, source document, or a list of ids.

    Several conditions together narrow the table. A topic brings the topics below it. What is superseded is left out.

    {{ resource_table(topic="trauma", kind="video") }}
    {{ resource_table(ids=["pants", "childline"]) }}
    """
    return block("resource-table", topic=topic, audience=audience, kind=kind, source=source, ids=ids)


def helplines(audience: AudienceId) -> str:
    """The helplines for a group of people, with number, hours and who may ring, as large links for a phone.

    {{ helplines(audience="adult-survivors") }}
    """
    return block("helplines", audience=audience)


def fact(id: FactId) -> str:
    """A figure or finding from data/facts.yml: its sentence, and where and when it comes from.

    It stands as a paragraph or list item of its own.

    {{ fact("children-tried-to-tell") }}
    """
    return inline("fact", id=id)


def term(id: TermId, text: str | None = None) -> str:
    """A word of the glossary: its meaning appears when it is pointed at or focused, and it leads to the glossary.

    {{ term("harmful-sexual-behaviour") }}
    {{ term("strategy-discussion", text="the first discussion") }}
    """
    return inline("term", id=id, text=text)


def pathway(id: PathwayId) -> str:
    """A panel that leads to a pathway, with the moment that it is for.

    {{ pathway("child-tells-you") }}
    """
    return block("pathway", id=id)


def situation_finder() -> str:
    """Three questions that lead to what to do this minute, a pathway, numbers to ring, words to say and a form.

    The situations are the pathways that have `happened`, in the order in which the page lists them with pathway().
    Without script there is nothing of it, so the list must stand on the page.

    {{ situation_finder() }}
    """
    return block("situation-finder")


def guidance(id: GuidanceId, text: str | None = None) -> str:
    """Cites an edition of statutory guidance, guidance or law from data/guidance.yml.

    The reader sees title and edition with a link, and what has taken its place once it is superseded; the build
    then names every page that still cites it. The publication joins "Resources on this page".

    {{ guidance("working-together-2026") }}
    """
    return inline("guidance", id=id, text=text)


def duty_to_report(id: DutyId, detail: Detail = "short") -> str:
    """A duty to report from data/guidance.yml: in a sentence, or with who must report what to whom, and how to check.

    Use it wherever a page speaks of such a duty, so that all pages change together.

    {{ duty_to_report("crime-and-policing-bill") }}
    {{ duty_to_report("social-services-and-well-being-wales-act-2014", detail="full") }}
    """
    return block("duty-to-report", id=id, detail=detail)


def practice_examples(theme: ThemeName) -> str:
    """What local areas did, from data/examples.yml: of one theme, or of all with `theme="all"`.

    Themes: partners-together, working-with-schools, designated-leads, voice-of-the-child, audit.

    {{ practice_examples("audit") }}
    """
    return block("practice-examples", theme=theme)


def phrases(ids: list[PhraseId] | None = None, topic: TopicId | None = None, audience: AudienceId | None = None) -> str:
    """Words to say at a moment that is hard, and words to leave unsaid, each with a card to print.

    They come from data/phrases.yml: a list of ids in its own order, or all that fit a topic or an audience.

    {{ phrases(ids=["child-begins-to-tell"]) }}
    """
    return block("phrases", ids=ids, topic=topic, audience=audience)


def prevalence_calculator() -> str:
    """Two number fields that show the estimate for an area beside what is known there; nothing is sent or kept.

    {{ prevalence_calculator() }}
    """
    return block("prevalence-calculator")


def local_contacts() -> str:
    """Every local contact with number, hours and who may ring, or with advice where no number is set.

    {{ local_contacts() }}
    """
    return block("local-contacts")


def host_contact() -> str:
    """Who publishes this copy and how to reach them, for the pages on privacy and accessibility.

    {{ host_contact() }}
    """
    return block("host-contact")


def noun(id: NounId, form: WordForm | None = None) -> str:
    """A word that each copy chooses, such as setting, school or college; it is put in before the page is rendered.

    {{ noun("setting") }}
    {{ noun("setting", "plural") }}
    """
    return _too_late("noun")


def body(id: BodyId, form: WordForm | None = None) -> str:
    """What a body or role is called in the nations that a copy serves; it is put in before the page is rendered.

    {{ body("lado") }}
    """
    return _too_late("body")


def nation(id: NationOrAll) -> str:
    """On a line of its own: begins a passage for one nation, which a copy for the other leaves out; "all" ends it.

    {{ nation("wales") }}
    {{ nation("all") }}
    """
    return _too_late("nation")


def _too_late(name: str) -> str:
    """What the check of built pages finds, should a call have passed every other check."""
    return "{{ " + name + " }}"


def form(id: FormId) -> str:
    """A template or plan: what it is for, the page to fill it in on, and its files with their sizes.

    {{ form("annual-review-record") }}
    """
    return block("form-offer", id=id)


PUT_IN_EARLY = frozenset({"noun", "body", "nation"})  # words of a copy: in their places before a page is rendered
MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        resource,
        resource_table,
        helplines,
        fact,
        term,
        guidance,
        duty_to_report,
        practice_examples,
        phrases,
        situation_finder,
        prevalence_calculator,
        local_contacts,
        host_contact,
        noun,
        body,
        nation,
        form,
        pathway,
    )
}


def define_env(env: Any) -> None:
    """Hands the macros to the site engine's macro plugin."""
    for macro in MACROS.values():
        env.macro(macro)
