"""Rules between the parts of one form; they look at the file's data, so that one mistake hides no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from toolkit.forms.activity_rules import choice_rule, holds_rule, level_rule
from toolkit.forms.keys import MORE_ROOM
from toolkit.forms.part_rules import moved_rule, part_rule
from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.forms.sense_rules import note_rule, once_rule, retired_rule, size_rule
from toolkit.forms.table import Repeat
from toolkit.forms.text_rules import markup_rule, pasted_rule, plain_rule, texts_with_markup
from toolkit.sources.problems import did_you_mean, quote
from toolkit.sources.yaml_source import KeyPath

LONGEST_KEY = 60  # Word refuses a control whose tag has more than 64 characters; "~99" may follow
MERGE_FIELD = re.compile(r"\{([^{}\n]*)\}")
RESERVED_IDS = {"record", "stop", MORE_ROOM}


def lists_with_ids(form: RawForm) -> Iterator[tuple[KeyPath, str, str]]:
    """(path, key, noun) of every list in which ids must differ."""
    yield (), "record", "question"
    yield (), "sections", "section"
    yield (), "parts", "part"
    if isinstance(form.get("stop_if"), dict):
        yield ("stop_if",), "conditions", "condition"
    for position, _ in parts(form, "sections"):
        for key in ("questions", "columns", "rows"):
            yield ("sections", position), key, key.removesuffix("s")


def id_rule(form: RawForm) -> Iterator[Fault]:
    """In one list an id is used once, and no `was` names an id that is in use or taken over already."""
    for path, key, noun in lists_with_ids(form):
        owner = _at(form, path)
        ids = [part.get("id") for _, part in parts(owner, key)]
        positions: dict[Any, int] = {}
        for position, part in parts(owner, key):
            first = positions.setdefault(part.get("id"), position)
            if first != position and part.get("id") is not None:
                message = f"the id {quote(part['id'])} is repeated here. Give this {noun} another id"
                yield (*path, key, position, "id"), message
            for old in part.get("was") or () if isinstance(part.get("was"), list) else ():
                if old in ids or positions.setdefault(("was", old), position) != position:
                    yield (*path, key, position, "was"), f"the id {quote(old)} in 'was' belongs to another {noun}"


def table_rule(form: RawForm) -> Iterator[Fault]:
    """Questions and rows of a section share one space of names; names must fit into a Word file."""
    for position, section in parts(form, "sections"):
        rows = [part for _, part in parts(section, "rows")] or [{"id": "row"}]
        columns = [part for _, part in parts(section, "columns")]
        names = {part.get("id") for part in rows if columns}
        if section.get("id") in RESERVED_IDS:
            yield ("sections", position, "id"), f"the id {quote(section['id'])} is kept for the form's own use"
        for index, question in parts(section, "questions"):
            if question.get("id") in names:
                yield (
                    ("sections", position, "questions", index, "id"),
                    f"the id {quote(question['id'])} is also the id of a row of this section. Give one another id",
                )
        if sum(column.get("takes_resources") is True for column in columns) > 1:
            yield ("sections", position, "columns"), "only one column can have 'takes_resources: true'"
        yield from _long_names(section, position, rows, columns)


def _long_names(section: RawForm, position: int, rows: list[RawForm], columns: list[RawForm]) -> Iterator[Fault]:
    longest = max((str(column.get("id")) for column in columns), key=len, default="")
    names = [("questions", i, f"{section.get('id')}/{q.get('id')}") for i, q in parts(section, "questions")]
    names += [("rows", i, f"{section.get('id')}/{row.get('id')}/{longest}") for i, row in enumerate(rows) if columns]
    for key, index, name in names:
        if len(name) > LONGEST_KEY:
            message = f"the ids make the field name {quote(name)} of {len(name)} characters; at most {LONGEST_KEY} fit"
            yield ("sections", position, key, index, "id"), f"{message} into a Word file. Shorten an id"


def repeat_rule(form: RawForm) -> Iterator[Fault]:
    """What may be filled in several times begins with no more of them than are allowed."""
    usual = {name: field.default for name, field in Repeat.model_fields.items()}
    for position, section in parts(form, "sections"):
        for key in ("repeat", "row_repeat"):
            repeat = section.get(key)
            if not isinstance(repeat, dict):
                continue
            for name in ("blank", "in_files"):
                count, most = (repeat.get(each, usual[each]) for each in (name, "most"))
                if isinstance(count, int) and isinstance(most, int) and count > most:
                    message = f"'{name}' is {count}, and 'most' allows {most}. Lower '{name}' or raise 'most'"
                    yield ("sections", position, key, name if name in repeat else "most"), message


def save_rule(form: RawForm) -> Iterator[Fault]:
    """What could be about a person is never kept by the browser; what has nothing to fill in has nothing to save."""
    fillable = bool(form.get("record")) or any(
        section.get("questions") or section.get("columns") for _, section in parts(form, "sections")
    )
    if form.get("holds_personal_data") is True and form.get("save") == "draft":
        yield ("save",), "'holds_personal_data' is true, so 'save' must be 'file': nothing is kept on the device"
    if form.get("names_nobody") is True and form.get("holds_personal_data") is not True:
        yield ("names_nobody",), "'holds_personal_data' is false, which says the same. Leave 'names_nobody' out"
    if fillable and form.get("save") == "none":
        yield ("save",), "the form has fields, so 'save' must be 'file' or 'draft'"
    if not fillable and form.get("save") in ("file", "draft"):
        yield ("save",), "nothing can be filled in here, so 'save' must be 'none'"


def version_rule(form: RawForm) -> Iterator[Fault]:
    """The history ends with the version that the form has, and nothing changed later than that."""
    version = form.get("version")
    history = [(i, change.get("version")) for i, change in parts(form, "changes")]
    if isinstance(version, int) and history and history[-1][1] != version:
        yield ("changes", history[-1][0], "version"), f"the last of 'changes' must be version {version}, the form's own"
    for path, key, _ in lists_with_ids(form):
        for position, part in parts(_at(form, path), key):
            changed_in = part.get("changed_in")
            if isinstance(changed_in, int) and isinstance(version, int) and changed_in > version:
                message = f"changed_in {changed_in} is later than the form's version {version}"
                yield (*path, key, position, "changed_in"), message


def merge_rule(form: RawForm) -> Iterator[Fault]:
    """A {field} in a text is the id of a question of 'record'."""
    ids = [str(part.get("id")) for _, part in parts(form, "record")]
    for path, text in texts_with_markup(form):
        for name in MERGE_FIELD.findall(text):
            if path == ("before_use",):
                yield path, f"{{{name}}} cannot be used here: it is read before the form is. Leave out the braces"
            elif name not in ids:
                near = did_you_mean(name, ids)
                yield path, f"{{{name}}} is not a question of 'record'.{near} Add it there, or leave out the braces"


def split_rule(form: RawForm) -> Iterator[Fault]:
    """Settings are split by what is in the record, which each file has once."""
    for position, section in parts(form, "sections"):
        for key in ("questions", "columns"):
            for index, question in parts(section, key):
                if question.get("split_by"):
                    where = ("sections", position, key, index, "split_by")
                    yield (
                        where,
                        "only a question of the 'record' can have 'split_by'. Leave it out, or move the question",
                    )


def _at(form: Any, path: KeyPath) -> Any:
    for step in path:
        form = form[step]
    return form


RULES: tuple[Callable[[RawForm], Iterator[Fault]], ...] = (
    id_rule,
    table_rule,
    repeat_rule,
    save_rule,
    version_rule,
    merge_rule,
    split_rule,
    markup_rule,
    plain_rule,
    pasted_rule,
    part_rule,
    moved_rule,
    holds_rule,
    level_rule,
    choice_rule,
    retired_rule,
    once_rule,
    size_rule,
    note_rule,
)
