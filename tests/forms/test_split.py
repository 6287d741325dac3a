"""Lead and timeframe, once one text, are carried over whole and marked to be split until somebody has done so."""

from __future__ import annotations

from toolkit.answers.answers import Answers, bring_up_to_date
from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form
from toolkit.forms.names import plain_fields
from toolkit.forms.times import is_unsplit

LEAD = "water/litter/who"


def test_a_lead_with_a_time_is_to_be_split_in_a_form_that_once_asked_for_both(river: Form) -> None:
    questions = {key: question for key, question, _ in plain_fields(river)}
    assert is_unsplit(questions[LEAD], "Ana, by half-term")
    assert not is_unsplit(questions[LEAD], "Ana")
    assert not is_unsplit(questions["water/litter/effect"], "By half-term"), "only what holds the lead"
    assert not is_unsplit(questions["money/row/job"], "By half-term")


def test_an_old_plan_keeps_lead_and_timeframe_whole_and_its_review_day_is_the_day_by_which(library: Library) -> None:
    form = library.forms["whole-setting-improvement-plan"]
    place = "equipped-staff/training"
    old = {f"{place}/lead": "DSL and PSHE lead, by half term", f"{place}/due": "2026-10-14", f"{place}/impact": "Seen"}
    read = bring_up_to_date(form, Answers(form.id, 1, old))
    assert read.texts == old and not read.obsolete
    assert read.changed == (f"{place}/lead",)
