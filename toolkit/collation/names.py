"""Plans without names: settings as numbers, and no text that somebody typed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from toolkit.answers.answers import Current
from toolkit.collation.plan import Plan
from toolkit.collation.splits import normalise
from toolkit.forms.days import is_day
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import plain_fields
from toolkit.forms.question import Question
from toolkit.languages.language import Language


def leave_names_out(form: Form, plans: Iterable[Plan], language: Language) -> dict[Plan, Plan]:
    """Each plan without what could name its setting or a person; that there was a text is still to be seen.

    The order of the numbers says nothing of the names: it comes from the answers.
    """
    questions = {key: question for key, question, _ in plain_fields(form)}
    left_out = language.translate("report.left-out")
    order = sorted(plans, key=lambda plan: (_fingerprint(plan), plan.name))
    shared = _shared_texts(form, order)
    return {
        plan: replace(
            plan,
            name="",
            setting=language.translate("report.setting-number", number=number),
            current=Current(_plain_texts(plan.current.texts, questions, shared, left_out)),
        )
        for number, plan in enumerate(order, 1)
    }


def _shared_texts(form: Form, plans: Iterable[Plan]) -> frozenset[str]:
    """Texts of the record by which settings are split, such as a district, that more than one setting gives."""
    ids = [question.id for question in form.record if question.split_by]
    counter = Counter(text for plan in plans for text in {normalise(plan.record(id)) for id in ids})
    return frozenset(text for text, count in counter.items() if count > 1)


def _plain_texts(
    texts: Mapping[str, str], questions: Mapping[str, Question], shared: frozenset[str], left_out: str
) -> dict[str, str]:
    return {
        key: text if _is_plain(_question(key, questions), text, shared) else left_out for key, text in texts.items()
    }


def _question(key: str, questions: Mapping[str, Question]) -> Question | None:
    name = split(key)
    return questions.get(name.plain) if name else None


def _is_plain(question: Question | None, text: str, shared: frozenset[str]) -> bool:
    """Whether a text is one that many could give: an option, a tick, a date, or a text that several settings share."""
    if question is None:
        return False
    kind = kind_of(question.kind)
    is_option = text in kind.fixed_answers or text in dict(question.choices)
    return is_option or (kind.is_date and is_day(text)) or (question.split_by and normalise(text) in shared)


def _fingerprint(plan: Plan) -> str:
    texts = json.dumps(sorted(plan.current.texts.items()), ensure_ascii=False)
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()
