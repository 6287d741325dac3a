"""The search of the real site against the judged queries, and with strings that have broken searches before."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros import MACROS
from tests.search.judged import (
    QUESTIONS_READ,
    QUESTIONS_UNREAD,
    UNSEEN,
    Judged,
    find_missing_addresses,
    measures,
    read_judged,
)
from tests.search.node import NODE
from toolkit.search.english import BASES
from toolkit.search.words import stem
from toolkit.site.finish.search.roles import roles_of
from toolkit.site.read import read_site

JUDGE = Path(__file__).with_name("judge.mjs")
LEAST = {"success@1": 0.85, "success@3": 0.94, "success@5": 0.96, "reciprocal rank": 0.9}
LEAST_UNSEEN = {"success@1": 0.7, "success@3": 0.85, "success@5": 0.9, "reciprocal rank": 0.8}
# Floors that hold since 28 November 2026, when editors wrote the first questions beside their answers. Before, the two
# halves measured 0.51 and 0.59 in the first place, 0.78 and 0.73 within five. What was read while the search was tuned
# flatters it; what was not does not.
LEAST_OF_QUESTIONS = {
    QUESTIONS_READ: {"success@1": 0.8, "success@3": 0.9, "success@5": 0.92, "reciprocal rank": 0.85},
    QUESTIONS_UNREAD: {"success@1": 0.7, "success@3": 0.85, "success@5": 0.88, "reciprocal rank": 0.78},
}
LEAST_PATHWAYS = {QUESTIONS_READ: 13, QUESTIONS_UNREAD: 13}  # first, of 17 and 18 that tell what happened to a child
LEAST_NOWHERE = 0.9  # of the words that stand nowhere, said to do so
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
    return [answer["urls"] for answer in ask_whole(site, queries)]


def ask_whole(site: Path, queries: list[str]) -> list[dict[str, Any]]:
    """What the built site's search says to each query: addresses, words it does not know, and what it makes of them."""
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


def words_of_index(site: Path) -> dict[str, list[str]]:
    """By stem: the words of the built site's index that share it."""
    script = (site / "assets/search/index.js").read_text("utf-8")
    data = json.loads(script[script.index("{") : script.rindex("}") + 1])
    return dict(read_forms(line) for line in data["forms"].split("\n"))


def read_forms(line: str) -> tuple[str, list[str]]:
    """A stem and its words, from its line of the index; each word says how much of the stem it drops."""
    first, *tails = line.split(",")
    base = first.removesuffix("!")
    drops = [(int(tail[0], 36), tail[1:]) if tail[0].isdigit() else (0, tail) for tail in tails]
    words = [base[: len(base) - drop] + end for drop, end in drops]
    return base, words if first.endswith("!") else [base, *words]


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


@pytest.mark.parametrize("half", [QUESTIONS_READ, QUESTIONS_UNREAD], ids=["read", "unread"])
def test_questions_as_people_put_them_are_answered(site: Path, half: Path) -> None:
    judged = [question for question in read_judged(half) if not question.nothing]
    answers = ask(site, [question.words for question in judged])
    measured = measures(question.rank(urls) for question, urls in zip(judged, answers, strict=True))
    assert all(measured[name] >= least for name, least in LEAST_OF_QUESTIONS[half].items()), measured
    first = [
        urls[:1] == [question.wanted[0]] for question, urls in zip(judged, answers, strict=True) if tells(question)
    ]
    assert sum(first) >= LEAST_PATHWAYS[half], f"{sum(first)} of {len(first)}"


def tells(question: Judged) -> bool:
    """Whether it tells what happened to a child, for which there is a pathway."""
    return question.kind == "happened" and question.wanted[0].startswith("pathways/")


@pytest.mark.parametrize("half", [QUESTIONS_READ, QUESTIONS_UNREAD], ids=["read", "unread"])
def test_a_word_that_stands_nowhere_is_said_to(site: Path, half: Path) -> None:
    judged = [question for question in read_judged(half) if question.nothing]
    is_said = [bool(answer["unknown"]) for answer in ask_whole(site, [question.words for question in judged])]
    assert sum(is_said) >= LEAST_NOWHERE * len(is_said), f"{sum(is_said)} of {len(is_said)}"


def test_what_is_put_right_or_offered_is_a_word_of_a_text(site: Path) -> None:
    words = {word for words in words_of_index(site).values() for word in words}
    typed = [
        "abuz",
        "behavz",
        "resilx",
        "bereavz",
        "zoomed",
        "reddits",
        "116 124",
        "1234567",
        "stravas",
        "assumx",
        "xyzzy",
    ]
    for answer in ask_whole(site, typed):
        shown = [word for offer in answer["offers"] for word in offer["words"]]
        shown += [word for correction in answer["corrections"] for word in correction["read"].split()]
        assert not [word for word in shown if word not in words or any(map(str.isdigit, word))], answer


def test_the_name_of_an_app_or_game_leads_to_what_it_is(site: Path) -> None:
    names = {
        "zoom": "zoom",
        "reddit": "reddit",
        "strava": "strava",
        "tik tok": "tiktok",
        "robux": "roblox",
        "snap": "snapchat",
    }
    for id, urls in zip(names.values(), ask(site, list(names)), strict=True):
        assert f"glossary/#{id}" in urls[:3], (id, urls[:3])


def test_no_role_shares_its_stem_with_a_longer_stranger(root: Path, site: Path) -> None:
    """Else keep them apart in BASES, in toolkit/search/english.py."""
    words = words_of_index(site)
    kept = set(BASES)
    roles = [role for role in roles_of(read_site(root, MACROS)) if " " not in role]
    strangers = {
        role: [word for word in words.get(stem(role), []) if len(word) > len(role) + 2 and word not in kept]
        for role in roles
    }
    assert {} == {role: found for role, found in strangers.items() if found}


def test_a_present_is_a_gift_only_to_whoever_types_it(site: Path) -> None:
    for urls in ask(site, ["vape", "vapes"]):
        assert not [url for url in urls if "present" in url], urls
