"""Answers as files keep them: names and texts, brought up to what the form asks today."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.answers.entry_ids import NO_IDS, EntryIds, read_entry_ids
from toolkit.answers.findings import EmptyFile, Unplaced
from toolkit.answers.limits import LATEST_VERSION, LONGEST_NAME, MOST_ANSWERS, MOST_CHARACTERS
from toolkit.answers.more_room import join_continued
from toolkit.answers.page_definition import browser_definition, changed, renamed
from toolkit.answers.parse_json import parse_json
from toolkit.answers.placing import place
from toolkit.answers.unreadable import Reason
from toolkit.answers.unreadable import Unreadable as Unreadable
from toolkit.answers.visible import Document
from toolkit.forms.definition import Form
from toolkit.forms.keys import FORMAT, FORMAT_VERSION, Key, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import fits, plain_fields
from toolkit.forms.question import Question

DIGITS = re.compile("[0-9]{1,4}")
LINE_BREAK = re.compile(r"\r\n?|\x0b|\x0c")  # Office writes the last two for breaks of lines and pages
NOT_A_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # XML cannot hold them
SPACES = "\t\n\x0b\x0c\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


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


@dataclass(frozen=True)
class Current:
    """Answers under the names of today; `obsolete` is what the form no longer asks, `unplaced` what found no place."""

    texts: Mapping[str, str]
    obsolete: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    ids: EntryIds = NO_IDS


def read_json(content: bytes) -> Answers:
    """The answers of a file that a form's page saved; raises Unreadable."""
    data = parse_json(content)
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("answers"), dict):
        raise Unreadable(Reason.NO_ANSWERS)
    format_version = _whole_number(data.get("format_version"))
    if format_version < 1:
        raise Unreadable(Reason.NO_ANSWERS)
    if format_version > FORMAT_VERSION:
        raise Unreadable(Reason.NEWER)
    form, saved_on = data.get("form"), data.get("saved")
    return Answers(
        clean_text(form) if isinstance(form, str) else "",
        version_of(data.get("form_version")),
        texts_of(data["answers"]),
        clean_text(saved_on) if isinstance(saved_on, str) else "",
        ids=read_entry_ids(data.get("plan"), data.get("entries")),
    )


def _whole_number(value: object) -> int:
    """A whole number, also where it is written as 1.0; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if float(value).is_integer() else 0


def version_of(value: object) -> int:
    """The version of a form that a file names; the first where it names none that there can be."""
    number = int(value) if isinstance(value, str) and DIGITS.fullmatch(value) else _whole_number(value)
    return number if 1 <= number <= LATEST_VERSION else 1


def texts_of(raw: Mapping[str, object]) -> dict[str, str]:
    """The answers of a file that are texts under names; raises Unreadable where anything else is among them."""
    texts = {key: value for key, value in raw.items() if isinstance(value, str) and utf16_length(key) <= LONGEST_NAME}
    if len(texts) < len(raw) or len(texts) > MOST_ANSWERS or sum(map(utf16_length, texts.values())) > MOST_CHARACTERS:
        raise Unreadable(Reason.NOT_ANSWERS)
    return clean_answers(texts)


def utf16_length(text: str) -> int:
    """The length of a text as JavaScript counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def write_json(
    form: Form, texts: Mapping[str, str], saved_on: str, version: int | None = None, ids: EntryIds | None = None
) -> str:
    """The file that a form's page would save; `version` is that in which the answers were given, if not today's."""
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "form": form.id,
        "form_title": form.title,
        "form_version": version or form.version,
        "saved": saved_on,
        **({"plan": ids.plan, "entries": dict(sorted(ids.entries.items()))} if ids and ids.plan else {}),
        "answers": dict(sorted(clean_answers(texts).items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def clean_answers(texts: Mapping[str, str]) -> dict[str, str]:
    """The answers that are not empty, with one kind of line break, and of characters that every format can hold."""
    answers = {clean_text(key): clean_text(value) for key, value in texts.items()}
    return {key: value for key, value in answers.items() if value.strip(SPACES)}


def clean_text(text: str) -> str:
    """A text with one kind of line break, and of characters that every format can hold."""
    return NOT_A_CHARACTER.sub("\ufffd", LINE_BREAK.sub("\n", text))


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
    return Current(current, rest, tuple(marked), unplaced, answers.ids.of(current, origins))


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
