"""One logo in every place that shows it, in every format and colour mode that a copy may bring."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from macros import MACROS
from tests.forms.conftest import allotment, around, known, library
from tests.partnership.conftest import LEAST, ROOT
from tests.partnership.test_built_copies import is_filled_with
from tests.pictures.samples import PICTURES, Colour, encode, png
from toolkit.documents.around import Around
from toolkit.documents.layout import Layout, lay_out
from toolkit.documents.pdf_imprint import stamps
from toolkit.documents.word import draft_word
from toolkit.documents.word_imprint import complete_word
from toolkit.forms.definition import Form
from toolkit.partnership.copy import check_copy
from toolkit.partnership.logo import MOST_BYTES, Logo, clean_logo
from toolkit.partnership.read import read_folder
from toolkit.pictures.pixels import read_pixels
from toolkit.site.compose.brand import CARD_FILE, brand_files
from toolkit.site.compose.imprint import imprint_of
from toolkit.site.compose.styles.sheet import SHEET
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site
from toolkit.sources.problems import Problems

__all__ = ["allotment", "around", "known", "library"]


def read_logo(content: bytes) -> Logo:
    problems = Problems()
    logo = clean_logo(content, "logo", problems)
    problems.stop_if_any()
    assert logo
    return logo


def problems_of_logo(content: bytes) -> list[str]:
    problems = Problems()
    assert clean_logo(content, "ours/logo.png", problems) is None
    return [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A copy whose logo is still to come."""
    folder = tmp_path_factory.mktemp("branded")
    (folder / "partnership.yml").write_text(LEAST, "utf-8")
    return read_site(ROOT, MACROS, Options(partnership=str(folder)))


@pytest.fixture(scope="module")
def draft(allotment: Form, around: Around) -> tuple[bytes, Layout]:
    """The Word file of a form, before a copy's imprint is put into it."""
    layout = lay_out(allotment)
    return draft_word(layout, around, linked=False), layout


def is_near(pixel: object, colour: Colour) -> bool:
    return isinstance(pixel, tuple) and all(abs(a - b) < 8 for a, b in zip(pixel[:3], colour, strict=True))


def shows(png: bytes, colour: Colour) -> bool:
    """Whether the middle of a picture has the colour."""
    with Image.open(io.BytesIO(png)) as picture:
        return is_near(picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2)), colour)


def band_shows(pdf: bytes, colour: Colour) -> bool:
    """Whether the first page of the stamps draws a picture of the colour, or fills something with it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        pictures = [pikepdf.PdfImage(item).as_pil_image() for item in streams if item.get("/Subtype") == "/Image"]
        drawings = [item.read_bytes() for item in streams if item.get("/Subtype") == "/Form"]
        contents = [document.pages[0].Contents.read_bytes(), *drawings]
    filled = (colour[0] / 255, colour[1] / 255, colour[2] / 255)
    return any(shows(encode(picture.convert("RGB"), "PNG"), colour) for picture in pictures) or any(
        is_filled_with(filled, content) for content in contents
    )


@pytest.mark.parametrize("name", PICTURES)
def test_one_logo_is_in_header_card_pdf_and_word(name: str, branded: Site, draft: tuple[bytes, Layout]) -> None:
    make, colour, suffix = PICTURES[name]
    assert branded.copy
    site = replace(branded, copy=replace(branded.copy, logo=read_logo(make())))
    path = f"assets/images/logo{suffix}"
    assert f'src="{path}"' in Fragments(site).render("masthead", {}, PageLocation("", "index.md"))
    files = brand_files(site, {SHEET: b""})
    assert path in files
    with Image.open(io.BytesIO(files[CARD_FILE])) as card:
        assert is_near(card.convert("RGB").getpixel((200, 130)), colour)
    imprint = imprint_of(site)
    assert band_shows(stamps(imprint), colour)
    word, layout = draft
    with zipfile.ZipFile(io.BytesIO(complete_word(word, layout, imprint))) as archive:
        assert shows(archive.read("word/media/image1.png"), colour)


@pytest.mark.parametrize("name", ["PNG of 16 bit RGBA", "JPEG", "SVG"])
def test_a_logo_is_what_its_bytes_say_whatever_its_name(name: str, branded: Site) -> None:
    """A file that is called Logo.PNG here is published under the name of what it is."""
    make, _, suffix = PICTURES[name]
    assert branded.copy
    folder = branded.copy.folder
    (folder.path / "Logo.PNG").write_bytes(make())
    (folder.path / "partnership.yml").write_text(f"{LEAST}brand: {{logo: Logo.PNG}}\n", "utf-8")
    problems = Problems()
    raw = read_folder(folder, problems)
    copy = check_copy(raw, ROOT, None, problems)
    assert not list(problems) and copy and copy.logo
    assert suffix == copy.logo.suffix


def test_a_clear_colour_of_a_palette_stays_clear_in_documents() -> None:
    picture = Image.new("P", (2, 1))
    picture.putpalette([200, 50, 20, 0, 0, 0])
    picture.putpixel((1, 0), 1)
    assert [(200, 50, 20, 255), (0, 0, 0, 0)] == [
        read_pixels(encode(picture, "PNG", transparency=1)).getpixel((x, 0)) for x in (0, 1)
    ]


def test_a_photo_taken_on_its_side_is_upright_in_documents() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned by a quarter
    assert (30, 60) == read_pixels(encode(Image.new("RGB", (60, 30)), "JPEG", exif=exif)).size


REFUSED_LOGOS = {
    "a picture of another format": (b"GIF89a", "ours/logo.png: is neither SVG nor PNG nor JPEG by its first bytes"),
    "a PDF": (b"%PDF-1.7", "ours/logo.png: is PDF. Save the logo as SVG, PNG or JPEG"),
    "a web page": (b"<html><svg></svg></html>", "is not an SVG picture: its first element is 'html'"),
    "a PNG that is cut short": (png("RGB", 1)[:60], "ours/logo.png: is damaged or cut short. Save it again"),
    "a large picture": (png("RGB", 1) + b"x" * MOST_BYTES, "kB on every page. Save the logo smaller than 200 kB"),
    "more pixels than memory": (encode(Image.new("1", (9000, 9000)), "PNG"), "has 9000 by 9000 pixels. Save it"),
}


@pytest.mark.parametrize("name", REFUSED_LOGOS)
def test_a_logo_that_cannot_be_used_is_refused_with_what_to_do(name: str) -> None:
    content, expected = REFUSED_LOGOS[name]
    (problem,) = problems_of_logo(content)
    assert expected in problem


def test_a_damaged_logo_is_drawn_or_refused_but_ends_nothing() -> None:
    chance = random.Random(1)
    contents = [make() for make, _, _ in PICTURES.values()]
    pieces = [b"<script>", b"<!--", b"&a;", b"url(", b"\\1", b"]]>", b"\0", b"\xff\xff"]
    for _ in range(2000):
        content = bytearray(chance.choice(contents))
        place = chance.randrange(len(content))
        content[place : place + chance.choice((0, 1, 9))] = chance.choice(pieces)
        problems = Problems()
        logo = clean_logo(bytes(content), "logo", problems)
        assert (logo is None) is bool(list(problems)), bytes(content)
        assert not (logo and logo.suffix == ".svg" and b"<script" in logo.content), bytes(content)
