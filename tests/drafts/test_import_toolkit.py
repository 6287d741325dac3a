"""A toolkit in Word becomes draft chapters; its resources are recognised, and what is unsure is reported."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from toolkit.commands.import_toolkit import import_toolkit
from toolkit.pages.front_matter import FRONT_MATTER
from toolkit.sources.yaml_source import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-28"


def add_link(paragraph: Paragraph, words: str, address: str) -> None:
    id = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), id)
    text.text = words
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The drafts of one file that has a bit of everything."""
    folder = tmp_path_factory.mktemp("drafts")
    document = Document()
    document.add_heading("Our toolkit", 0)
    document.add_paragraph("An introduction for everyone. It has two sentences.")
    document.add_heading("Signs & indicators", 1)
    paragraph = document.add_paragraph("Look for ")
    paragraph.add_run("changes").bold = True
    paragraph.add_run(" in {{ behaviour }} and *play*. See ")
    add_link(paragraph, "Childline", "https://www.childline.org.uk/")
    for words, style in (("One", "List Bullet"), ("Deep", "List Bullet 2"), ("First", "List Number")):
        document.add_paragraph(words, style=style)
    document.add_paragraph("•\tTyped")
    document.add_paragraph().add_run("What to do").bold = True
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Resource", "Link"
    rows = (
        ("A model", "Finkelhor model | Recovery (recovery-from-child-sexual-abuse.org.uk)", "https://x.example.org/"),
        ("Childline", "www.childline.org.uk", ""),
        ("Something", "Our own guide", "https://our.example.org/guide"),
        ("Key messages from research on the impact of child sexual abuse", "", ""),
    )
    for first, words, address in rows:
        cells = table.add_row().cells
        cells[0].text = first
        add_link(cells[1].paragraphs[0], words, address) if address else cells[1].paragraphs[0].add_run(words)
    other = document.add_table(rows=2, cols=3)
    for number, words in enumerate(("Who", "What", "When")):
        other.rows[0].cells[number].text = words
    other.rows[1].cells[0].merge(other.rows[1].cells[1]).text = "A | B"
    document.add_heading("Helplines", 1)
    document.add_paragraph("1. Not a list.")
    document.save(folder / "our toolkit.docx")
    assert 0 == import_toolkit(ROOT, [str(folder / "our toolkit.docx"), "--out", str(folder / "out"), "--today", DAY])
    return folder / "out"


def test_each_main_heading_begins_a_chapter_with_sound_front_matter(out: Path) -> None:
    assert {"our-toolkit.md", "signs-and-indicators.md", "helplines.md"} == {p.name for p in out.glob("*s.md")} | {
        "our-toolkit.md"
    }
    text = (out / "our-toolkit.md").read_text("utf-8")
    front = parse_yaml(FRONT_MATTER.match(text)[1], "x").data  # type: ignore[index]
    assert {"title": "Our toolkit", "description": "An introduction for everyone.", "written": DAY} == front


def test_text_lists_and_tables_are_markdown_in_which_no_macro_runs(out: Path) -> None:
    text = (out / "signs-and-indicators.md").read_text("utf-8")
    line = r"Look for **changes** in &#123;&#123; behaviour &#125;&#125; and \*play\*. See [Childline](https://www.childline.org.uk/)"
    assert line in text
    assert "\n\n- One\n    - Deep\n" in text and "\n1. First\n" in text and "\n- Typed\n" in text
    assert "\n## What to do\n" in text
    assert "| Who | What | When |\n|---|---|---|\n" in text and r"A \| B" in text
    assert "1\\. Not a list." in (out / "helplines.md").read_text("utf-8")


def test_resources_are_recognised_and_what_is_unsure_is_reported(out: Path) -> None:
    text = (out / "signs-and-indicators.md").read_text("utf-8")
    assert '{{ resource_table(ids=["finkelhor-model", "childline"]) }}' in text
    report = (out / "report.md").read_text("utf-8")
    sure, unsure, missing = report.split("\n## ")[2:5]
    assert "`finkelhor-model`" in sure and "`childline`" in sure
    assert "`key-messages-impacts`, because its title is only like" in unsure
    assert "Our own guide" in missing
    for words in ("begins with a typed bullet", "became a heading", "had merged cells"):
        assert words in report
    rows = list(csv.DictReader((out / "new-resources.csv").read_text("utf-8-sig").splitlines()))
    assert [("Our own guide", "https://our.example.org/guide")] == [(row["title"], row["url"]) for row in rows]


def test_a_folder_that_holds_something_is_not_written_into(out: Path, capsys) -> None:
    assert 1 == import_toolkit(ROOT, [str(out.parent / "our toolkit.docx"), "--out", str(out)])
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.doc", b"x", "Save it as a Word document"),
        ("a.docx", b"x", "is damaged, protected or not a Word file"),
        ("a.docx", b"PK\x05\x06" + bytes(18), "cannot be read"),
    ],
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, capsys, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert 1 == import_toolkit(ROOT, [str(tmp_path / name), "--out", str(tmp_path / "out")])
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
