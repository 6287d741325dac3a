"""Small counts cannot be worked out from what is given: tried by listing every table that fits what a reader sees."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest

from toolkit.collation.withhold import Name, Sum, find_revealed, withhold

SMALLEST = 3


def make_table(rows: list[list[int]]) -> tuple[dict[Name, int], list[Sum]]:
    """Counts by (row, column) with the sums of rows, which are given anyway, and of columns, which are counts."""
    counts: dict[Name, int] = {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row)}
    columns = range(len(rows[0]))
    counts |= {("all", c): sum(row[c] for row in rows) for c in columns}
    sums = [Sum(tuple((r, c) for c in columns)) for r in range(len(rows))]
    sums.append(Sum(tuple(("all", c) for c in columns)))
    sums += [Sum(tuple((r, c) for r in range(len(rows))), ("all", c)) for c in columns]
    return counts, sums


def tables_that_fit(rows: list[list[int]], hidden: frozenset[Name]) -> Iterator[list[list[int]]]:
    """Every table with the same sums of rows and the same counts wherever they are not hidden."""
    choices = []
    for r, row in enumerate(rows):
        possible = itertools.product(*[range(sum(row) + 1) if (r, c) in hidden else [row[c]] for c in range(len(row))])
        choices.append([list(line) for line in possible if sum(line) == sum(row)])
    for table in itertools.product(*choices):
        columns = [sum(line[c] for line in table) for c in range(len(rows[0]))]
        if all(("all", c) in hidden or total == sum(row[c] for row in rows) for c, total in enumerate(columns)):
            yield list(table)


def test_what_is_not_small_is_given() -> None:
    counts, sums = make_table([[5, 0, 7], [9, 3, 0]])
    assert frozenset() == withhold(counts, sums, SMALLEST)


def test_one_small_count_takes_another_of_its_row_and_of_its_column_with_it() -> None:
    counts, sums = make_table([[1, 9, 9], [8, 7, 9], [9, 8, 6]])
    hidden = withhold(counts, sums, SMALLEST)
    assert (0, 0) in hidden
    assert len([name for name in hidden if name[0] == 0]) >= 2
    assert set() == find_revealed(counts, sums, hidden)


def test_two_small_counts_do_not_give_each_other_away() -> None:
    """Of 1 and 1, withheld together, the sum would say that both are 1."""
    counts: dict[Name, int] = {"red": 1, "amber": 1, "green": 8, "none": 9}
    assert {"red", "amber", "green"} == withhold(counts, [Sum(("red", "amber", "green", "none"))], SMALLEST)


def test_a_total_that_is_withheld_keeps_a_part_withheld() -> None:
    counts: dict[Name, int] = {"a": 0, "b": 2, "all": 2}
    assert {"b", "all"} <= withhold(counts, [Sum(("a", "b"), "all")], SMALLEST)


def test_a_group_that_is_withheld_whole_is_not_the_rest_of_the_others() -> None:
    counts, sums = make_table([[8, 9], [7, 6], [1, 1]])
    forced = {(2, 0), (2, 1)}
    hidden = withhold(counts, sums[:2] + sums[3:], SMALLEST, forced)
    assert forced < hidden
    assert not forced & find_revealed(counts, sums[:2] + sums[3:], hidden)


@pytest.mark.parametrize("seed", range(40))
def test_no_small_count_can_be_worked_out_by_trying_every_table(seed: int) -> None:
    chance = random.Random(seed)
    rows = [[chance.choice((0, 0, 1, 1, 2, 3, 4, 5)) for _ in range(3)] for _ in range(3)]
    counts, sums = make_table(rows)
    hidden = withhold(counts, sums, SMALLEST)
    assert not {name for name, count in counts.items() if 0 < count < SMALLEST} - hidden
    tables = list(itertools.islice(tables_that_fit(rows, hidden), 20_000))
    for r, c in itertools.product(range(3), range(3)):
        if 0 < rows[r][c] < SMALLEST:
            assert len({table[r][c] for table in tables}) > 1, (rows, sorted(map(str, hidden)), r, c)


def test_a_hidden_count_that_sums_leave_one_value_is_found() -> None:
    counts, sums = make_table([[1, 5], [4, 6]])
    assert {(0, 0), (0, 1)} <= find_revealed(counts, sums, {(0, 0), (0, 1)})
