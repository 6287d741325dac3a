"""The texts of forms: what of Markdown they hold, shown alike by the page, the Word file and the PDF files."""

from __future__ import annotations

import io
from pathlib import Path

import page as pdf_check
import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html
from openxml_audit import OpenXmlValidator

from tests.documents.conftest import make_fillable_pdf, make_print_pdf, make_word
from tests.forms.conftest import HERE, IMPRINT, read_one
from tests.read_data import read_forms
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.question import Question
from toolkit.forms.text import Block, Run, read_text
from toolkit.forms.text_rules import pasted_rule
from toolkit.site.fragments.render import make_environment
from toolkit.sources.pasted import LIST_ADVICE
from toolkit.sources.problems import ProblemsFound

BOARD = HERE / "notice-board.yml"
RECORD = {"setting": Question(id="setting", label="Setting", kind="text")}
# Texts, and what they become: kinds of block with their items, and below an item its list.
# ** is bold, * italics, [words>link] a link, {key} a field.
GOLDEN = [
    ("One line.", ["paragraph: One line."]),
    ("Two\nlines\n\nand one", ["paragraph: Two lines", "paragraph: and one"]),
    ("### Small\nText", ["heading: Small", "paragraph: Text"]),
    ("Text\n- one\n- two\n  goes on", ["paragraph: Text", "bullets: one | two goes on"]),
    ("1. one\n2. two", ["numbers: one | two"]),
    ("- one\n\n- two", ["bullets: one | two"]),
    ("- one\n  - a\n  - b\n- two", ["bullets: one (bullets: a | b) | two"]),
    ("1. one\n   - a\n2. two", ["numbers: one (bullets: a) | two"]),
    ("**Bold**, __too__", ["paragraph: **Bold**, **too**"]),
    ("*Leaning* and _so_", ["paragraph: *Leaning* and *so*"]),
    ("***Both***", ["paragraph: ***Both***"]),
    ("**a *b* c**", ["paragraph: **a *****b***** c**"]),
    ("[words](toolkit/trauma.md#in-short)", ["paragraph: [words>toolkit/trauma.md#in-short]"]),
    ("[](toolkit/trauma.md)", ["paragraph: [>toolkit/trauma.md]"]),
    ("[a](https://county.example/x_y*z)", ["paragraph: [a>https://county.example/x_y*z]"]),
    ("Of {setting}.", ["paragraph: Of {record/setting}."]),
    ("**Of {setting}**", ["paragraph: **Of ****{record/setting}**"]),
    (r"5 \* 3, a\_b", ["paragraph: 5 * 3, a_b"]),
    ("5 * 3 [sic] < 20 & more, name_of_file, ____", ["paragraph: 5 * 3 [sic] < 20 & more, name_of_file, ____"]),
    (r"2026\. That year", ["paragraph: 2026. That year"]),
]

