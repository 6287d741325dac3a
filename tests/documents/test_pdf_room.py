"""Nothing that is allowed is cut off in a PDF to type into: boxes have room, smaller letters, or go on elsewhere."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.documents.conftest import Made
from tests.documents.test_pdf import type_into
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.pdf import read_pdf
from toolkit.documents.around import Around
from toolkit.documents.columns import ARROW, PHRASE, SENTENCE, share_out
from toolkit.documents.fitting import SMALLEST, fit, wrap
from toolkit.documents.font import width_of
from toolkit.documents.layout import Field
from toolkit.documents.more_room import more_room, shorten
from toolkit.documents.widgets import draw_text
from toolkit.forms.definition import Form
from toolkit.forms.kinds import QuestionKind, kind_of

LONGEST_DAYS = ("Wednesday 30 September 2026", "Dydd Mercher 30 Tachwedd 2026")


def longest_answers(field: Field) -> tuple[str, ...]:
    """The longest of what a field is for, in words."""
    if field.choices:
        return tuple(words for _, words in field.choices)
    if field.kind is QuestionKind.DATE:
        return LONGEST_DAYS
    return (SENTENCE,) if kind_of(field.kind).has_lines else (PHRASE,)


def boxes(content: bytes) -> Iterator[tuple[str, float, float]]:
    """(name, width, height) of every place of a text or list on the pages of a PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            for widget in page.obj.get("/Annots", []):
                owner = widget if "/T" in widget else widget.get("/Parent")
                if owner is not None and str(owner.get("/FT", "")) in ("/Tx", "/Ch"):
                    left, bottom, right, top = (float(edge) for edge in widget.Rect)
                    yield str(owner.T), right - left, top - bottom


def too_small(made: Made, around: Around) -> list[str]:
    rooms = more_room(made.layout, around.language)
    fields = {field.key: field for field in made.layout.fields}
    fields |= {field.key: field for room in rooms for field in (room.continues, room.text)}
    found = []
    for name, width, height in boxes(made.fillable):
        field = fields[name]
        room = width - ARROW if field.choices else width
        for answer in longest_answers(field):
            if not fit(answer, room, height, in_lines=not field.choices).fits:
                found.append(f"{made.layout.form.id} {name} ({width:.0f} x {height:.0f}): {answer[:40]}")
    return found


def test_the_longest_answer_of_every_field_of_every_form_fits_its_box(
    every_form: Mapping[str, Made], around: Around
) -> None:
    assert len(every_form) > 20
    assert [] == [small for made in every_form.values() for small in too_small(made, around)]


def test_fields_have_no_size_of_letters_so_that_every_viewer_finds_one(every_form: Mapping[str, Made]) -> None:
    for made in every_form.values():
        with pikepdf.open(io.BytesIO(made.fillable)) as pdf:
            for field in pdf.Root.AcroForm.Fields:
                if str(field.FT) != "/Btn":
                    assert " 0 Tf" in str(field.DA), field.T
                if str(field.FT) == "/Tx":
                    assert int(field.Ff) & 1 << 12, field.T


