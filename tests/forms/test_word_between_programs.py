"""A Word file on its way: filled in on the page, opened and changed in LibreOffice, opened on the page again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import Visits
from tests.documents.office import LibreOffice, one_line, text_of
from tests.forms.test_in_chromium import PLAN, READ, REVIEW, answers_file, everything, handed_out, open_file, ready
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.review import in_words
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import plain_fields

pytestmark = [pytest.mark.browser, pytest.mark.office]
FILLED = {
    "record/setting": "Hill Road & ŵŷ",
    "record/review-date": "2026-01-05",
    "practice/policy/rating": "amber",
    "practice/policy/evidence": "one\ntwo & <three>",
    "questions/governors-told": "Not yet",
    "actions/row~6/action": "The sixth",
    "actions/row~6/done": "yes",
}


@pytest.fixture
def libreoffice(tmp_path: Path) -> LibreOffice:
    return LibreOffice(tmp_path)


def test_answers_from_the_page_are_seen_and_changed_in_libreoffice_and_come_back(
    visits: Visits, library: Library, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    form = library.forms["annual-review-record"]
    visit = visits.open()
    page = ready(visit, REVIEW)
    open_file(page, answers_file(library, tmp_path, form.id, FILLED))
    word = handed_out(page, "Word file with my answers", tmp_path)
    seen = one_line(text_of(libreoffice.to_pdf([word])[word.stem]))
    shown = ("Hill Road & ŵŷ", "5 January 2026", "Partly in place", "two & <three>", "Not yet", "The sixth", "☒")
    assert [] == [text for text in shown if text not in seen]
    edits = {"text": ["Valley Lane", "The head"], "date": [None, "2026-12-05"], "choice": ["In place"], "tick": ["yes"]}
    changed = libreoffice.edit(word, edits)
    expected = FILLED | {
        "record/setting": "Valley Lane",
        "record/completed-by": "The head",
        "record/next-review": "2026-12-05",
        "practice/policy/rating": "green",
        "actions/row/done": "yes",
    }
    assert expected == bring_up_to_date(form, read_word(changed.read_bytes())).texts
    page.get_by_role("button", name="Empty the form").click()
    open_file(page, changed)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    assert expected == page.evaluate(READ)
    assert not visit.left and not visit.errors


def test_a_whole_plan_with_added_rows_is_seen_in_libreoffice(
    visits: Visits, library: Library, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    form = library.forms["whole-setting-improvement-plan"]
    texts = {key: text.replace("<", "").replace(">", "") for key, text in everything(form).items()}
    page = ready(visits.open(), PLAN)
    open_file(page, answers_file(library, tmp_path, form.id, texts))
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    word = handed_out(page, "Word file with my answers", tmp_path)
    seen = one_line(text_of(libreoffice.to_pdf([word])[word.stem])).replace(" ", "")
    questions = {key: question for key, question, _ in plain_fields(form)}
    words = [
        in_words(questions[name.plain], text, library.language)
        for key, text in texts.items()
        if (name := split(key)) and kind_of(questions[name.plain].kind).input_type != "checkbox"
    ]
    for text in set(words):
        assert words.count(text) <= seen.count(text.replace(" ", "")), text
