"""Rules about what makes no sense together: answers would be lost, or no page could hold them."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.forms.earlier_names import questions_of
from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.forms.table import Repeat
from toolkit.sources.problems import quote

MOST_GIVEN_ROWS = 100  # given rows of a table; people fill in no longer one
WIDEST_TABLE = 12  # columns of a table, without the tick that `choose_rows` adds
LARGEST_FORM = 3000  # places to answer that a form begins with


def retired_rule(form: RawForm) -> Iterator[Fault]:
    """What is retired is not asked, is listed once, and is named as answers are."""
    names, keys = questions_of(form), set[str]()
    for position, retired in parts(form, "retired"):
        key = str(retired.get("key"))
        where = ("retired", position, "key")
        if key in names:
            yield where, f"{quote(key)} is still asked. Take it out here, or give the question of today another id"
        elif key in keys:
            yield where, f"{quote(key)} is repeated here. Keep one of them"
        elif not 2 <= len(key.split("/")) <= 3:
            yield where, f"{quote(key)} is not the name of an answer. Write section/question or section/row/column"
        keys.add(key)


def once_rule(form: RawForm) -> Iterator[Fault]:
    """Only a row that may be answered several times has something that is asked once."""
    for position, section in parts(form, "sections"):
        for key in ("questions", "columns"):
            for index, question in parts(section, key):
                if question.get("once") is not True or (key == "columns" and section.get("row_repeat")):
                    continue
                advice = "Leave 'once' out, or add 'row_repeat'" if key == "columns" else "Leave 'once' out"
                yield ("sections", position, key, index, "once"), f"this is asked once in any case. {advice}"
        columns = list(parts(section, "columns"))
        if section.get("row_repeat") and columns and all(column.get("once") is True for _, column in columns):
            message = "every column is asked once, so nothing of a row could be answered again. Leave 'row_repeat' out"
            yield ("sections", position, "row_repeat"), message


def size_rule(form: RawForm) -> Iterator[Fault]:
    """A form is of a size that a page can hold and people can fill in."""
    fields = 0
    for position, section in parts(form, "sections"):
        rows, columns = len(list(parts(section, "rows"))), len(list(parts(section, "columns")))
        for key, count, most in (("rows", rows, MOST_GIVEN_ROWS), ("columns", columns, WIDEST_TABLE)):
            if count > most:
                message = f"the table has {count} {key}; at most {most} can be filled in sensibly. Make sections of it"
                yield ("sections", position, key), message
        entries = (rows or bool(section.get("row_repeat"))) * _blank(section.get("row_repeat")) * columns
        fields += (len(list(parts(section, "questions"))) + entries) * _blank(section.get("repeat"))
    if fields > LARGEST_FORM:
        advice = "Ask less, lower 'blank', or make several forms of it"
        yield ("sections",), f"the form begins with {fields} places to answer; a page holds {LARGEST_FORM}. {advice}"


def note_rule(form: RawForm) -> Iterator[Fault]:
    """A note on what changed is beside what says that something did."""
    for name in questions_of(form).values():
        if "changed_note" in name.question and "changed_in" not in name.question:
            message = "'changed_note' is shown for answers from before 'changed_in'. Add that, or leave the note out"
            yield (*name.path, "changed_note"), message


def _blank(repeat: object) -> int:
    if not isinstance(repeat, dict):
        return 1
    blank = repeat.get("blank", Repeat.model_fields["blank"].default)
    return blank if isinstance(blank, int) else 1
