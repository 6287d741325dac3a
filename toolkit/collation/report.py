"""A report on the files of one form: its figures, its tables and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.collation import activity_tables, before_tables, lists, rating_tables, setting_tables
from toolkit.collation.activity_counts import has_activities
from toolkit.collation.cells import ReportValue, count_or_withheld, in_words, make_table, share_or_withheld
from toolkit.collation.figures import make_figures, make_notes
from toolkit.collation.material import Material, prepare_material
from toolkit.collation.offers import Offer, Offers
from toolkit.collation.options import ReportOptions
from toolkit.collation.plan import Plan
from toolkit.collation.weaknesses import Weakness, find_weaknesses
from toolkit.forms.definition import Form
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table

BOARD_OFFERS, BOARD_STEPS = 3, 1  # of each weakness on the page for a board


@dataclass(frozen=True)
class WeaknessHelp:
    """A weakness with what would help, for a page that can link it."""

    weakness: Weakness
    share: str
    steps: tuple[str, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class GroupDetail:
    """The ratings of one group of settings."""

    label: str
    words: str
    size: str
    table: Table


@dataclass(frozen=True)
class Report:
    """All that a report says of one form's files. `answers` are long lists of what people wrote."""

    form: Form
    count: int
    notes: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    weaknesses: tuple[WeaknessHelp, ...]
    board: tuple[Table, ...]
    tables: tuple[Table, ...]
    details: tuple[GroupDetail, ...]
    answers: tuple[Table, ...]


def make_report(
    form: Form,
    plans: Sequence[Plan],
    before: Sequence[Plan],
    options: ReportOptions,
    language: Language,
    offers: Offers,
) -> Report:
    """The report on one form's files, with those of before where there are any."""
    material = prepare_material(form, plans, before, options, language)
    weaknesses = tuple(_help(weakness, offers, language) for weakness in find_weaknesses(material.counts))
    tables = tuple(table for table in _tables(material, weaknesses) if table.rows)
    answers = tuple(table for table in _answer_tables(material) if table.rows) if options.has_texts else ()
    return Report(
        form,
        len(plans),
        tuple(make_notes(material)),
        tuple(make_figures(material)),
        weaknesses,
        tuple(table for table in _board_tables(material, weaknesses) if table.rows),
        tables,
        tuple(_details(material)),
        answers,
    )


def _tables(material: Material, weaknesses: Sequence[WeaknessHelp]) -> Iterator[Table]:
    """What a report shows, in its order."""
    form, plans, counts, language = material.form, material.plans, material.counts, material.language
    options, entries, activity_counts = material.options, material.entries, material.activity_counts
    if options.has_settings:
        with_names = not options.without_names
        yield setting_tables.overview_table(form, plans, entries, options.today, language, with_names=with_names)
        yield lists.same_answers_table(plans, language) if with_names else EMPTY
        yield setting_tables.ratings_table(counts, material.states, plans, language) if counts.rated else EMPTY
    if counts.rated:
        yield rating_tables.areas_table(counts, language)
        yield rating_tables.items_table(counts, language)
    yield rating_tables.choices_table(counts, language)
    yield weaknesses_table(weaknesses, language)
    yield from _movement_tables(material)
    yield activity_tables.comparison_table(counts, activity_counts, language)
    yield rating_tables.groups_table(counts, language) if counts.rated else EMPTY
    if has_activities(form):
        yield activity_tables.activity_counts_table(activity_counts, form, language)
    if options.has_settings and entries:
        yield activity_tables.activities_table(form, entries, language, with_texts=options.has_texts)
    if options.has_texts:
        yield activity_tables.leads_table(entries, language) if entries else EMPTY
        yield lists.unread_days_table(form, plans, language)
    if options.has_settings:
        yield lists.overdue_table(form, plans, options.today, language)


EMPTY = Table("", (), (), {})


def _movement_tables(material: Material) -> Iterator[Table]:
    comparison, language = material.comparison, material.language
    if comparison and comparison.pairs.pairs and comparison.items:
        yield before_tables.movement_areas_table(comparison, language)
        yield before_tables.movement_table(comparison, language)
    if comparison and material.options.has_texts and not comparison.pairs.are_in_files:
        yield before_tables.unpaired_table(comparison, language)


def _board_tables(material: Material, weaknesses: Sequence[WeaknessHelp]) -> Iterator[Table]:
    """What a board sees: sums by area, movement, what would help, activities, and groups of settings."""
    counts, language = material.counts, material.language
    if counts.rated:
        yield rating_tables.areas_table(counts, language)
    else:
        yield rating_tables.choices_table(counts, language)
    comparison = material.comparison
    if comparison and comparison.pairs.pairs and comparison.items:
        yield before_tables.movement_areas_table(comparison, language)
    if has_activities(material.form):
        yield activity_tables.activity_areas_table(material.activity_counts, material.form, language)
    short = [replace(each, offers=each.offers[:BOARD_OFFERS], steps=each.steps[:BOARD_STEPS]) for each in weaknesses]
    yield weaknesses_table(short, language)
    yield activity_tables.comparison_table(counts, material.activity_counts, language)


def _answer_tables(material: Material) -> Iterator[Table]:
    form, plans, language = material.form, material.plans, material.language
    yield lists.missing_table(form, plans, language)
    yield lists.answers_table(form, plans, language)
    yield lists.obsolete_table(form, plans, language)
    yield lists.unplaced_table(plans, language)


def weaknesses_table(weaknesses: Sequence[WeaknessHelp], language: Language) -> Table:
    """What is rated lowest most often, with what comes next there and what would help."""
    t = language.translate
    lines: list[list[ReportValue]] = [
        [
            each.weakness.item.prompt,
            each.weakness.item.section.title,
            each.weakness.low,
            share_or_withheld(each.weakness.low, each.weakness.rated),
            "\n".join(each.steps),
            "\n".join(offer.title for offer in each.offers),
        ]
        for each in weaknesses
    ]
    keys = ("rated", "section", "lowest", "share-of-rated", "next", "help")
    return make_table("gaps", t("report.gaps"), [t(f"report.{key}") for key in keys], lines, language)


def _help(weakness: Weakness, offers: Offers, language: Language) -> WeaknessHelp:
    share = in_words(share_or_withheld(weakness.low, weakness.rated), language)
    return WeaknessHelp(
        weakness, share, tuple(step.activity for step in weakness.steps), tuple(offers.of_weakness(weakness))
    )


def _details(material: Material) -> Iterator[GroupDetail]:
    counts, language = material.counts, material.language
    for label, words, name in rating_tables.groups_of(counts) if counts.rated else ():
        size = in_words(count_or_withheld(counts.size(name)), language)
        if name not in counts.hidden:
            yield GroupDetail(
                label, words, size, rating_tables.items_table(counts, language, name, words, f"group-{name}")
            )
