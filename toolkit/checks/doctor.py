"""What is stale or thin in a sound site: nothing that stops a build, everything that an editor should know."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.finding import Finding
from toolkit.checks.untranslated import untranslated
from toolkit.pages.readability import reading_age
from toolkit.site.model import Site

HARD_TO_READ = 14.0  # years of age that the text should not be above, where the subject allows


def examine(site: Site) -> Iterator[Finding]:
    """Every finding about a site, the gravest first; those without items are left out."""
    for finding in (
        _superseded(site),
        _numbers(site),
        _advice(site),
        _hard_pages(site),
        _unnamed(site),
        _unstated(site),
        _reviews(site),
        *untranslated(site),
    ):
        if finding.items:
            yield finding


def page_measures(site: Site) -> list[tuple[str, int, float]]:
    """(path, words, reading age) of each page, the hardest first."""
    measures = [(page.path, page.words, reading_age(page.text)) for page in site.pages]
    return sorted(measures, key=lambda measure: (-measure[2], measure[0]))


def _superseded(site: Site) -> Finding:
    return Finding(
        "Pages and outcomes of plans that name superseded guidance",
        "Read the newer edition, then change the citation, or keep it where the older one is meant.",
        site.superseded_lines,
    )


def _numbers(site: Site) -> Finding:
    unchecked = [r for r in site.library.general if r.phone and not r.checked]
    return Finding(
        "Phone numbers that nobody has tried",
        "Ring each, then add 'checked: <the day>' to its entry in resources.yml.",
        tuple(f"{r.id}: {r.phone} ({r.title})" for r in unchecked),
    )


def _advice(site: Site) -> Finding:
    return Finding(
        "Places in pages that are most often slips",
        "Each stops nothing. Look at the line, and leave it if it is meant so.",
        tuple(str(advice) for page in site.pages for advice in page.advice),
    )


def _hard_pages(site: Site) -> Finding:
    hard = [(path, age) for path, _, age in page_measures(site) if age > HARD_TO_READ]
    return Finding(
        f"Pages harder to read than for age {HARD_TO_READ:.0f}",
        "Shorten sentences and choose plainer words where the subject allows.",
        tuple(f"docs/{path}: about age {age}" for path, age in hard),
    )


def _unnamed(site: Site) -> Finding:
    unnamed = [r for r in site.library.general if r.id not in site.pages_naming and r.status != "superseded"]
    return Finding(
        "Resources that no chapter names",
        "They are listed by topic. Name each on the page where it helps.",
        tuple(f"{r.id} ({r.title})" for r in unnamed),
    )


def _unstated(site: Site) -> Finding:
    return Finding(
        "Figures that no page states",
        "State them where they help, or remove them from data/facts.yml.",
        tuple(id for id in site.library.facts if id not in site.pages_stating),
    )


def _reviews(site: Site) -> Finding:
    waiting = [page for page in site.pages if page.meta.written and page.meta.sources and not page.meta.reviewed]
    count = (f"{len(waiting)} of {len(site.pages)} pages",) if waiting else ()
    return Finding("Pages that no practitioner has reviewed", "Ask one, then add 'reviewed' and 'reviewed_by'.", count)
