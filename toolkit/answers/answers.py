"""Answers as files keep them: names and texts, brought up to what the form asks today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.answers.answer_origins import Origins, read_origins
from toolkit.answers.earlier import Review, earlier_as_data, read_earlier
from toolkit.answers.entry_ids import NO_IDS, EntryIds, read_entry_ids
from toolkit.answers.findings import EmptyFile, Unplaced
from toolkit.answers.limits import MOST_FORMS
from toolkit.answers.more_room import join_continued
from toolkit.answers.page_definition import browser_definition, changed, renamed
from toolkit.answers.parse_json import parse_json
from toolkit.answers.placing import place
from toolkit.answers.texts import check_length, clean_answers, clean_text, texts_of, version_of, whole_number
from toolkit.answers.unreadable import Reason
from toolkit.answers.unreadable import Unreadable as Unreadable
from toolkit.answers.visible import Document
from toolkit.forms.definition import Form
from toolkit.forms.keys import FORMAT, FORMAT_VERSION, Key, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import fits, plain_fields
from toolkit.forms.question import Question


@dataclass(frozen=True)
class Answers:
    """What one file holds: the form it belongs to, in which version, and texts by name.

    Of a document that people write in, `document` is what it shows; with the form, its texts find their places.
    """

    form: str
    version: int
    texts: Mapping[str, str]
    saved_on: str = ""
    document: Document | None = None
    ids: EntryIds = NO_IDS
    origins: Origins = field(default_factory=dict)
    earlier: tuple[Review, ...] = ()
    further: tuple[Answers, ...] = ()  # of other forms, in the same file

    @property
    def all_texts(self) -> Iterator[str]:
        """Its answers, and those of earlier reviews."""
        yield from self.texts.values()
        for review in self.earlier:
            yield from review.texts.values()


@dataclass(frozen=True)
class Current:
    """Answers under the names of today; `obsolete` is what the form no longer asks, `unplaced` what found no place."""

    texts: Mapping[str, str]
    obsolete: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    ids: EntryIds = NO_IDS
    origins: Origins = field(default_factory=dict)
    earlier: tuple[Review, ...] = ()


def read_json(content: bytes) -> Answers:
    """The answers of a file that a form's page saved, with those of other forms in it; raises Unreadable."""
    data = parse_json(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("answers"), dict):
        raise Unreadable(Reason.NO_ANSWERS)
    format_version = whole_number(data.get("format_version"))
    if format_version < 1:
        raise Unreadable(Reason.NO_ANSWERS)
    if format_version > FORMAT_VERSION:
        raise Unreadable(Reason.NEWER)
    part = _read_part(data)
    answers = replace(part, further=_read_others(data, part.form))
    check_length(text for part in (answers, *answers.further) for text in part.all_texts)
    return answers


def _read_part(data: Mapping[str, Any]) -> Answers:
    """What a file holds of one form; raises Unreadable."""
    form, saved_on = data.get("form"), data.get("saved")
    return Answers(
        clean_text(form) if isinstance(form, str) else "",
        version_of(data.get("form_version")),
        texts_of(data["answers"]),
        clean_text(saved_on) if isinstance(saved_on, str) else "",
        ids=read_entry_ids(data.get("plan"), data.get("entries")),
        origins=read_origins(data.get("origins")),
        earlier=read_earlier(data.get("earlier")),
    )


def _read_others(data: Mapping[str, Any], form: str) -> tuple[Answers, ...]:
    """What a file holds of other forms than its first; raises Unreadable where a form is there twice or has no name."""
    raw = [] if data.get("others") is None else data["others"]
    if not isinstance(raw, list) or len(raw) >= MOST_FORMS:
        raise Unreadable(Reason.NOT_ANSWERS)
    if not all(isinstance(part, dict) and isinstance(part.get("answers"), dict) for part in raw):
        raise Unreadable(Reason.NOT_ANSWERS)
    further = tuple(map(_read_part, raw))
    names = [form, *(part.form for part in further)]
    if further and (not all(names) or len(set(names)) < len(names)):
        raise Unreadable(Reason.NOT_ANSWERS)
    return further


def write_json(
    form: Form,
    texts: Mapping[str, str],
    saved_on: str,
    version: int | None = None,
    ids: EntryIds | None = None,
    beside: Current | None = None,
) -> str:
    """The file that a form's page would save; `version` is that in which the answers were given, if not today's.

    `beside` has what else the file keeps: where answers are from, and earlier reviews.
    """
    origins = {key: list(entries) for key, entries in sorted(beside.origins.items())} if beside else {}
    earlier = earlier_as_data(beside.earlier) if beside else []
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "form": form.id,
        "form_title": form.title,
        "form_version": version or form.version,
        "saved": saved_on,
        **({"plan": ids.plan, "entries": dict(sorted(ids.entries.items()))} if ids and ids.plan else {}),
        "answers": dict(sorted(clean_answers(texts).items())),
        **({"origins": origins} if origins else {}),
        **({"earlier": earlier} if earlier else {}),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def bring_up_to_date(form: Form, answers: Answers, templates: Sequence[EmptyFile] = ()) -> Current:
    """The answers under today's names. What has gone is kept apart; a new name never overwrites a given answer.

    `templates` are the site's own files of the form, for documents that do not say what the form itself says.
    """
    unplaced: tuple[Unplaced, ...] = ()
    origins: Mapping[str, str] | None = None
    if answers.document:
        placed = place(answers.document, browser_definition(form), templates)
        answers, unplaced = replace(answers, texts=texts_of(placed.texts)), placed.unplaced
        origins = placed.origins
    questions = {key: question for key, question, _ in plain_fields(form)}
    names, versions = renamed(form), changed(form)
    texts: dict[str, str] = {}
    obsolete: dict[str, str] = {}
    marked = []
    for key, value in sorted(answers.texts.items(), key=lambda item: _plain(item[0]) not in questions):
        now = _today(form, key, questions, names)
        if now is None or str(now) in texts:
            obsolete[key] = value
            continue
        texts[str(now)] = tidy(questions[now.plain], value)
        if answers.version < versions.get(now.plain, 0):
            marked.append(str(now))
    joined, rest = join_continued(texts, obsolete, lambda key: _name_today(form, key, questions, names))
    current = clean_answers(joined)
    keys = {key: _name_today(form, key, questions, names) for key in answers.origins}
    brought = {now: answers.origins[key] for key, now in keys.items() if now and now in current}
    ids = answers.ids.of(current, origins)
    return Current(current, rest, tuple(marked), unplaced, ids, brought, answers.earlier)


def tidy(question: Question, value: str) -> str:
    """A value as pages keep it, whichever program wrote it: ticks, words of a choice, dates."""
    return kind_of(question.kind).tidy(value, question.choices)


def _plain(key: str) -> str:
    name = split(key)
    return name.plain if name else key


def _name_today(form: Form, key: str, questions: Mapping[str, Question], names: Mapping[str, str]) -> str | None:
    now = _today(form, key, questions, names)
    return None if now is None else str(now)


def _today(form: Form, key: str, questions: Mapping[str, Question], names: Mapping[str, str]) -> Key | None:
    """The name that an answer has today; None for what is no longer asked, or no longer so often."""
    name = split(key)
    if name is None:
        return None
    if name.plain not in questions and name.plain in names:
        name = Key(tuple(names[name.plain].split("/")), name.numbers)
    return name if name.plain in questions and fits(form, name, questions[name.plain]) else None
