"""Rules about levels, parts of an activity, and rows that people choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.forms.choosing import CHOSEN
from toolkit.forms.holds import Holds
from toolkit.forms.kinds import find_kind
from toolkit.forms.kinds.kind import QuestionKind
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.sources.problems import one_of, quote

TEXT_KINDS = frozenset({QuestionKind.TEXT, QuestionKind.LONG_TEXT})
KINDS_BY_PART: Mapping[Holds, frozenset[QuestionKind]] = {
    **dict.fromkeys((Holds.ACTION, Holds.LEAD, Holds.SIGN, Holds.NOTE, Holds.EVIDENCE), TEXT_KINDS),
    Holds.DUE: frozenset({QuestionKind.DATE}),
    Holds.STATUS: frozenset({QuestionKind.STATUS}),
    Holds.PRIORITY: frozenset({QuestionKind.CHOICE}),
}


def holds_rule(form: RawForm) -> Iterator[Fault]:
    """Each part of an activity is asked once in a table, with a kind that can hold it."""
    yield from _check_parts(form, ("record",), {})
    for position, section in parts(form, "sections"):
        yield from _check_parts(section, ("sections", position, "questions"), {})
        owners = {Holds.CHOSEN: CHOSEN} if form.get("choose_rows") else {}
        yield from _check_parts(section, ("sections", position, "columns"), owners)


def _check_parts(owner: RawForm, path: tuple[Any, ...], owners: dict[Any, str]) -> Iterator[Fault]:
    for index, question in parts(owner, str(path[-1])):
        part = question.get("holds")
        if part not in tuple(Holds):
            continue
        kind = question.get("kind", QuestionKind.LONG_TEXT)
        kinds = KINDS_BY_PART.get(Holds(part))
        where = (*path, index, "holds")
        if kinds is None:
            yield where, "'chosen' is added by 'choose_rows' of the form. Leave 'holds: chosen' out"
        elif kind not in kinds:
            yield where, f"what holds {quote(part)} is of the kind {one_of(sorted(kinds))}, not {quote(kind)}"
        elif part in owners:
            yield where, f"{quote(part)} belongs to {quote(owners[part])} already. One question of a list can hold it"
        owners.setdefault(part, str(question.get("id")))


def level_rule(form: RawForm) -> Iterator[Fault]:
    """A row's levels are of its table's ratings, each once, and its next steps have different ids."""
    for position, section in parts(form, "sections"):
        kinds = [find_kind(column.get("kind")) for _, column in parts(section, "columns")]
        for index, row in parts(section, "rows"):
            where = ("sections", position, "rows", index, "levels")
            if row.get("levels") and not any(kind and kind.is_rated for kind in kinds):
                yield where, "no column of this table is a rating, so no level applies. Add one of 'kind: rating'"
            yield from ((where + path, message) for path, message in _repeated_levels(row))


def _repeated_levels(row: RawForm) -> Iterator[Fault]:
    ratings: set[Any] = set()
    ids: set[Any] = set()
    for number, level in parts(row, "levels"):
        rating = level.get("rating")
        if rating in ratings:
            free = one_of([str(each) for each in RATINGS if each not in ratings]) or "none"
            yield (number, "rating"), f"the rating {quote(rating)} has a level already. Without one: {free}"
        ratings.add(rating)
        for index, step in parts(level, "next"):
            if step.get("id") in ids:
                yield (number, "next", index, "id"), f"the id {quote(step['id'])} is repeated in this row. Give another"
            ids.add(step.get("id"))


def choice_rule(form: RawForm) -> Iterator[Fault]:
    """Rows can be chosen where a form has more given rows than people choose, and no id is that of the tick."""
    count = form.get("choose_rows")
    tables = [(position, section) for position, section in parts(form, "sections") if section.get("columns")]
    rows = sum(len(list(parts(section, "rows"))) for _, section in tables)
    if count is None:
        if "choose_label" in form:
            yield ("choose_label",), "the form has no 'choose_rows'. Add it, or leave 'choose_label' out"
        return
    if isinstance(count, int) and count > rows:
        yield ("choose_rows",), f"people are to choose about {count} rows, and the form has {rows}. Lower the number"
    for position, section in tables:
        for key in ("columns", "rows"):
            for index, part in parts(section, key):
                if key == "columns" and part.get("id") == CHOSEN:
                    message = f"the id {quote(CHOSEN)} is kept for the tick of 'choose_rows'. Give this column another"
                    yield ("sections", position, key, index, "id"), message