def test_chrome_shows_all_of_a_sentence_that_is_typed_into_a_cell(every_form: Mapping[str, Made]) -> None:
    """Its engine draws only the lines that fit: each word of the drawing is looked for."""
    made = every_form["action-plan"]
    typed = type_into(made.fillable, SENTENCE)
    with pikepdf.open(io.BytesIO(typed)) as pdf:
        drawn = {str(f.T): f for f in pdf.Root.AcroForm.Fields if str(f.FT) == "/Tx" and "/AP" in f}
        for field in drawn.values():
            content, box = field.AP.N.read_bytes().decode("latin-1"), [float(edge) for edge in field.AP.N.BBox]
            letters = sum(len(text) // 4 for text in hex_texts(content))
            assert letters >= len(SENTENCE.replace(" ", "")), field.T
            assert lowest(content) >= box[1] - 1, field.T


def hex_texts(content: str) -> list[str]:
    return [part.split(">")[0] for part in content.split("<")[1:]] or [
        "0000" * len(part) for part in content.split("(")[1:]
    ]


def lowest(content: str) -> float:
    """How far down the lines of a drawing go, by its moves."""
    down = 0.0
    place = [0.0]
    for line in content.replace("\n", " ").split(" Td")[:-1]:
        down += float(line.split()[-1])
        place.append(down)
    return min(place)


def test_three_activities_have_room_and_a_theme_is_rated_once(every_form: Mapping[str, Made]) -> None:
    names = {name for name, _, _ in boxes(every_form["whole-setting-improvement-plan"].fillable)}
    row = "ethos-and-relationships/shared-vision"
    assert {f"{row}/activity", f"{row}~2/activity", f"{row}~3/activity", f"{row}/rating"} <= names
    assert f"{row}~2/rating" not in names and f"{row}~4/activity" not in names


def test_what_does_not_fit_goes_on_on_the_last_page_and_is_read_as_one_answer(
    every_form: Mapping[str, Made], allotment: Form
) -> None:
    typed = type_into(every_form["allotment-plan"].fillable, "x")
    document = pypdfium2.PdfDocument(typed)
    document.init_forms()
    with pikepdf.open(io.BytesIO(typed)) as pdf:
        last = pdf.pages[-1].obj.Annots
        lists = [widget for widget in last if str(widget.get("/T", "")).endswith("/of")]
        keys = [str(value) for value, _ in lists[0].Opt]
        left, _, _, top = (float(edge) for edge in lists[0].Rect)
    sheet, form = document[len(document) - 1], document.formenv.raw
    pdfium.FORM_OnFocus(form, sheet.raw, 0, left + 4, top - 4)
    pdfium.FORM_SetIndexSelected(form, sheet.raw, keys.index("beds/north/plan"), True)
    pdfium.FORM_ForceToKillFocus(form)
    out = io.BytesIO()
    document.save(out)
    current = bring_up_to_date(allotment, read_pdf(out.getvalue()))
    assert current.texts["beds/north/plan"] == "x\nx"
    assert set(current.obsolete) == {"more-room~2/text", "more-room~3/text"}, "they do not say what they continue"


def test_a_form_that_must_stay_on_its_sheet_has_no_more_room(every_form: Mapping[str, Made], around: Around) -> None:
    assert not more_room(every_form["what-happens-next"].layout, around.language)
    rooms = more_room(every_form["whole-setting-improvement-plan"].layout, around.language)
    assert 3 == len(rooms)
    assert all(width_of(words, SMALLEST) < 740 for room in rooms for _, words in room.continues.choices)


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    assert shorten("short", 100) == "short"
    shown = shorten("The beginning " + "and the middle " * 20 + "the end", 120)
    assert shown.startswith("The begin") and shown.endswith("the end") and width_of(shown, SMALLEST) <= 120


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([(1, 0), (1, 0)], (50, 50)),
        ([(3, 0), (1, 40)], (60, 40)),
        ([(1, 60), (1, 0), (1, 0)], (60, 20, 20)),
        ([(1, 100), (1, 100)], (50, 50)),
        ([], ()),
    ],
)
def test_columns_share_what_those_leave_that_need_a_width(
    columns: list[tuple[float, float]], expected: tuple[float, ...]
) -> None:
    assert share_out(columns, 100) == expected


def test_words_wrap_where_they_must_and_long_ones_are_broken() -> None:
    assert list(wrap("", 50, 10)) == [""]
    assert list(wrap("one\n\ntwo", 50, 10)) == ["one", "", "two"]
    assert "".join(wrap("x" * 100, 50, 10)) == "x" * 100
    assert all(width_of(line, 10) <= 50 for line in wrap(f"{'x' * 30} and some words {'y' * 30}", 50, 10))
    assert not fit("word " * 200, 50, 20).fits
    assert fit("word", 50, 20).size == 10


def test_a_value_given_in_advance_is_drawn_in_as_many_lines_as_it_takes() -> None:
    drawn = draw_text(SENTENCE, 150, 80)
    assert drawn.count(" Tj") > 4 and drawn.count("T*") == drawn.count(" Tj") - 1
    assert draw_text("", 150, 80) == ""
    assert draw_text("Word", 150, 20).startswith("q BT") and " 10 Tf" in draw_text("Word", 150, 20)
