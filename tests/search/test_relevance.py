"""The search of the real site against the judged queries, and with strings that have broken searches before."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.search.judged import UNSEEN, find_missing_addresses, measures, read_judged
from tests.search.node import NODE

JUDGE = Path(__file__).with_name("judge.mjs")
LEAST = {"success@1": 0.85, "success@3": 0.94, "success@5": 0.96, "reciprocal rank": 0.9}
LEAST_UNSEEN = {"success@1": 0.7, "success@3": 0.85, "success@5": 0.9, "reciprocal rank": 0.8}
HOSTILE = [
    "",
    " ",
    "-",
    "*",
    "a:b",
    "nudes~",
    "email: me",
    "abuse*",
    "+-~^:*",
    "constructor __proto__ toString hasOwnProperty",
    "<img src=x onerror=alert(1)>",
    "x" * 10_000,
    "word " * 2_000,
    "بحث поиск 搜索 नमस्ते",
    "\u202e\u0000\ud83d",
    "%E0%A4%A",
]


def ask(site: Path, queries: list[str]) -> list[list[str]]:
    """The first addresses that the built site's search gives for each query."""
    done = subprocess.run(
        [*NODE, str(JUDGE), str(site)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


@pytest.fixture(scope="module")
def answers(site: Path) -> list[list[str]]:
    return ask(site, [judged.words for judged in read_judged()])


def test_at_least_120_queries_are_judged_and_each_names_pages_that_exist(site: Path) -> None:
    judged = read_judged()
    assert len(judged) >= 120
    assert not list(find_missing_addresses(site, (*judged, *read_judged(UNSEEN))))


def test_the_judged_queries_are_answered_well(answers: list[list[str]]) -> None:
    found = measures(judged.rank(urls) for judged, urls in zip(read_judged(), answers, strict=True))
    assert all(found[name] >= least for name, least in LEAST.items()), found


def test_queries_that_nobody_tuned_for_are_answered_well(site: Path) -> None:
    judged = read_judged(UNSEEN)
    answers = ask(site, [query.words for query in judged])
    found = measures(query.rank(urls) for query, urls in zip(judged, answers, strict=True))
    assert all(found[name] >= least for name, least in LEAST_UNSEEN.items()), found


def test_a_phrase_that_stands_nowhere_is_read_word_by_word(site: Path) -> None:
    found = ask(site, ["false allegations"])[0]
    assert any("allegation" in url for url in found[:3]), found


def test_words_of_filing_narrow_a_search(site: Path) -> None:
    """Kind, audience, age and access may be typed beside what the reader is looking for."""
    assert "r/nspcc-hsb-in-schools-podcast/" in ask(site, ["HSB primary free"])[0][:10]
    assert ask(site, ["supervision template"])[0][0] == "forms/supervision-reflection-sheet/"
    assert ask(site, ["podcast supervision"])[0][0] == "r/rip-exploring-emotions-podcast/"


def test_a_welsh_word_finds_what_the_english_one_does(site: Path) -> None:
    welsh, english = ask(site, ["bwrdd diogelu rhanbarthol", "regional safeguarding board"])
    assert welsh[0] == english[0]


def test_any_text_is_answered_without_an_error(site: Path) -> None:
    assert len(HOSTILE) == len(ask(site, HOSTILE))


def test_signs_of_other_query_languages_change_nothing(site: Path) -> None:
    plain, *others = ask(site, ["trauma", "trauma~", "trauma*", '"trauma"', "+trauma", "(trauma)", "TRAUMA!"])
    assert plain and all(other == plain for other in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [("community", "communicating"), ("policy", "police"), ("authority", "author"), ("designated", "design")],
)
def test_words_that_only_look_alike_are_told_apart(site: Path, one: str, other: str) -> None:
    first, second = ask(site, [one, other])
    assert first[0] != second[0]


def test_an_acronym_and_its_words_find_each_other(site: Path) -> None:
    for short, long in [("CSE", "child sexual exploitation"), ("HSB", "harmful sexual behaviour")]:
        one, other = ask(site, [short, long])
        assert len(set(one[:10]) & set(other[:10])) >= 5, (one[:10], other[:10])


def test_who_to_tell_is_not_eaten_by_stop_words(site: Path) -> None:
    assert ask(site, ["who to tell"])[0][0] == "toolkit/allegations-against-staff/#whom-to-tell"
