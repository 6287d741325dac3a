"""The few numbers of a report that come first, and what a reader has to know before them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.collation import activity_tables, rating_tables
from toolkit.collation.activity_counts import ALL_PLACES, EACH, LATE, has_activities
from toolkit.collation.cells import count_or_withheld, in_words, share_or_withheld
from toolkit.collation.counts import ALL_SETTINGS
from toolkit.collation.material import Material
from toolkit.collation.splits import normalise
from toolkit.forms.kinds.rating import RATINGS

SOON = 30  # days


def make_figures(material: Material) -> Iterator[tuple[str, str]]:
    """(what, how much) of the few numbers that come first."""
    t, language, counts = material.language.translate, material.language, material.counts
    yield t("report.settings-count"), str(len(material.plans))
    if counts.rated:
        totals = [
            rating_tables.add(*(counts.number(ALL_SETTINGS, area, rating) for area, _ in counts.areas))
            for rating in RATINGS
        ]
        words = rating_tables.rating_words(counts.rated)[-1]
        share = share_or_withheld(totals[-1], rating_tables.add(*totals))
        yield t("report.of-ratings", words=words), in_words(share, language)
    if has_activities(material.form):
        for key, state in (("activities", EACH), ("late", LATE)):
            number = count_or_withheld(material.activity_counts.number(ALL_PLACES, state))
            yield t(f"report.{key}"), in_words(number, language)
        if material.options.has_settings:
            yield t("report.due-soon"), str(activity_tables.due_soon(material.entries, material.options.today, SOON))


def make_notes(material: Material) -> Iterator[str]:
    """What a reader has to know before the numbers."""
    t, options, comparison = material.language.translate, material.options, material.comparison
    if options.filters:
        yield t("report.filtered", filters="; ".join(_filters_in_words(material)))
    if options.smallest:
        yield t("report.withheld-about", smallest=options.smallest)
    if options.without_names:
        yield t("report.names-about")
    if comparison:
        pairs = comparison.pairs
        if pairs.are_in_files:
            yield t("report.reviews-about", count=len(pairs.pairs))
            return
        counts = {"now": len(pairs.only_now), "before": len(pairs.only_before)}
        yield t("report.before-about", count=len(pairs.pairs), **counts)


def _filters_in_words(material: Material) -> Iterator[str]:
    """What each filter asks for, as the form words it."""
    questions = {question.id: question for question in material.form.record}
    for each in material.options.filters:
        question = questions[each.id]
        words = {normalise(value): words for value, words in question.choices}
        texts = {normalise(plan.record(each.id)): " ".join(plan.record(each.id).split()) for plan in material.plans}
        yield f"{question.label}: {' / '.join(words.get(value) or texts.get(value, value) for value in each.values)}"
