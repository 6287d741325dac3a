"""Changes entries of the lists of a YAML file, by id, and leaves every other line as it is.

A key is replaced by its lines alone; an entry within braces, or a list within brackets, as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from toolkit.edits.data import REMOVE as REMOVE
from toolkit.edits.data import EntryEdit as EntryEdit
from toolkit.edits.data import change_data, change_entry, ids_of, in_order, key_before, place_of
from toolkit.edits.lines import Replacement, Span, apply_replacements, entry_spans, key_spans, last_line
from toolkit.edits.values import entry_lines, key_lines
from toolkit.sources.problems import Problem, ProblemsFound
from toolkit.sources.yaml_source import Source, parse_yaml


def edit_entries(text: str, name: str, edits: Sequence[EntryEdit], keys: Sequence[str]) -> str:
    """The text of a file with its entries changed. `keys` is the order in which an entry has its keys.

    An empty text is a file that is not there yet. Raises ProblemsFound where the file is not sound YAML.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    source = parse_yaml(plain, name) if plain.strip() else Source(name, {}, {})
    expected = change_data(source.data, edits, keys)
    for place in dict.fromkeys(edit.place for edit in edits):
        plain = _edit_list(plain, name, place, [edit for edit in edits if edit.place == place], keys)
    if parse_yaml(plain, name).data != expected:
        message = "this file is written in a way that cannot be changed from here. Change it in a text editor"
        raise ProblemsFound([Problem(name, 0, message)])
    return plain.replace("\n", newline)


def _edit_list(text: str, name: str, place: str, edits: Sequence[EntryEdit], keys: Sequence[str]) -> str:
    source = parse_yaml(text, name) if text.strip() else Source(name, {}, {})
    lines = text.split("\n")
    entries = source.data.get(place) or []
    if place not in source.data or not entries or _is_flow(lines, source, place):
        return _write_list(lines, source, place, change_data(source.data, edits, keys)[place])
    spans = entry_spans(lines, source, place)
    positions = {str(entry.get("id")): number for number, entry in enumerate(entries) if isinstance(entry, dict)}
    replacements: list[Replacement] = []
    new = [edit for edit in edits if edit.id not in positions]
    for edit in edits:
        if edit.id in positions:
            position = positions[edit.id]
            entry = entries[position]
            replacements += _edit_entry(lines, source, (place, position), spans[position], entry, edit, keys)
    ids = ids_of(entries)
    replacements += [_new_entry(lines, spans, ids, edit, keys) for edit in in_order(new, ids)]
    return "\n".join(apply_replacements(lines, replacements))


def _edit_entry(
    lines: list[str],
    source: Source,
    path: tuple[str, int],
    span: Span,
    entry: dict[str, Any],
    edit: EntryEdit,
    keys: Sequence[str],
) -> list[Replacement]:
    """What replaces the lines of an entry's keys."""
    values = {key: value for key, value in edit.values.items() if value is not REMOVE or key in entry}
    spans = key_spans(lines, source, path, span, entry)
    first = next(iter(entry), "")
    if lines[span.start].lstrip(" -").startswith("{") or first in values or not spans:
        return [_whole_entry(lines, span, change_entry(entry, values, keys))]
    result = []
    for key, value in values.items():
        if key not in entry:
            after = spans[key_before(key, entry, keys)]
            written = key_lines(key, value, is_flush=_is_flush(lines, span, after.column))
            result.append(Replacement(after.end, after.end, [" " * after.column + line for line in written], key))
            continue
        at = spans[key]
        before = "\n".join(line[at.column :] for line in lines[at.start : at.end])
        written = [] if value is REMOVE else key_lines(key, value, before)
        result.append(Replacement(at.start, at.end, [" " * at.column + line if line else line for line in written]))
    order = {key: number for number, key in enumerate(keys)}
    return sorted(result, key=lambda r: (r.start, order.get(r.key, -1)))


def _whole_entry(lines: list[str], span: Span, values: dict[str, Any]) -> Replacement:
    before = "\n".join(line[span.column :] for line in lines[span.start : span.end])
    written = [" " * span.column + line if line else line for line in entry_lines(values, before)]
    return Replacement(span.start, span.end, written)


def _new_entry(
    lines: list[str], spans: Sequence[Span], ids: Sequence[str], edit: EntryEdit, keys: Sequence[str]
) -> Replacement:
    """The lines of a new entry: in the order of ids where the list has it, else at its end."""
    place = place_of(edit.id, ids)
    previous = spans[place - 1] if place else None
    column = spans[0].column
    is_apart = len(spans) < 2 or not lines[spans[1].start - 1].strip()
    values = change_entry({"id": edit.id}, edit.values, keys)
    written = [" " * column + line if line else line for line in entry_lines(values, is_flush=column == 0)]
    if previous is None:
        return Replacement(spans[0].start, spans[0].start, [*written, ""] if is_apart else written)
    return Replacement(previous.end, previous.end, ["", *written] if is_apart else written)


def _write_list(lines: list[str], source: Source, place: str, entries: list[dict[str, Any]]) -> str:
    """The text with a list in place of an empty one or of one in brackets; at the end where there is none."""
    block = [f"{place}:"]
    for number, entry in enumerate(entries):
        block += [""] * (number > 0) + ["  " + line if line else line for line in entry_lines(entry)]
    if place in source.data:
        start = source.line((place,)) - 1
        lines = apply_replacements(lines, [Replacement(start, last_line(lines, source, (place,), 0), block)])
    else:
        body = "\n".join(lines).rstrip("\n").split("\n")
        lines = [*(body if body != [""] else []), *([""] if body != [""] else []), *block]
    return "\n".join(lines).rstrip("\n") + "\n"


def _is_flow(lines: list[str], source: Source, place: str) -> bool:
    rest = lines[source.line((place,)) - 1].split(":", 1)[-1].strip()
    return rest.startswith("[")


def _is_flush(lines: list[str], span: Span, column: int) -> bool:
    """Whether lists below the keys of an entry begin in the column of their key."""
    return any(re.match(rf" {{{column}}}- ", line) for line in lines[span.start + 1 : span.end])
