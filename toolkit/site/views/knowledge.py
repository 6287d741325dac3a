"""What the fragments about figures, words and sources show."""

from __future__ import annotations

from itertools import groupby

from toolkit.site.model import Site
from toolkit.site.views.words import Context, first_letter


def fact(site: Site, path: str, id: str) -> Context:
    return {"fact": site.library.facts[id]}


def term(site: Site, path: str, id: str, text: str | None = None) -> Context:
    return {"term": site.library.terms[id], "text": text}


def glossary(site: Site, path: str) -> Context:
    terms = sorted(site.library.terms.values(), key=lambda t: t.term.casefold())
    letters = {letter: list(found) for letter, found in groupby(terms, key=lambda t: first_letter(t.term))}
    return {"letters": letters, "total": len(terms)}


def figures(site: Site, path: str) -> Context:
    return {"facts": list(site.library.facts.values()), "pages_stating": site.pages_stating}


def sources(site: Site, path: str) -> Context:
    return {"sources": list(site.library.sources.values())}


VIEWS = (fact, term, glossary, figures, sources)
