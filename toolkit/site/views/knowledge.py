"""What the fragments about figures, words and sources show."""

from __future__ import annotations

from itertools import groupby

from toolkit.pages.page import page_url
from toolkit.registers.choices import Theme
from toolkit.site.model import Site
from toolkit.site.views.words import Context, first_letter


def fact(site: Site, path: str, id: str) -> Context:
    """A figure with its source, in a sentence."""
    return {"fact": site.library.facts[id]}


def term(site: Site, path: str, id: str, text: str | None = None, use: int = 1) -> Context:
    """A word with its meaning; `use` says how often the page has had it, from 1."""
    return {"term": site.library.terms[id], "text": text, "anchor": f"term-{id}-{use}" if use > 1 else f"term-{id}"}


def glossary(site: Site, path: str) -> Context:
    """All terms, from A to Z."""
    terms = sorted(site.library.terms.values(), key=lambda t: t.term.casefold())
    by_letter = {character: list(group) for character, group in groupby(terms, key=lambda t: first_letter(t.term))}
    return {"letters": by_letter, "total": len(terms)}


def figures(site: Site, path: str) -> Context:
    """Each figure under the first of its topics, or under the topic above that, in the order of the topics."""
    topics, facts = site.library.topics, site.library.facts.values()
    above = {topic.id: topic.parent or topic.id for topic in topics.values()}
    groups = [(topic, [fact for fact in facts if above[fact.topics[0]] == topic.id]) for topic in topics.values()]
    return {"groups": [group for group in groups if group[1]], "pages_stating": site.pages_stating}


def sources(site: Site, path: str) -> Context:
    """The documents that the toolkit is made from."""
    return {"sources": list(site.library.sources.values())}


def guidance(site: Site, path: str, id: str, text: str | None = None) -> Context:
    """An edition of law or guidance, cited in a sentence."""
    return {"edition": site.library.guidance[id], "newer": site.library.superseded_guidance.get(id), "text": text}


def duty_to_report(site: Site, path: str, id: str, detail: str = "short") -> Context:
    """What is known of the duty to report, from its one record."""
    edition = site.library.duties[id]
    return {"edition": edition, "duty": edition.duty, "detailed": detail == "full"}


def guidance_register(site: Site, path: str) -> Context:
    """The law and guidance that pages cite, with their editions."""
    editions = sorted(site.library.guidance.values(), key=lambda g: g.title.casefold())
    old = site.library.superseded_guidance
    return {
        "current": [g for g in editions if g.id not in old],
        "superseded": [(g, old[g.id]) for g in editions if g.id in old],
        "pages_citing": site.pages_citing,
    }


MOST_PATHWAYS = 5  # named beside words to say; words that more of them use lead to all


def practice_examples(site: Site, path: str, theme: str) -> Context:
    """Examples of practice, of one theme or of all."""
    themes = tuple(Theme) if theme == "all" else (theme,)
    examples = list(site.library.examples.values())
    groups = [(id, site.language.translate(f"themes.{id}"), [e for e in examples if e.theme == id]) for id in themes]
    return {"groups": groups, "several": len(groups) > 1}


def phrases(
    site: Site, path: str, ids: list[str] | None = None, topic: str | None = None, audience: str | None = None
) -> Context:
    """Words to say, each with the pathways whose steps name it and the chapters that say more, but not this page."""
    family = site.library.topic_family(topic) if topic else set()
    candidates = ids or site.library.phrases
    candidate_phrases = [site.library.phrases[id] for id in candidates if id in site.library.phrases]
    matches = [
        p for p in candidate_phrases if (not topic or family & {*p.topics}) and (not audience or audience in p.audience)
    ]
    pages = {page for phrase in matches for page in phrase.pages if page != path and page in site.page_at}
    return {
        "phrases": matches,
        "pathways_saying": site.pathways_saying,
        "most_pathways": MOST_PATHWAYS,
        "page_links": {page: (page_url(page), site.page_at[page].meta.title) for page in pages},
    }


def prevalence_calculator(site: Site, path: str) -> Context:
    """The calculator of how many children a figure means."""
    children = site.copy.partnership.children if site.copy else None
    return {"sizes": (1_000, 10_000, 50_000, 100_000), "children": children}


VIEWS = (
    fact,
    term,
    glossary,
    figures,
    sources,
    guidance,
    duty_to_report,
    guidance_register,
    practice_examples,
    phrases,
    prevalence_calculator,
)
