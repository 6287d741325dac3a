"""Answers as files keep them: names and texts, brought up to what the form asks today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from toolkit.answers.browser import changed, renamed
from toolkit.forms.definition import Form
from toolkit.forms.keys import FORMAT, FORMAT_VERSION, Key, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import fits, plain_fields
from toolkit.forms.question import Question

MOST_ANSWERS, LONGEST_NAME = 50_000, 300  # as browser/lib/answers.mjs has them


class Unreadable(Exception):
    """Says in words why a file gives no answers."""


@dataclass(frozen=True)
class Answers:
    """What one file holds: the form it belongs to, in which version, and texts by name."""

    form: str
    version: int
    texts: Mapping[str, str]
    saved: str = ""


@dataclass(frozen=True)
class Current:
    """Answers under the names of today; `gone` is what the form no longer asks."""

    texts: Mapping[str, str]
    gone: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()


def read_json(content: bytes) -> Answers:
    """The answers of a file that a form's page saved; raises Unreadable."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable("it is not a file of answers, or it is cut short") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("answers"), dict):
        raise Unreadable("it does not hold answers of this toolkit")
    if not _is_number(data.get("format_version")) or data["format_version"] > FORMAT_VERSION:
        raise Unreadable("it was saved by a newer edition of the toolkit")
    texts = data["answers"]
    named = all(isinstance(value, str) and len(key) <= LONGEST_NAME for key, value in texts.items())
    if not named or len(texts) > MOST_ANSWERS:
        raise Unreadable("it holds something other than answers")
    version, saved = data.get("form_version"), data.get("saved")
    return Answers(
        str(data.get("form", "")),
        version if _is_number(version) else 1,
        filled(texts),
        saved if isinstance(saved, str) else "",
    )


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def write_json(form: Form, texts: Mapping[str, str], saved: str, version: int | None = None) -> str:
    """The file that a form's page would save; `version` is that in which the answers were given, if not today's."""
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "form": form.id,
        "form_title": form.title,
        "form_version": version or form.version,
        "saved": saved,
        "answers": dict(sorted(filled(texts).items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def filled(texts: Mapping[str, str]) -> dict[str, str]:
    """The answers that are not empty, with one kind of line break."""
    kept = {key: value.replace("\r\n", "\n").replace("\r", "\n") for key, value in texts.items()}
    return {key: value for key, value in kept.items() if value.strip()}


def bring_up_to_date(form: Form, answers: Answers) -> Current:
    """The answers under today's names. What has gone is kept apart; a new name never overwrites a given answer."""
    questions = {key: question for key, question, _ in plain_fields(form)}
    names, versions = renamed(form), changed(form)
    texts: dict[str, str] = {}
    gone: dict[str, str] = {}
    marked = []
    for key, value in sorted(answers.texts.items(), key=lambda item: _plain(item[0]) not in questions):
        now = _today(form, key, questions, names)
        if now is None or str(now) in texts:
            gone[key] = value
            continue
        texts[str(now)] = tidy(questions[now.plain], value)
        if answers.version < versions.get(now.plain, 0):
            marked.append(str(now))
    return Current(filled(texts), gone, tuple(marked))


def tidy(question: Question, value: str) -> str:
    """A value as pages keep it, whichever program wrote it: ticks, words of a choice, dates."""
    return kind_of(question.kind).tidy(value, question.choices)


def _plain(key: str) -> str:
    found = split(key)
    return found.plain if found else key


def _today(form: Form, key: str, questions: Mapping[str, Question], names: Mapping[str, str]) -> Key | None:
    """The name under which an answer stands today; None for what is no longer asked, or no longer so often."""
    found = split(key)
    if found is None:
        return None
    if found.plain not in questions and found.plain in names:
        found = Key(tuple(names[found.plain].split("/")), found.numbers)
    return found if found.plain in questions and fits(form, found, questions[found.plain]) else None
