"""Real questions, each answered in one search or in three clicks from the home page."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.search.judged import Judged
from tests.search.test_relevance import ask
from toolkit.sources.yaml_source import read_yaml

FILE = Path(__file__).with_name("questions.yml")
MOST_CLICKS, SHOWN_FIRST = 3, 3
LEAST_BY_SEARCH = 25  # of the 29


@dataclass(frozen=True)
class Question:
    """What somebody asks, what they would type, the addresses that answer it, and the links that lead there."""

    asks: str
    search: str
    answers: tuple[str, ...]
    way: tuple[str, ...]


QUESTIONS = [
    Question(entry["asks"], entry["search"], tuple(entry["answers"]), tuple(entry["way"]))
    for entry in read_yaml(FILE, FILE.name).data["questions"]
]


class Links(HTMLParser):
    """The links of a page by their words; of two with the same words, the first."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._open, self._words = "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open, self._words = dict(attrs).get("href") or "", ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self.found.setdefault(" ".join(self._words.split()), self._open)
            self._open = ""


def follow(site: Path, way: tuple[str, ...]) -> str:
    """The address at the end of a way from the home page."""
    folder = site
    for words in way:
        links = Links((folder / "index.html").read_text("utf-8")).found
        assert words in links, f"{folder.relative_to(site)} has no link {words!r}"
        folder = (folder / links[words].partition("#")[0]).resolve()
    return f"{folder.relative_to(site.resolve()).as_posix()}/"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.search)
def test_a_question_is_answered_within_three_clicks(site: Path, question: Question) -> None:
    assert len(question.way) <= MOST_CLICKS
    assert Judged(question.search, question.answers).is_good(follow(site, question.way))


def test_most_questions_are_answered_by_one_search(site: Path) -> None:
    results = ask(site, [question.search for question in QUESTIONS])
    ranks = [Judged(q.search, q.answers).rank(urls) for q, urls in zip(QUESTIONS, results, strict=True)]
    missed = [q.search for q, rank in zip(QUESTIONS, ranks, strict=True) if not 1 <= rank <= SHOWN_FIRST]
    assert len(QUESTIONS) - len(missed) >= LEAST_BY_SEARCH, missed


def test_there_are_at_least_twenty_questions_of_different_people() -> None:
    entries = read_yaml(FILE, FILE.name).data["questions"]
    assert len(entries) >= 20 <= len({entry["asks"] for entry in entries})
    assert len({entry["who"] for entry in entries}) >= 15
