"""A kind of question says all of itself in one place, and nobody else compares its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.documents.controls import CONTROLS
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.kinds import QUESTION_KINDS, SOME_KINDS, QuestionKind, UnknownKind, kind_of
from toolkit.forms.kinds.kind import WordControl
from toolkit.forms.question import Question
from toolkit.languages.language import Language
from toolkit.languages.read import read_languages

NAMES = "|".join(QuestionKind)
# A name in quotes beside a comparison or a look-up of a kind, in any of the four languages.
COMPARISONS = re.compile(
    rf"""kind\b[\w.?!()\["'\]]*\s*(?:[!=]==?|(?:not\s+)?in)\s*[(\[{{]?\s*["'](?:{NAMES})["']"""
    rf"""|["'](?:{NAMES})["']\s*[!=]==?\s*[\w.?]*kind\b"""
    rf"""|QuestionKind\.\w+\s*(?:[!=]=|:)|(?:[!=]=|\bis(?: not)?|\bin)\s*[(\[{{]?\s*QuestionKind\.\w+"""
    rf"""|\.form-field--(?:{NAMES})["'`]"""
)
CODE = {
    "toolkit": {".py", ".typ"},
    "macros": {".py"},
    "browser": {".mjs"},
    "components": {".mjs", ".html"},
    "overrides": {".html"},
}
KINDS_OWN = ("toolkit/forms/kinds/", "browser/lib/kinds.mjs")


def test_every_kind_is_what_its_module_says() -> None:
    assert {kind: kind for kind in QuestionKind} == {kind: QUESTION_KINDS[kind].name for kind in QuestionKind}


def test_every_kind_is_tried_in_all_formats_by_a_form_of_the_tests(kitchen: Form) -> None:
    assert set(QuestionKind) == {field.kind for field in lay_out(kitchen).fields}


def test_no_file_but_the_kinds_compares_a_kind_with_a_name(root: Path) -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for folder, endings in CODE.items()
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in endings and not (name := path.relative_to(root).as_posix()).startswith(KINDS_OWN)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if COMPARISONS.search(line)
    ]
    assert not found, "Ask the kind, in toolkit/forms/kinds/ or browser/lib/kinds.mjs:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        'if question.kind == "rating":',
        'if self.kind not in ("text", "long-text"):',
        'return data if data.get("kind") == "rating" else 0',
        "if question.kind is QuestionKind.DATE:",
        "SHARES = {QuestionKind.TICK: 0.75}",
        'if (field.kind === "tick") return 1;',
        'definition.fields[plain]?.kind !== "rating"',
        '{% if it.kind == "long-text" %}',
        '#if "date" == field.kind { 50% }',
        'field.closest(".form-field--date")',
    ],
)
def test_a_comparison_is_seen_in_every_language(line: str) -> None:
    assert COMPARISONS.search(line)


def test_a_kind_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(UnknownKind, match=r"there is no kind of question 'dat'\. Did you mean 'date'\?"):
        kind_of("dat")


def test_every_kind_is_in_a_sample_form(kitchen: Form, allotment: Form) -> None:
    for form in (kitchen, allotment):
        assert {field.kind for field in lay_out(form).fields} == set(QuestionKind), form.id


def test_every_control_of_word_can_be_made_and_is_some_kinds() -> None:
    assert set(CONTROLS) == set(WordControl) == {kind.word_control for kind in QUESTION_KINDS.values()}


def test_every_word_that_a_kind_asks_for_is_there(root: Path) -> None:
    languages: dict[str, Language] = dict(read_languages(root))
    keys = {
        key for kind in QUESTION_KINDS.values() for key in (kind.prompt, kind.paper_hint, kind.accessible_name) if key
    }
    assert all(keys <= set(language.words) for language in languages.values())


def test_the_keys_of_some_kinds_are_keys_of_a_question_and_what_is_done_is_an_answer() -> None:
    assert set(Question.model_fields) >= SOME_KINDS
    assert all(kind.closing <= set(kind.fixed_answers) for kind in QUESTION_KINDS.values())
