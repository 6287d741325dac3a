"""What became of a form since an earlier state of its file: what vanished, and what changed its meaning unsaid.

Both are looked at as raw data, so that an earlier file can be older than today's keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.forms.earlier_names import former_ids, names_today, part_at, questions_of, retired_keys
from toolkit.forms.fingerprint import plain
from toolkit.forms.kinds import QuestionKind, find_kind
from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.forms.table import Repeat
from toolkit.sources.problems import one_of, quote
from toolkit.sources.yaml_source import KeyPath

MEANING_ADVICE = "Raise the form's 'version' and write 'changed_in' with it"


def changes_since(before: RawForm, now: RawForm) -> Iterator[Fault]:
    """What is wrong with how a form has changed: each with its place in today's data, and what to do."""
    old_version, version = _version(before), _version(now)
    if version < old_version:
        yield ("version",), f"the version was {old_version} and is {version}. It only ever rises"
    yield from _vanished(before, now)
    yield from _asked_again(before, now)
    yield from _changed_questions(before, now, is_raised=version > old_version)
    if version <= old_version:
        yield from _changed_words(before, now)
    yield from _fewer_entries(before, now, is_raised=version > old_version)


def _vanished(before: RawForm, now: RawForm) -> Iterator[Fault]:
    """What was asked and is not, under no name of today and not under `retired`: said once for each row."""
    names, retired, former = names_today(now), retired_keys(now), questions_of(before)
    missing = [name for name in former if name not in names and name not in retired]
    positions = {str(section.get("id")): position for position, section in parts(now, "sections")}
    groups: dict[str, list[str]] = {}
    for name in missing:
        row = "/".join(name.split("/")[:2])
        is_whole_row = all(each in missing for each in former if each.startswith(f"{row}/"))
        groups.setdefault(row if is_whole_row else name, []).append(name)
    for group, keys in groups.items():
        section = group.split("/")[0]
        where: KeyPath = ("sections", positions[section]) if section in positions else ("sections",)
        advice = f"List it under 'retired', with a label: {one_of(keys)}. Or say in 'was' what it is called now"
        yield where, f"{quote(group)} was asked and is not any more. {advice}"


def _asked_again(before: RawForm, now: RawForm) -> Iterator[Fault]:
    """A name that was retired is asked again: answers to the former question would be taken for its own."""
    for name, entry in questions_of(now).items():
        if name in retired_keys(before) and name not in questions_of(before):
            yield (
                (*entry.path, "id"),
                f"{quote(name)} was retired, and is asked again. Give the new question another id",
            )


def _changed_questions(before: RawForm, now: RawForm, *, is_raised: bool) -> Iterator[Fault]:
    """A kind or options that mean something else, without a version that says so."""
    names, today = names_today(now), questions_of(now)
    paths: set[KeyPath] = set()
    for old_name, old in questions_of(before).items():
        entry = today.get(names.get(old_name, ""))
        if entry is None or entry.path in paths or entry.path[0] == "stop_if":
            continue
        paths.add(entry.path)
        is_said = is_raised and entry.question.get("changed_in") == now.get("version")
        for key, message in () if is_said else _changes(old.question, entry.question):
            yield (*entry.path, key) if key in entry.question else entry.path, f"{message}. {MEANING_ADVICE}"


def _changes(old: RawForm, new: RawForm) -> Iterator[tuple[str, str]]:
    usual = QuestionKind.LONG_TEXT.value
    kinds = old.get("kind", usual), new.get("kind", usual)
    both = [find_kind(kind) for kind in kinds]
    if kinds[0] != kinds[1] and not all(kind and kind.is_free_text for kind in both):
        yield "kind", f"the kind was {quote(kinds[0])} and is {quote(kinds[1])}"
        return
    before, now = (question.get("options") for question in (old, new))
    if not isinstance(before, list) or before == now:
        return
    now = now if isinstance(now, list) else []
    if both[1] and both[1].fixed_answers:
        pairs = zip(before, now or ["the usual words"] * len(before), strict=False)
        changed = [(was, words) for was, words in pairs if plain(str(was)) != plain(str(words))]
        if changed:
            yield "options", f"{quote(changed[0][0])} is now called {quote(changed[0][1])}, and old answers with it"
    elif missing := [option for option in before if option not in now]:
        yield "options", f"the option {quote(missing[0])} is gone, and there may be answers with it"


def _changed_words(before: RawForm, now: RawForm) -> Iterator[Fault]:
    """Labels, prompts and descriptions of ratings that read otherwise, in a form of the same version."""
    names, today = names_today(now), questions_of(now)
    pairs = [(old, today[names[name]]) for name, old in questions_of(before).items() if names.get(name) in today]
    texts: dict[KeyPath, tuple[str, Any, Any]] = {}
    for old, new in pairs:
        key = "text" if new.path[0] == "stop_if" else "label"
        texts[(*new.path, key)] = ("label", old.question.get(key), new.question.get(key))
        if new.row and old.row and "rows" in new.row and "rows" in old.row:
            old_row, row = part_at(before, old.row), part_at(now, new.row)
            texts[(*new.row, "prompt")] = ("prompt", old_row.get("prompt"), row.get("prompt"))
            former = {str(level.get("rating")): level.get("means") for _, level in parts(old_row, "levels")}
            for index, level in parts(row, "levels"):
                if str(level.get("rating")) in former:
                    path = (*new.row, "levels", index, "means")
                    texts[path] = ("description of this rating", former[str(level.get("rating"))], level.get("means"))
    for path, (noun, was, words) in texts.items():
        if isinstance(was, str) and isinstance(words, str) and plain(was) != plain(words):
            message = f"the {noun} was {quote(was)}. If it means something else now, raise 'version' and write"
            yield path, f"{message} 'changed_in'; if only the words are new, raise 'version' alone"


def _fewer_entries(before: RawForm, now: RawForm, *, is_raised: bool) -> Iterator[Fault]:
    """Entries that a section or row may have no longer, so that answers of people's files become 'no longer asked'."""
    places = {
        id: (position, section)
        for position, section in parts(now, "sections")
        for id in (str(section.get("id")), *former_ids(section))
    }
    for _, old in () if is_raised else parts(before, "sections"):
        position, section = places.get(str(old.get("id")), (0, None))
        for key in ("repeat", "row_repeat") if section else ():
            was, most = (_most(part.get(key)) for part in (old, section or {}))
            if was > most:
                where: KeyPath = ("sections", position, key) if section and key in section else ("sections", position)
                message = (
                    f"up to {was} could be filled in and now {most}, so entries of older files would have no place"
                )
                yield where, f"{message}. Raise 'most' again, or raise 'version' if that is meant"


def _most(repeat: Any) -> int:
    most = repeat.get("most", Repeat.model_fields["most"].default) if isinstance(repeat, Mapping) else 1
    return most if isinstance(most, int) else 1


def _version(form: RawForm) -> int:
    version = form.get("version")
    return version if isinstance(version, int) else 1