PLACE = "section 'rules': "
# What a text may not hold: its rows, the row that the problem names, and how its sentence begins.
REFUSED = {
    "a picture": ("One\n\n![x](y.png)", 3, "a picture cannot be used"),
    "code in a line": ("One `two`", 1, "backticks cannot be used"),
    "a fence": ("One\n\n```\ntwo\n```", 3, "code cannot be used"),
    "code by spaces": ("One\n\n      two", 3, "a line that begins with four spaces"),
    "a table": ("One\n\n| a | b |\n|---|---|\n| c | d |", 3, "a table cannot be used"),
    "a block of HTML": ("<div>x</div>", 1, "HTML cannot be used"),
    "HTML in a line": ("One\ntwo <b>x</b>", 2, "HTML cannot be used"),
    "a quotation": ("One\n\n> two", 3, "a quotation"),
    "a hard break": ("One  \ntwo", 1, "a line ends with two spaces"),
    "a break by a backslash": ("One\\\ntwo", 1, "a line ends with two spaces"),
    "a rule": ("One\n\n---\n\ntwo", 3, "a horizontal line"),
    "a large heading": ("One\n\n## Two", 3, "a heading in a text begins with '### '"),
    "a heading by its underline": ("One\n===", 1, "a heading in a text begins with '### '"),
    "a heading in a list": ("- ### One", 1, "a heading cannot be inside a list"),
    "a list too deep": ("- a\n  - b\n    - c", 3, "a list in a list in a list"),
    "two paragraphs in an item": ("- a\n\n  b", 1, "an item of a list is one paragraph"),
    "an empty item": ("- a\n-\n- b", 2, "an item of the list is empty"),
    "a list from 3": ("3. a\n4. b", 1, "a numbered list begins with 1, not 3"),
    "a list that is none": ("One\n2. two", 2, "a numbered list begins with 1, after an empty line"),
    "bold without an end": ("One\n**two three", 2, "an asterisk has no partner"),
    "bold with spaces": ("One\n** two ** three", 2, "an asterisk has no partner"),
    "italics without an end": ("One _two three", 1, "an underscore has no partner"),
    "a backtick": ("One ` two", 1, "a backtick has no partner"),
    "a link with a space": ("One [two](a b.md)", 1, "the link is not closed"),
    "a reference": ("One [two][three]", 1, "the link is not closed"),
    "a sign as HTML": ("Fish &amp; chips", 1, "'&amp;' is a character written as HTML"),
    "a title of a link": ('[a](toolkit/trauma.md "b")', 1, "a link has no title"),
    "a field in a link": ("[of {setting}](toolkit/trauma.md)", 1, "the words of a link hold no field"),
    "an unknown page": ("One\n[a](toolkit/traum.md)", 2, "unknown page 'toolkit/traum.md' in a link. Did you mean"),
    "an unknown section": ("[a](toolkit/trauma.md#in-shrt)", 1, "unknown page 'toolkit/trauma.md#in-shrt' in a link."),
    "a script": ("One\n[a](javascript:alert(1))", 2, "the link to 'javascript:alert(1)' cannot be used"),
    "a script in disguise": ("[a](JaVa&#115;cript:alert)", 1, "the link to 'JaVascript:alert' cannot be used"),
    "data": ("[a](data:text/html,x)", 1, "the link to 'data:text/html,x' cannot be used"),
    "a file": ("[a](file:///etc/passwd)", 1, "the link to 'file:///etc/passwd' cannot be used"),
    "another host without a scheme": ("[a](//county.example)", 1, "the link to '//county.example' cannot be used"),
    "http": ("[a](http://county.example)", 1, "the link to 'http://county.example' cannot be used"),
    "a script as an address": ("<javascript:alert>", 1, "the link to 'javascript:alert' cannot be used"),
    "an address with a name": ("[a](https://a@b)", 1, "the address 'https://a@b' is not sound"),
    "an address without words": ("[](https://county.example)", 1, "the link has no words"),
}
# Words that stand where no format shows markup.
PLAIN = {
    "title: Rules": ("title: Our **rules**", "section 'rules': '**' cannot be used here"),
    "label: Street,": ('label: "A [street](toolkit/trauma.md)",', "record 'setting': a link cannot be used here"),
    "who: Whoever has the key": ("who: Whoever has the *key*", "asterisks cannot be used here"),
    "time: A minute": ("time: A `minute`", "a backtick cannot be used here"),
    "about: A form": ("about: _A_ form", "underscores cannot be used here"),
    "title: Notice board": ('title: "- Notice board"', "a list cannot be used here"),
}


@pytest.fixture(scope="module")
def board(known: dict[str, set[str]], library: Library) -> Form:
    return read_one("forms/notice-board.yml", BOARD, known, library)


def in_signs(run: Run) -> str:
    words = f"{{{run.key}}}" if run.key else run.text
    words = f"[{words}>{run.link}]" if run.link else words
    around = "**" * run.strong + "*" * run.emphasis
    return around + words + around


def in_a_line(block: Block) -> str:
    items = [
        "".join(map(in_signs, item.runs)) + (f" ({in_a_line(item.inner)})" if item.inner else "")
        for item in block.entries
    ]
    return f"{block.kind}: {' | '.join(items)}"


