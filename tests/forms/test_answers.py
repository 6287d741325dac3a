"""Old answers open in a newer form: what was renamed is followed, what has gone is kept apart, nothing is lost."""

from __future__ import annotations

import json

import pytest

from toolkit.answers.answers import Answers, Unreadable, bring_up_to_date, read_json, write_json
from toolkit.answers.document_size import take_blocks
from toolkit.answers.unreadable import Reason
from toolkit.answers.visible import Paragraph, Piece
from toolkit.forms.definition import Form
from toolkit.forms.keys import join, split


def test_names_come_apart_and_together_again() -> None:
    for name in ("record/setting", "beds/north~3/plan", "visits~2/row~4/done", "visits~2/seen"):
        found = split(name)
        assert found is not None
        assert str(found) == name
    assert join(("visits", 2), ("row", 1), ("done", 1)) == "visits~2/row/done"
    for name in ("setting", "a/b/c/d", "Record/setting", "record/~2", "a/b~0", "a/b~1x", ""):
        assert split(name) is None


def test_renamed_ids_are_followed_wherever_they_stand(allotment: Form) -> None:
    old = {"record/site-name": "Hill Road", "beds/top~2/plan": "Dig", "hoses/notes": "Dry", "water/notes": "New"}
    current = bring_up_to_date(allotment, Answers("allotment-plan", 1, old))
    assert current.texts == {"record/setting": "Hill Road", "beds/north~2/plan": "Dig", "water/notes": "New"}
    assert current.obsolete == {"hoses/notes": "Dry"}, "an answer under today's name is never overwritten by an old one"


def test_what_is_no_longer_asked_or_no_longer_so_often_is_kept_apart(allotment: Form) -> None:
    old = {"beds/west/plan": "Rest", "beds/north~6/plan": "Sixth", "visits~5/seen": "Fifth", "nonsense": "x"}
    old |= {"beds/north~2/state": "amber"}  # asked once now, for all tasks together
    current = bring_up_to_date(allotment, Answers("allotment-plan", 1, old))
    assert current.texts == {}
    assert current.obsolete == old


def test_answers_to_changed_questions_are_marked(allotment: Form) -> None:
    answers = {"water/source": "Rain", "water/notes": "x"}
    assert bring_up_to_date(allotment, Answers("allotment-plan", 2, answers)).changed == ("water/source",)
    assert bring_up_to_date(allotment, Answers("allotment-plan", 3, answers)).changed == ()


def test_values_are_tidied_whichever_program_wrote_them(allotment: Form) -> None:
    typed = {
        "water/meter": "true",
        "water/rating": "In place",
        "record/review-date": "5 Jan 2026",
        "beds/north/state": "Weeds",
    }
    current = bring_up_to_date(allotment, Answers("allotment-plan", 3, typed))
    assert current.texts == {
        "water/meter": "yes",
        "water/rating": "green",
        "record/review-date": "2026-01-05",
        "beds/north/state": "red",
    }


def test_a_file_of_answers_is_read_as_it_was_written(allotment: Form) -> None:
    texts = {"record/setting": "]]> <b>&amp; \N{SMILING FACE WITH SUNGLASSES} שלום", "beds/north/plan": "a\nb" * 5000}
    found = read_json(write_json(allotment, texts, "2026-03-02").encode())
    assert (found.form, found.version, found.saved_on, found.texts) == ("allotment-plan", 3, "2026-03-02", texts)


def test_what_is_not_a_file_of_answers_is_refused_in_words(allotment: Form) -> None:
    sound = json.loads(write_json(allotment, {"record/setting": "x"}, "2026-03-02"))
    broken: list[object] = [
        [],
        None,
        "text",
        sound | {"format": "other"},
        sound | {"answers": []},
        sound | {"answers": {"record/setting": {"a": 1}}},
        sound | {"format_version": 99},
        sound | {"format_version": "1"},
    ]
    contents = [json.dumps(data).encode() for data in broken] + [b"", b"{", b"\xff\xfe{}", b"[" * 100_000]
    for content in contents:
        with pytest.raises(Unreadable):
            read_json(content)


def test_a_document_is_read_no_further_than_it_may_be_long() -> None:
    paragraphs = (Paragraph((Piece("x"),)) for _ in range(10))
    with pytest.raises(Unreadable, match=Reason.TOO_MANY_PARTS):
        take_blocks(paragraphs, most=5)
    assert 7 == len(list(paragraphs)), "the third is too much, so no other was asked for"
