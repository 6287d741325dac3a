"""Tables of how many settings rate what how, by area and item, and of what else they choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.collation.cells import ReportValue, count_or_withheld, make_table, share_or_withheld
from toolkit.collation.counts import ALL_SETTINGS, Counts, group_name
from toolkit.collation.items import CountedItem, Missing, possible_states, state_in_words
from toolkit.forms.kinds.rating import RATINGS
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Chart, Table

FIRST_COUNT = 2  # the column after what is rated and its area
AREA_CHART = Chart((1, 3, 5), tuple(RATINGS))
ITEM_CHART = Chart((2, 4, 6), tuple(RATINGS))


def rating_words(items: Iterable[CountedItem]) -> list[str]:
    """The words of each rating; where items have different ones, all of them."""
    choices = [dict(item.choices) for item in items]
    return [" / ".join(dict.fromkeys(words[rating] for words in choices)) for rating in RATINGS]


def areas_table(counts: Counts, language: Language, group: str = ALL_SETTINGS) -> Table:
    """A line for each area with the sums of its items, and one for all together."""
    t = language.translate
    lines: list[list[ReportValue]] = []
    totals: dict[str, int | None] = dict.fromkeys(_states(counts), 0)
    for area, items in counts.areas:
        numbers = {state: counts.number(group, area, state) for state in totals}
        lines.append([items[0].section.title, *_cells(numbers)])
        totals = {state: add(totals[state], numbers[state]) for state in totals}
    sums = []
    if len(lines) > 1:
        sums = [len(lines)]
        lines.append([t("report.all-areas"), *_cells(totals)])
    headings = (t("report.section"), *_headings(counts, language))
    about = t("report.areas-about")
    return make_table("areas", t("report.areas"), headings, lines, language, sums=sums, about=about, chart=AREA_CHART)


def items_table(
    counts: Counts, language: Language, group: str = ALL_SETTINGS, title: str = "", key: str = "how-many"
) -> Table:
    """A line for each item that is rated: how many settings rate it how."""
    t = language.translate
    lines = []
    for item in counts.rated:
        numbers = {state: counts.number(group, item.key, state) for state in _states(counts)}
        lines.append([item.prompt, item.section.title, *_cells(numbers)])
    headings = (t("report.rated"), t("report.section"), *_headings(counts, language))
    about = t("report.how-many-about") if group == ALL_SETTINGS else ""
    return make_table(key, title or t("report.how-many"), headings, lines, language, about=about, chart=ITEM_CHART)


def groups_table(counts: Counts, language: Language) -> Table:
    """Every group's counts of every item, a line each: to filter in a spreadsheet."""
    t = language.translate
    lines: list[list[ReportValue]] = []
    for label, words, name in groups_of(counts):
        for item in counts.rated:
            numbers = {state: counts.number(name, item.key, state) for state in _states(counts)}
            lines.append([words, label, item.prompt, item.section.title, *_cells(numbers)])
    headings = [t(f"report.{key}") for key in ("answer", "split-by", "rated", "section")]
    headings += _headings(counts, language)
    return make_table("groups", t("report.groups"), headings, lines, language)


def groups_of(counts: Counts) -> Iterator[tuple[str, str, str]]:
    """(question, answer in words, name) of each group that a report shows.

    A text that so few settings gave that they are withheld is not shown: it may be a name.
    """
    for split in counts.splits:
        for group in split.groups if not split.is_of_files else ():
            name = group_name(split, group.value)
            if not (split.has_texts and group.value and name in counts.hidden):
                yield split.label, group.words, name


def choices_table(counts: Counts, language: Language) -> Table:
    """How many settings choose what, of questions with options."""
    t = language.translate
    lines: list[list[ReportValue]] = []
    for item in counts.items:
        for state in possible_states(item) if not item.is_rated else ():
            number = counts.number(ALL_SETTINGS, item.key, state)
            if number or state not in (Missing.OTHER_ANSWER, Missing.NOT_RATED):
                share = share_or_withheld(number, counts.size(ALL_SETTINGS))
                words = state_in_words(item, state, language)
                lines.append([item.prompt, item.section.title, words, count_or_withheld(number), share])
    headings = ("report.question", "report.section", "report.answer", "report.settings-count", "report.share")
    return make_table("choices", t("report.choices"), [t(key) for key in headings], lines, language)


def add(*numbers: int | None) -> int | None:
    """The sum of numbers; None where one is withheld."""
    given_numbers = [number for number in numbers if number is not None]
    return sum(given_numbers) if len(given_numbers) == len(numbers) else None


def _states(counts: Counts) -> list[str]:
    """The ratings and why there may be none; without those not chosen where nobody has chosen."""
    has_chosen = any(number for (_, _, state), number in counts.numbers.items() if state == Missing.NOT_CHOSEN)
    return [*RATINGS, Missing.NOT_RATED, *([Missing.NOT_CHOSEN] if has_chosen else [])]


def _headings(counts: Counts, language: Language) -> list[str]:
    t = language.translate
    ratings = [heading for words in rating_words(counts.rated) for heading in (words, f"{words}, %")]
    missing = {Missing.NOT_RATED: t("ratings.none"), Missing.NOT_CHOSEN: t("report.not-chosen")}
    return [*ratings, t("report.rated-count"), *(missing[Missing(state)] for state in _states(counts)[3:])]


def _cells(numbers: dict[str, int | None]) -> list[ReportValue]:
    """Each rating's count with its share of those rated, how many are rated, and the other counts.

    Of a line in which something is withheld there are no shares: they would give it away.
    """
    rated = add(*(numbers[rating] for rating in RATINGS))
    is_open = None not in numbers.values()
    cells: list[ReportValue] = []
    for rating in RATINGS:
        share = share_or_withheld(numbers[rating] if is_open else None, rated)
        cells += [count_or_withheld(numbers[rating]), share]
    rest = [count_or_withheld(number) for state, number in numbers.items() if state not in RATINGS]
    return [*cells, count_or_withheld(rated if is_open else None), *rest]
