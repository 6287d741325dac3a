"""The questions as people put them are sound: one half to read while the search is tuned, one to leave unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.judged import (
    QUERIES,
    QUESTIONS_READ,
    QUESTIONS_UNREAD,
    UNSEEN,
    Judged,
    find_missing_addresses,
    read_judged,
    read_line,
)
from toolkit.search.english import STOP_WORDS, WEAK_WORDS
from toolkit.search.words import words_of

ASKERS = {
    "coach",
    "early years worker",
    "foster carer",
    "governor",
    "gp",
    "parent",
    "partnership editor",
    "police officer",
    "social worker",
    "teaching assistant",
    "young person",
}
KINDS = {"act", "age", "form", "happened", "number", "nowhere", "role", "say", "slang", "typing", "welsh"}
HALVES = (QUESTIONS_READ, QUESTIONS_UNREAD)


def read_questions() -> list[Judged]:
    return [question for half in HALVES for question in read_judged(half)]


def is_sound(question: Judged) -> bool:
    """Whether it says who asks and what kind it is, and has either answers, each once, or `nothing`."""
    known = question.by in ASKERS and question.kind in KINDS
    once = len(set(question.wanted)) == len(question.wanted)
    fits = question.nothing == (not question.wanted) and (question.kind == "nowhere" or not question.nothing)
    return bool(known and once and fits and question.words.strip())


def published_texts(root: Path) -> Iterator[Path]:
    """The files that hold what the search finds; the workshop's pages are not for those who ask."""
    yield root / "resources.yml"
    for folder in ("docs", "data", "forms"):
        for file in (root / folder).rglob("*"):
            if file.suffix in {".md", ".yml"} and "development" not in file.parts:
                yield file


def test_each_question_says_who_asks_its_kind_and_what_answers_it() -> None:
    questions = read_questions()
    assert len(questions) >= 160
    assert [] == [question for question in questions if not is_sound(question)]
    assert (ASKERS, KINDS) == ({q.by for q in questions}, {q.kind for q in questions})


def test_the_halves_have_as_many_questions_of_each_kind() -> None:
    read, unread = (Counter(question.kind for question in read_judged(half)) for half in HALVES)
    assert all(abs(read[kind] - unread[kind]) <= 1 for kind in KINDS), (read, unread)
    assert abs(read.total() - unread.total()) <= 1


def test_no_query_is_judged_twice() -> None:
    """Neither within the questions nor in the older sets, which judge a few queries of their own twice."""
    new = [" ".join(words_of(question.words)) for question in read_questions()]
    old = {" ".join(words_of(query.words)) for path in (QUERIES, UNSEEN) for query in read_judged(path)}
    assert [] == [words for words, count in Counter(new).items() if count > 1 or words in old]


def test_the_words_that_nothing_has_are_in_no_text(root: Path) -> None:
    """When one has been given a term or a page, its question takes that address in place of `nothing`."""
    published = {word for file in published_texts(root) for word in words_of(file.read_text("utf-8"))}
    passed_over = STOP_WORDS | WEAK_WORDS
    asked = {q.words: set(words_of(q.words)) - passed_over for q in read_questions() if q.nothing}
    assert all(asked.values())
    assert {} == {words: found & published for words, found in asked.items() if found & published}


def test_each_answer_is_a_page_that_the_site_publishes(site: Path) -> None:
    assert [] == list(find_missing_addresses(site, read_questions()))


def test_an_address_without_its_page_or_its_anchor_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<h2 id="here">', "utf-8")
    query = Judged("w", ("a/", "a/#here", "a/#gone", "b/"))
    assert [("w", "a/#gone"), ("w", "b/")] == list(find_missing_addresses(tmp_path, [query]))


@pytest.mark.parametrize(
    "line",
    [
        {"query": "w", "by": "nobody", "kind": "act", "answers": ["a/"]},
        {"query": "w", "by": "gp", "kind": "other", "answers": ["a/"]},
        {"query": "w", "by": "gp", "kind": "act", "answers": ["a/", "a/"]},
        {"query": "w", "by": "gp", "kind": "act"},
        {"query": "w", "by": "gp", "kind": "nowhere", "nothing": True, "answers": ["a/"]},
        {"query": "w", "by": "gp", "kind": "act", "nothing": True},
        {"query": " ", "by": "gp", "kind": "act", "answers": ["a/"]},
    ],
)
def test_an_unsound_question_is_told_apart(line: dict[str, object]) -> None:
    assert not is_sound(read_line(line))
