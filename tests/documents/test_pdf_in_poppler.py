"""What is typed into a PDF in one viewer is seen in others: Chrome's engine types, it and Poppler show it."""

from __future__ import annotations

import io
import subprocess

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.documents.conftest import make_fillable_pdf
from tests.documents.office import LONGEST, one_line, text_of
from tests.documents.test_pdf import type_into
from tests.forms.conftest import IMPRINT
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form

pytestmark = pytest.mark.office
LANGUAGES = {
    "Welsh": "Ŵŵ Ŷŷ Ẁẁ Ẅẅ Ỳỳ âêîôû",
    "Polish": "Zażółć gęślą jaźń",
    "Romanian": "Țară și mâță",
    "Turkish": "İğne ışık şöyle",
    "Hungarian": "Tűrő ütő",
    "Latvian": "Šķēršļi ģimenē",
    "Vietnamese": "Trẻ em được bảo vệ",
    "Greek": "Ελληνικά άέή",
    "Ukrainian": "Їжак і ґанок",
    "signs": "£5 – “quoted” … ½ €",
}
FIELD = "beds/north/plan"
SCALE = 2  # pixels for each point


@pytest.fixture(scope="session")
def fillable(allotment: Form, around: Around) -> bytes:
    return make_fillable_pdf(lay_out(allotment), around, IMPRINT)


def poppler_draws(content: bytes, page: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(72 * SCALE), "-f", str(page + 1), "-l", str(page + 1), "-png", "-"]
    done = subprocess.run(command, input=content, check=True, capture_output=True, timeout=LONGEST)
    return Image.open(io.BytesIO(done.stdout)).convert("L")


def chrome_draws(content: bytes, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    return document[page].render(scale=SCALE, may_draw_forms=True).to_pil().convert("L")


def place_of(content: bytes) -> tuple[int, list[float]]:
    """The page of the field, and its box with the top of the page as 0."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                if str(annotation.get("/T", "")) == FIELD:
                    left, bottom, right, top = (float(edge) for edge in annotation.Rect)
                    height = float(page.mediabox[3])
                    return number, [left, height - top, right, height - bottom]
    raise AssertionError(FIELD)


def letters_in(image: Image.Image, box: list[float]) -> int:
    """How many separate strokes stand in a box: columns with ink that follow one without."""
    cut = image.crop([int(edge * SCALE) for edge in box])
    dark = [any(cut.getpixel((x, y)) < 140 for y in range(4, cut.height - 4)) for x in range(4, cut.width - 4)]
    return sum(one and not before for before, one in zip([False, *dark], dark, strict=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_many_languages_are_kept_in_the_font_of_the_file(fillable: bytes, language: str) -> None:
    words = LANGUAGES[language]
    typed = type_into(fillable, words)
    assert words in one_line(text_of(typed))
    with pikepdf.open(io.BytesIO(typed)) as pdf:
        [field] = [field for field in pdf.Root.AcroForm.Fields if str(field.get("/T", "")) == FIELD]
        used = field.AP.N.Resources.Font
        drawn = field.AP.N.read_bytes().decode("latin-1")
        fonts = {str(font.BaseFont) for name, font in used.items() if f"{name} " in drawn}
    assert fonts == {"/SourceSansPro-Regular"}


@pytest.mark.parametrize("draw", [poppler_draws, chrome_draws])
def test_each_letter_that_is_typed_is_seen(fillable: bytes, draw: object) -> None:
    page, box = place_of(fillable)
    assert callable(draw)
    assert letters_in(draw(fillable, page), box) == 0
    for word in ("ŵŷŴŶ", "łźăș", "İşğű", "ΩδЖд"):
        spaced = " ".join(word)
        assert letters_in(draw(type_into(fillable, spaced), page), box) >= len(word), word
