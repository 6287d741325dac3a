"""Last time beside this time: how many settings that have both have moved, by area and by item, and who has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.collation.before import Movement, Pairs, count_movements
from toolkit.collation.cells import ReportValue, count_or_withheld, make_table
from toolkit.collation.counts import Counts, States
from toolkit.collation.items import CountedItem, possible_states
from toolkit.collation.rating_tables import add, rating_words
from toolkit.collation.splits import Split, SplitGroup
from toolkit.collation.withhold import Name, Sum, withhold
from toolkit.forms.kinds.rating import RATINGS
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Chart, Table

BOTH = "both"  # the group of settings with a plan from before
BEFORE_SPLIT = "before"  # the id of the split into those and the others
MOVEMENT_COLOURS = ("green", "grey", "red")


@dataclass(frozen=True)
class Comparison:
    """Settings with a plan from before: how they rated then and now, and how they have moved.

    `numbers` are counts by (item, state then) and (item, movement); `hidden` are those withheld.
    """

    pairs: Pairs
    counts: Counts
    numbers: Mapping[tuple[str, str], int]
    hidden: frozenset[Name]

    def number(self, item: CountedItem, state: str) -> int | None:
        """How many settings rated an item so then, or moved so; None where it is withheld."""
        return None if (item.key, state) in self.hidden else self.numbers[item.key, state]

    def number_now(self, item: CountedItem, state: str) -> int | None:
        """How many of the same settings rate it so now; None where it is withheld."""
        return self.counts.number(f"{BEFORE_SPLIT}={BOTH}", item.key, state)

    @property
    def items(self) -> tuple[CountedItem, ...]:
        """What is rated."""
        return self.counts.rated


def split_by_before(pairs: Pairs) -> Split:
    """Settings with a plan from before, and the others: so that neither is what is left of all settings."""
    groups = (
        SplitGroup(BOTH, "", tuple(now for now, _ in pairs.pairs)),
        SplitGroup("", "", pairs.only_now),
    )
    return Split(BEFORE_SPLIT, "", groups, is_of_files=True)


def compare_plans(pairs: Pairs, counts: Counts, states: States, smallest: int) -> Comparison:
    """The comparison of pairs; where `smallest` is not 0, without counts below it and those that would reveal them."""
    movements = count_movements(counts.rated, pairs.pairs, states)
    numbers: dict[tuple[str, str], int] = {}
    sums = []
    for item in counts.rated:
        then = Counter(states[before][item.key] for _, before in pairs.pairs)
        numbers |= {(item.key, state): then[state] for state in possible_states(item)}
        numbers |= {(item.key, movement): movements[item.key][movement] for movement in Movement}
        sums.append(Sum(tuple((item.key, state) for state in possible_states(item))))
        sums.append(Sum(tuple((item.key, movement) for movement in Movement)))
    few = smallest and len(pairs.pairs) < smallest
    hidden = withhold(numbers, sums, smallest, forced=set(numbers) if few else ()) if smallest else frozenset()
    return Comparison(pairs, counts, numbers, hidden)


def movement_table(comparison: Comparison, language: Language) -> Table:
    """A line for each item: how many of the settings are better, the same and worse, and its ratings then and now."""
    t = language.translate
    lines = []
    for item in comparison.items:
        line: list[ReportValue] = [item.prompt, item.section.title]
        line += [count_or_withheld(comparison.number(item, movement)) for movement in Movement]
        for rating in RATINGS:
            line.append(count_or_withheld(comparison.number(item, rating)))
            line.append(count_or_withheld(comparison.number_now(item, rating)))
        lines.append(line)
    headings = [t("report.rated"), t("report.section"), *_movements(language)]
    for words in rating_words(comparison.items):
        headings += [t("report.then", words=words), t("report.now", words=words)]
    about = t("report.movement-about", count=len(comparison.pairs.pairs))
    chart = Chart((2, 3, 4), MOVEMENT_COLOURS)
    return make_table("movement", t("report.movement"), headings, lines, language, about=about, chart=chart)


def movement_areas_table(comparison: Comparison, language: Language) -> Table:
    """A line for each area with the sums of its items, and one for all together."""
    t = language.translate
    lines: list[list[ReportValue]] = []
    totals: list[int | None] = [0] * len(Movement)
    for _, items in comparison.counts.areas:
        numbers = [add(*(comparison.number(item, movement) for item in items)) for movement in Movement]
        lines.append([items[0].section.title, *map(count_or_withheld, numbers)])
        totals = [add(*pair) for pair in zip(totals, numbers, strict=True)]
    sums = [len(lines)] if len(lines) > 1 else []
    lines += [[t("report.all-areas"), *map(count_or_withheld, totals)]] if sums else []
    about = t("report.movement-about", count=len(comparison.pairs.pairs))
    headings = [t("report.section"), *_movements(language)]
    title, chart = t("report.movement-areas"), Chart((1, 2, 3), MOVEMENT_COLOURS)
    return make_table("movement-areas", title, headings, lines, language, sums=sums, about=about, chart=chart)


def unpaired_table(comparison: Comparison, language: Language) -> Table:
    """The settings that have a plan of one time alone, by name."""
    t = language.translate
    headings = [t("report.setting"), t("report.only"), t("report.file")]
    return make_table("unpaired", t("report.unpaired"), headings, _unpaired(comparison.pairs, language), language)


def _unpaired(pairs: Pairs, language: Language) -> Iterator[list[ReportValue]]:
    for plans, key in ((pairs.only_now, "report.only-now"), (pairs.only_before, "report.only-before")):
        for plan in plans:
            yield [plan.setting, language.translate(key), plan.name]


def _movements(language: Language) -> list[str]:
    return [language.translate(f"report.{movement}") for movement in Movement]
