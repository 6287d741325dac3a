"""The Word files of every form: valid, the same each time, each control bound to its own answer, and read back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.documents.conftest import make_word
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import Unreadable, bring_up_to_date
from toolkit.answers.word_document import read_word
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.documents.package import ANSWERS_PART, answers_xml
from toolkit.documents.word_repeats import LEAST_ROWS, WORD_15, is_repeatable
from toolkit.forms.definition import Form
from toolkit.forms.keys import NAMESPACE
from toolkit.site.compose.formats import read_answers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"


@pytest.fixture(scope="session")
def word(allotment: Form, around: Around) -> bytes:
    return make_word(lay_out(allotment), around, IMPRINT)


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def exchange(content: bytes, **parts: str) -> bytes:
    """The archive with some parts exchanged; `body` and `answers` name them."""
    names = {"body": BODY, "answers": ANSWERS_PART}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            given = next((text for key, text in parts.items() if names[key] == name), None)
            new.writestr(name, old.read(name) if given is None else given)
    return out.getvalue()


def test_every_word_file_is_valid_and_opens_cleanly(
    around: Around, allotment: Form, kitchen: Form, tmp_path: Path
) -> None:
    for form in [allotment, kitchen, *around.library.forms.values()]:
        path = tmp_path / f"{form.id}.docx"
        path.write_bytes(make_word(lay_out(form), around, IMPRINT))
        result = OpenXmlValidator().validate(str(path))
        assert result.is_valid, f"{form.id}: {result.errors[:3]}"


def test_the_same_form_gives_the_same_bytes(around: Around, allotment: Form, word: bytes) -> None:
    assert word == make_word(lay_out(allotment), around, IMPRINT)


def test_each_control_is_bound_to_the_element_of_its_own_name(allotment: Form, word: bytes) -> None:
    part_root = etree.fromstring(part(word, ANSWERS_PART))
    keys = [a.get("key") for a in part_root.iter(f"{{{NAMESPACE}}}a")]
    layout = lay_out(allotment)
    assert [field.key for field in layout.fields if not is_repeatable(layout, field.key)] == keys
    body = etree.fromstring(part(word, BODY))
    controls = [properties for properties in body.iter(f"{W}sdtPr") if properties.find(f"{W}dataBinding") is not None]
    assert len(controls) == len(keys) + 2, "the two merge fields stand in the text once more"
    for properties in controls:
        name = properties.find(f"{W}tag").get(f"{W}val")
        binding = properties.find(f"{W}dataBinding")
        spaces = dict([binding.get(f"{W}prefixMappings").removeprefix("xmlns:").replace("'", "").split("=")])
        [bound] = part_root.xpath(binding.get(f"{W}xpath"), namespaces=spaces)
        assert name == bound.getparent().get("key")
    ids = [properties.find(f"{W}id").get(f"{W}val") for properties in body.iter(f"{W}sdtPr")]
    assert len(set(ids)) == len(ids)


def test_word_offers_to_repeat_the_rows_that_may_be_repeated_and_writes_into_one_copy_alone(word: bytes) -> None:
    body = etree.fromstring(part(word, BODY))
    sections = list(body.iter(f"{{{WORD_15}}}repeatingSection"))
    tags = [
        [tag.get(f"{W}val") for tag in section.getparent().getparent().iter(f"{W}tag") if tag.get(f"{W}val")]
        for section in sections
    ]
    north = [f"beds/north~{number}/{column}" for number in range(2, LEAST_ROWS + 1) for column in ("plan", "due")]
    assert north in tags, "the first row stands alone: what is asked once is in it"
    assert ["visits/row/job", "visits/row/done"] == tags[-1][:2], "of free rows each may be repeated"
    repeated = {tag for group in tags for tag in group}
    for control in body.iter(f"{W}sdtPr"):
        tag = control.find(f"{W}tag")
        assert tag is None or tag.get(f"{W}val") not in repeated or control.find(f"{W}dataBinding") is None
    root = part(word, BODY)[:2000]
    assert b'mc:Ignorable="w15 ' in root and WORD_15.encode() in root, "an old Word passes over what it does not know"


def test_the_part_says_which_words_are_the_forms_own(allotment: Form, word: bytes) -> None:
    current = bring_up_to_date(allotment, read_word(word))
    assert ({}, ()) == (current.texts, current.unplaced)
    typed = part(word, BODY).decode().replace("</w:body>", "<w:p><w:r><w:t>We walked.</w:t></w:r></w:p></w:body>")
    [unplaced] = bring_up_to_date(allotment, read_word(exchange(word, body=typed))).unplaced
    assert "We walked." == unplaced.text


def test_table_headings_repeat_and_the_language_is_british_english(word: bytes) -> None:
    body = etree.fromstring(part(word, BODY))
    assert sum(1 for _ in body.iter(f"{W}tblHeader")) == 2
    styles = etree.fromstring(part(word, "word/styles.xml"))
    assert {"en-GB"} == {language.get(f"{W}val") for language in styles.iter(f"{W}lang")}


def test_chapters_to_read_are_named_beside_what_they_help_with(word: bytes) -> None:
    text = "".join(etree.fromstring(part(word, BODY)).itertext())
    assert text.count("Read: ") == 3, "a row, a section and a question name chapters"
    assert "Trauma; Language" in text


def test_answers_in_the_part_are_read_back_whatever_they_hold(allotment: Form, word: bytes) -> None:
    everything = "".join(chr(c) for c in range(0x20, 0x30000, 61) if not 0xD800 <= c < 0xE000 and c & 0xFFFE != 0xFFFE)
    texts = {"record/setting": ']]> & <a> "q"', "beds/north/plan": everything, "water/notes": "x" * 10_000 + "\nשלום"}
    xml = answers_xml(allotment.id, 3, texts.items())
    assert texts == bring_up_to_date(allotment, read_word(exchange(word, answers=xml))).texts


def test_what_an_editor_wrote_into_the_controls_alone_is_read(allotment: Form, word: bytes) -> None:
    body = etree.fromstring(part(word, BODY))
    for control in body.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        tag = properties.find(f"{W}tag")
        if tag is not None and tag.get(f"{W}val") == "water/notes":
            properties.remove(properties.find(f"{W}showingPlcHdr"))
            next(control.iter(f"{W}t")).text = "Written in another editor"
    changed = exchange(word, body=etree.tostring(body).decode())
    assert {"water/notes": "Written in another editor"} == bring_up_to_date(allotment, read_word(changed)).texts


def test_hostile_and_truncated_word_files_are_refused_in_words(word: bytes, tmp_path: Path) -> None:
    bomb = f'<!DOCTYPE a [<!ENTITY x "{"y" * 1000}">]><answers xmlns="{NAMESPACE}"><a key="b">&x;</a></answers>'
    contents = [
        word[:5000],
        b"PK\x03\x04" + b"\0" * 100,
        exchange(word, answers=bomb),
        exchange(word, answers=f'<answers xmlns="{NAMESPACE}">'),
        exchange(word, body="not xml"),
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    ]
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(content)
        with pytest.raises(Unreadable):
            read_answers(path)


def test_a_part_that_another_program_has_emptied_or_exchanged_is_passed_over(allotment: Form, word: bytes) -> None:
    for part in ("", "<answers", "<other/>"):
        read = read_word(exchange(word, answers=part))
        assert (allotment.id, {}) == (read.form, bring_up_to_date(allotment, read).texts)


def test_escaping_keeps_a_name_that_looks_like_markup(allotment: Form, word: bytes) -> None:
    xml = answers_xml('x"><y', 1, [('"><a', escape("<b>"))])
    assert 'x"><y' == etree.fromstring(xml.encode()).get("form")