@pytest.mark.parametrize(("text", "lines"), GOLDEN)
def test_a_text_becomes_its_blocks(text: str, lines: list[str]) -> None:
    assert [in_a_line(block) for block in read_text(text, RECORD)] == lines


def problems_of(content: str, folder: Path, known: dict[str, set[str]]) -> list[str]:
    path = folder / "notice-board.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_forms({"forms/notice-board.yml": path}, known)
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(("text", "row", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_no_format_shows_is_refused_with_its_line(
    text: str, row: int, sentence: str, tmp_path: Path, known: dict[str, set[str]]
) -> None:
    head, _, _ = BOARD.read_text("utf-8").partition("    text: |\n")
    body = "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
    problems = problems_of(f"{head}    text: |\n{body}", tmp_path, known)
    assert len(problems) == 1, problems
    line = head.count("\n") + 1 + row
    assert f"forms/notice-board.yml:{line}: {PLACE}{sentence}" in problems[0]


@pytest.mark.parametrize(("old", "new", "sentence"), [(old, *rest) for old, rest in PLAIN.items()], ids=PLAIN)
def test_markup_is_refused_where_no_format_shows_it(
    old: str, new: str, sentence: str, tmp_path: Path, known: dict[str, set[str]]
) -> None:
    content = BOARD.read_text("utf-8")
    problems = problems_of(content.replace(old, new, 1), tmp_path, known)
    line = content[: content.index(old)].count("\n") + 1
    assert [p for p in problems if p.startswith(f"forms/notice-board.yml:{line}: ") and sentence in p] == problems


def test_a_mistake_in_a_text_that_is_not_a_block_is_told_with_the_line_of_its_key(
    tmp_path: Path, known: dict[str, set[str]]
) -> None:
    head, _, _ = BOARD.read_text("utf-8").partition("    text: |\n")
    (problem,) = problems_of(f'{head}    text: "One\n\n      **two"\n', tmp_path, known)
    assert problem.startswith(f"forms/notice-board.yml:{head.count(chr(10)) + 1}: {PLACE}an asterisk has no partner")


def test_the_page_shows_bold_italics_links_and_lists_in_lists(board: Form, around: Around, root: Path) -> None:
    template = '{% import "form-fields/form-fields.html" as part %}<div>{{ part.prose(blocks, around, "../") }}</div>'
    layout = lay_out(board)
    shown = make_environment(root, around.language).from_string(template)
    page = html.fromstring(shown.render(blocks=(*layout.intro, *layout.sheets[0].text), around=around))
    assert [e.text_content() for e in page.iter("strong")] == ["one", "Street", " alone", "nobody", "county", "cats"]
    assert [e.text_content() for e in page.iter("em")] == ["street", "hangs", "nobody", "the neighbours"]
    trauma = around.link(Run("", link="toolkit/trauma.md#in-short"))
    assert [(a.text_content(), a.get("href")) for a in page.iter("a")] == [
        ("how we talk", "../toolkit/language/"),
        (trauma[0], f"../{trauma[1]}"),
        ("the ", "https://county.example/board?a=1&b=2"),
        ("county", "https://county.example/board?a=1&b=2"),
    ]
    assert [e.text_content() for e in page.findall(".//ul/li/ul/li")] == ["keys", "cats"]
    assert [e.text_content() for e in page.findall(".//ul/li/ol/li")] == ["with the day", "with the place"]
    assert page.findtext(".//ol/li/ul/li/em") == "the neighbours"
    assert "5 * 3 cm" in page.text_content()


def test_the_word_file_shows_them_too(board: Form, around: Around, tmp_path: Path) -> None:
    content = make_word(lay_out(board), around, IMPRINT)
    path = tmp_path / "notice-board.docx"
    path.write_bytes(content)
    assert OpenXmlValidator().validate(str(path)).is_valid
    document = Document(io.BytesIO(content))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    links = [link for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert {run.text for run in runs if run.bold} >= {"one", " alone", "nobody", "cats"}
    assert [run.text for run in runs if run.italic] == ["street", "hangs", "nobody", "the neighbours"]
    trauma = around.link(Run("", link="toolkit/trauma.md#in-short"))
    assert [(link.text, link.url) for link in links] == [
        ("how we talk", "https://toolkit.example/toolkit/language/"),
        (trauma[0], f"https://toolkit.example/{trauma[1]}"),
        ("the ", "https://county.example/board?a=1&b=2"),
        ("county", "https://county.example/board?a=1&b=2"),
    ]
    assert links[-1].runs[0].bold
    styles = [(p.text, p.style.name) for p in document.paragraphs if p.style.name.startswith("List")]
    assert styles == [
        ("Lost things", "List Bullet"),
        ("keys", "List Bullet 2"),
        ("cats", "List Bullet 2"),
        ("Found things", "List Bullet"),
        ("with the day", "List Number 2"),
        ("with the place", "List Number 2"),
        ("Ask.", "List Number"),
        ("the neighbours", "List Bullet 2"),
        ("Hang it up: 5 * 3 cm.", "List Number"),
    ]
    in_text = [s for p in document.paragraphs for s in p._p.iter(qn("w:sdt"))][-1]
    assert in_text.find(f".//{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None


@pytest.mark.parametrize("make", [make_print_pdf, make_fillable_pdf])
def test_the_pdf_files_show_them_too(board: Form, around: Around, make: object) -> None:
    content = make(lay_out(board), around, IMPRINT)  # type: ignore[operator]
    assert pdf_check.validate_pdf_bytes(content, profile=pdf_check.ValidationProfile.PDF_UA_1).is_compliant
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links = [str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", []) if "/A" in a and "/URI" in a.A]
        fonts = {str(f.BaseFont).partition("+")[2] for p in pdf.pages for f in p.Resources.Font.values()}
    trauma = around.link(Run("", link="toolkit/trauma.md#in-short"))[1]
    assert [link for link in dict.fromkeys(links) if link != "https://toolkit.example/"] == [
        "https://toolkit.example/toolkit/language/",
        f"https://toolkit.example/{trauma}",
        "https://county.example/board?a=1&b=2",
    ]
    assert any("It" in font for font in fonts) and any("Bold" in font or "Semibold" in font for font in fonts)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    words = " ".join(text.split())
    assert "Use one board for each street, and read how we talk first." in words
    assert "with the day" in words and "5 * 3 cm" in words and "**" not in words and "](" not in words


def test_a_site_without_an_address_shows_the_words_of_links_to_its_pages(board: Form, around: Around) -> None:
    document = Document(io.BytesIO(make_word(lay_out(board), around, Imprint("A toolkit"))))
    links = [link.url for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert set(links) == {"https://county.example/board?a=1&b=2"}
    assert any("read how we talk first" in paragraph.text for paragraph in document.paragraphs)


def test_a_link_to_a_page_that_a_copy_has_not_is_words_alone(around: Around) -> None:
    none = Around(around.library, {})
    assert none.link(Run("how we talk", link="toolkit/language.md")) == ("how we talk", None)


def test_the_copies_on_a_sheet_of_cards_show_links_that_only_the_first_card_has(board: Form, around: Around) -> None:
    card = board.model_copy(update={"layout": "card"})
    content = make_print_pdf(lay_out(card), around, IMPRINT)
    assert pdf_check.validate_pdf_bytes(content, profile=pdf_check.ValidationProfile.PDF_UA_1).is_compliant
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    assert text.count("county") == 4


@pytest.mark.parametrize("place", ["intro", "title"])
def test_bullets_of_word_are_refused_in_every_text(place: str) -> None:
    form = {"id": "a", "intro": "One.", "title": "A", "sections": [{"id": "b", "title": "B", "text": "Two."}]}
    sentence = f"'•' is how other programs mark an item of a list. {LIST_ADVICE}"
    assert [((place, 0), sentence)] == list(pasted_rule({**form, place: "•\tRing us"}))
    assert [] == list(pasted_rule(form))
