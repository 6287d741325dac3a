"""A file of several forms counts for each of them, and never for one about a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.answers.answers import Answers, bring_up_to_date, write_json
from toolkit.answers.plain_data import from_data, to_data
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.catalogue.library import Library
from toolkit.collation.sets import split_sets
from toolkit.site.compose.formats import read_answers

STRATEGY, REVIEW, SIGNS = "partnership-strategy", "review-of-current-response", "record-of-signs"
ORIGIN = {"form": REVIEW, "title": "Review", "asked": "Gap", "setting": "Northvale", "day": "2026-03-02", "mark": "ab"}


def part(library: Library, form: str, texts: dict[str, str], **more: object) -> dict[str, object]:
    return dict(json.loads(write_json(library.forms[form], texts, "2026-03-02"))) | more


@pytest.fixture
def path(library: Library, tmp_path: Path) -> Path:
    review = part(library, REVIEW, {"record/setting": "Northvale", "need/enough": "No"})
    earlier = [{"date": "2025-03-02", "version": 1, "answers": {"context/gaps": "Old"}}]
    whole = part(library, STRATEGY, {"context/gaps": "New"}, origins={"context/gaps": [ORIGIN]}, earlier=earlier)
    path = tmp_path / "set.json"
    path.write_text(json.dumps(whole | {"others": [review, part(library, SIGNS, {"record/a": "x"})]}), "utf-8")
    return path


def test_each_form_of_a_file_is_read_but_none_about_a_person(library: Library, path: Path) -> None:
    strategy, review, signs = split_sets([path], read_answers, library.forms)
    assert (strategy[1]().form, review[1]().form) == (STRATEGY, REVIEW)
    assert review[1]().texts["need/enough"] == "No"
    with pytest.raises(Unreadable) as refusal:
        signs[1]()
    assert refusal.value.reason == Reason.PERSONAL_IN_SET
    assert "Record of signs" in refusal.value.explain(library.language)


def test_a_file_that_cannot_be_read_says_so_when_it_is_its_turn(library: Library, path: Path) -> None:
    ((_, answer), *rest) = split_sets([path.with_name("gone.json"), path], read_answers, library.forms)
    assert len(rest) == 3
    with pytest.raises(Unreadable):
        answer()


def test_a_file_about_a_person_alone_is_read(library: Library, path: Path) -> None:
    path.write_text(json.dumps(part(library, SIGNS, {"record/a": "x"})), "utf-8")
    ((_, answer),) = split_sets([path], read_answers, library.forms)
    assert answer().form == SIGNS


def test_what_is_kept_beside_answers_passes_between_processes_and_into_files(library: Library, path: Path) -> None:
    answers: Answers = read_answers(path)
    assert from_data(json.loads(json.dumps(to_data(answers)))) == answers
    current = bring_up_to_date(library.forms[STRATEGY], answers)
    assert current.earlier[0].texts == {"context/gaps": "Old"}
    file = json.loads(write_json(library.forms[STRATEGY], current.texts, "", None, current.ids, current))
    assert file["origins"] == {"context/gaps": [ORIGIN]}
    assert file["earlier"] == [{"date": "2025-03-02", "version": 1, "answers": {"context/gaps": "Old"}}]
