"""The table of formats: each is offered in words, made, and recognised when it comes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.forms.conftest import IMPRINT
from tests.forms.test_pages import page_at
from toolkit.answers.answers import Answers, Unreadable
from toolkit.answers.files import Reading, read_file
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.languages.read import read_languages
from toolkit.site.compose import formats
from toolkit.site.compose.formats import FORMATS, READ_ENDINGS, Format, Use, Writing, formats_of, read_answers

BROWSER = ROOT / "browser/lib/file-formats.mjs"


def test_every_file_that_is_offered_is_named_in_each_language() -> None:
    for language in read_languages(ROOT).values():
        for format in FORMATS:
            assert format.words_in(language), (language.code, format.ending)


def test_no_two_files_of_one_form_have_the_same_name() -> None:
    for use in Use:
        endings = [format.ending for format in FORMATS if use in format.uses]
        assert len(endings) == len(set(endings))


def test_what_can_be_read_back_is_recognised_by_its_content_whatever_its_name(
    allotment: Form, around: Around, tmp_path: Path
) -> None:
    for format in formats_of(allotment):
        if format.writing and format.reading:
            draft = format.writing.draft(lay_out(allotment), around, linked=False)
            path = tmp_path / "form.bin"
            path.write_bytes(format.writing.complete(draft, lay_out(allotment), IMPRINT))
            assert (allotment.id, {}) == (read_answers(path).form, read_answers(path).texts), format.ending


def test_page_and_command_open_the_same_formats(site: Path) -> None:
    endings = re.findall(r'ending: "([^"]+)"', BROWSER.read_text("utf-8"))
    assert sorted(READ_ENDINGS) == sorted(endings)
    [sheet] = [a for _, a in page_at(site, "forms/action-plan").elements if "data-opens" in a]
    assert ",".join(READ_ENDINGS) == sheet["data-opens"]


def test_a_new_format_is_one_more_row_of_the_table(
    allotment: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft: Callable[..., bytes] = lambda layout, around, linked: layout.form.title.encode()  # noqa: E731
    plain = Writing(draft, lambda draft, layout, imprint: draft, ())
    new = Format(".txt", "Text", "", frozenset({Use.FILLABLE}), plain, None)
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, new))
    assert new == formats_of(allotment)[-1]
    path = tmp_path / "plan.txt"
    path.write_bytes(b"Text: plan")
    with pytest.raises(Unreadable):
        read_answers(path)
    reading = Reading(lambda content: content.startswith(b"Text:"), lambda content: Answers("plan", 1, {}))
    assert "plan" == read_file(path, (*formats.READINGS, reading)).form
