"""By what settings can be split and limited: choices of the record, and texts that the form names for it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.collation.items import is_choice
from toolkit.collation.plan import Plan
from toolkit.forms.definition import Form
from toolkit.forms.question import Question
from toolkit.languages.language import Language
from toolkit.sources.problems import did_you_mean

OTHER_ANSWERS = "\n"  # the group of answers that are none of the options; no answer is so


class WrongFilter(ValueError):
    """Raised with a sentence on what is wrong with a filter and what there is."""


@dataclass(frozen=True)
class SplitGroup:
    """The settings that give one answer to a question of the record; `value` is empty for those that give none."""

    value: str
    words: str
    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class Split:
    """All settings by their answers to one question of the record, or by whether there is an earlier file of theirs.

    The latter `is_of_files`: how many settings are in its groups is said in any case.
    """

    id: str
    label: str
    groups: tuple[SplitGroup, ...]
    is_of_files: bool = False
    has_texts: bool = False  # its answers are what people typed


@dataclass(frozen=True)
class Filter:
    """What a setting's answer has to be: one of some values of a question, each as `normalise` leaves it."""

    id: str
    values: tuple[str, ...]


def split_questions(form: Form) -> list[Question]:
    """The questions of the record by which its settings can be split."""
    return [question for question in form.record if question.split_by or is_choice(question)]


def normalise(text: str) -> str:
    """A text without what differs by hand: capitals, spaces, stops at its end."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .,;")


def split_plans(form: Form, plans: Sequence[Plan], language: Language) -> tuple[Split, ...]:
    """The settings by each question of the record that somebody has answered.

    Of a question with options, all answers that are none of them are one group.
    """
    splits = (
        Split(question.id, question.label, _groups(question, plans, language), has_texts=not question.choices)
        for question in split_questions(form)
    )
    return tuple(split for split in splits if any(group.value for group in split.groups))


def _groups(question: Question, plans: Sequence[Plan], language: Language) -> tuple[SplitGroup, ...]:
    """In the order of the options; of texts, in that of the alphabet. Those without an answer come last."""
    words = {normalise(value): words for value, words in question.choices}
    order = {value: place for place, value in enumerate(words)}
    words |= {OTHER_ANSWERS: language.translate("report.other-answer"), "": language.translate("report.not-said")}
    members: dict[str, list[Plan]] = {}
    spellings: dict[str, Counter[str]] = {}
    for plan in plans:
        text = " ".join(plan.record(question.id).split())
        value = normalise(text)
        value = OTHER_ANSWERS if value and order and value not in order else value
        members.setdefault(value, []).append(plan)
        spellings.setdefault(value, Counter())[text] += 1
    values = sorted(members, key=lambda value: (not value, order.get(value, len(order)), value))
    return tuple(
        SplitGroup(value, words.get(value) or _usual_spelling(spellings[value]), tuple(members[value]))
        for value in values
    )


def _usual_spelling(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda text: (-spellings[text], text))


def parse_filters(arguments: Iterable[str], forms: Iterable[Form]) -> tuple[Filter, ...]:
    """Filters as the command is given them, `phase=primary` each; raises WrongFilter.

    Of one question given twice, either value will do. A value may be the beginning of an option's words.
    """
    questions: dict[str, list[Question]] = {}
    for form in forms:
        for question in split_questions(form):
            questions.setdefault(question.id, []).append(question)
    values: dict[str, list[str]] = {}
    for argument in arguments:
        id, separator, value = argument.partition("=")
        id = id.strip()
        if not separator or not normalise(value):
            raise WrongFilter(f"'{argument}': write a question of the record and an answer, such as phase=primary.")
        if id not in questions:
            raise WrongFilter(f"no form asks for '{id}' in its record.{did_you_mean(id, questions)}{_list(questions)}")
        values.setdefault(id, []).extend(_match(questions[id], value))
    return tuple(Filter(id, tuple(matches)) for id, matches in values.items())


def _list(questions: Iterable[str]) -> str:
    names = ", ".join(sorted(questions))
    return f" There is {names}." if names else " No form has a choice in its record."


def _match(questions: Iterable[Question], value: str) -> list[str]:
    """The answers that a value of a filter means; raises WrongFilter if every question has options and none fits."""
    target, matches, options = normalise(value), [], []
    for question in questions:
        if not question.choices:
            return [target]
        for option, words in question.choices:
            options.append(words)
            if target in (normalise(option), normalise(words)):
                return [normalise(option)]
            if normalise(words).startswith(target) or normalise(option).startswith(target):
                matches.append(normalise(option))
    if len(set(matches)) != 1:
        problem = f"'{value}' could be more than one of" if matches else f"'{value}' is not among"
        raise WrongFilter(f"{problem} the answers: {'; '.join(dict.fromkeys(options))}.")
    return matches[:1]


def meets(plan: Plan, filters: Iterable[Filter]) -> bool:
    """Whether a setting's answers are as all filters ask."""
    return all(normalise(plan.record(each.id)) in each.values for each in filters)
