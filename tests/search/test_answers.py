"""Questions that pages and data say they answer: how they are written, and that each is answered in one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from macros import MACROS
from toolkit.registers.fields import QuestionsAnswered
from toolkit.site.pages.answers import Answered
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound


class Entry(BaseModel):
    answers: QuestionsAnswered = ()


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (["disclosure"], "a question or sentence has two words or more. Put a single word into 'also_known_as'"),
        (["who | what"], "the sentence holds an upright bar. Take it out"),
        (["who to tell", "who to tell"], "an item of the list is repeated. Keep one of them"),
        ("who to tell", "this should be a list: [one, two], or a line with '- ' for each"),
        (["a " * 100], "a question or sentence has 120 characters at most. Shorten it"),
    ],
)
def test_a_question_that_cannot_be_one_is_refused(answers: object, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate({"answers": answers})
    assert message == caught.value.errors()[0]["msg"]


def test_questions_are_the_same_whatever_the_order_and_form_of_their_words() -> None:
    one, two, three = (Answered(text, "f") for text in ("Whom do I tell?", "I do tell whom", "Whom do I ring?"))
    assert one.words == two.words != three.words
    assert Answered("is it", "f").words, "small words alone still ask something"


def test_no_question_of_the_toolkit_is_answered_twice(root: Path) -> None:
    site = read_site(root, MACROS)
    assert sum(len(page.meta.answers) for page in site.pages) > 100
    assert all(len(pathway.answers) >= 10 for pathway in site.library.pathways.values())


def test_a_question_with_two_answers_is_reported_with_both_places(project: Path) -> None:
    pathway, page = project / "data/pathways/images.yml", project / "docs/toolkit/trauma.md"
    question = "how do I keep a penguin"
    lines = pathway.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line == "  answers:")
    lines.insert(at + 1, f"    - {question}")
    pathway.write_text("\n".join(lines), "utf-8")
    text = page.read_text("utf-8")
    page.write_text(text.replace("answers:\n", "answers:\n  - a penguin how do I keep\n", 1), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        read_site(project, MACROS)
    line = 1 + text.split("\n").index("answers:") + 1
    expected = (
        f"the question '{question}' is answered by docs/toolkit/trauma.md, line {line}, too. Keep it in one of them"
    )
    assert [(problem.file, problem.line, problem.message) for problem in caught.value.problems] == [
        ("data/pathways/images.yml", at + 2, expected)
    ]
