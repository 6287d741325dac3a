"""The page reads filled PDF files, however a program has saved them, as the script does; bad ones it refuses."""

from __future__ import annotations

import io
import json
import re
import subprocess
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from tests.documents.conftest import make_fillable_pdf
from tests.documents.test_pdf import type_into
from tests.forms.conftest import IMPRINT
from tests.search.node import NODE, speak_english
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.page_definition import browser_definition
from toolkit.answers.pdf import read_pdf
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form

Read = Callable[..., list[dict[str, object]]]  # of the contents of files, and of a form
READER = Path(__file__).with_name("read_pdf.mjs")
SAVED = Path(__file__).with_name("saved")  # as the version of that number made it, and somebody filled it in
EVERY_BLOCK = "".join(
    chr(c) for c in range(0x21, 0x30000, 0x80) if not 0xD7FF < c < 0xE000 and c & 0xFFFE != 0xFFFE and c != 0x1680
)
TEXTS = {
    "record/setting": "Hill (Road) \\ <b> ]]> £5 – “naïve” €",
    "beds/north/plan": EVERY_BLOCK,
    "beds/south/plan": "x" * 10_000 + "\nשלום مرحبا \N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "water/notes": "one\ntwo\\(three",
}


def filled(content: bytes) -> bytes:
    """The PDF with texts in its fields, as a program leaves them that writes values alone."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) in TEXTS:
                field.V = String(TEXTS[str(field.T)])
            if str(field.T) == "water/meter":
                field.V = Name("/yes")
            if str(field.T) == "water/source":
                field.V = String("Rain")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def saved(content: bytes, **how: object) -> bytes:
    """The PDF as qpdf saves it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        out = io.BytesIO()
        pdf.save(out, **how)
    return out.getvalue()


def locked(content: bytes, *, packed: bool = True, **how: Any) -> bytes:
    """The PDF protected against changes, as offices do it: no password is needed to read it."""
    if how["R"] < 4:
        how |= {"metadata": False, "aes": False}
    mode = ObjectStreamMode.generate if packed and how["R"] > 2 else ObjectStreamMode.disable
    with warnings.catch_warnings(action="ignore"):  # of kinds that nobody should use anew
        return saved(content, encryption=pikepdf.Encryption(owner="office", user="", **how), object_stream_mode=mode)


def added_to(content: bytes) -> bytes:
    """The PDF with a further part at its end, which gives one field another value, as Acrobat and Preview save."""
    content = saved(content, object_stream_mode=ObjectStreamMode.disable, compress_streams=True)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        [field] = [field for field in pdf.Root.AcroForm.Fields if str(field.T) == "record/owner"]
        field.V = String("The later one")
        number, written = field.objgen[0], field.unparse(resolved=True)
        root = pdf.Root.objgen[0]
    start = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    at = len(content) + 1
    more = f"\n{number} 0 obj\n".encode() + written + b"\nendobj\n"
    table = len(content) + len(more)
    more += f"xref\n0 1\n0000000000 65535 f \n{number} 1\n{at:010} 00000 n \n".encode()
    more += f"trailer\n<</Size 9999/Root {root} 0 R/Prev {start}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return content + more


def nested(content: bytes) -> bytes:
    """The PDF with its values where some programs put them: in streams, and on a field above the one of the page."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) == "water/notes":
                field.V = pdf.make_stream(b"\xfe\xff" + TEXTS["water/notes"].encode("utf-16-be"))
        [owner] = [field for field in pdf.Root.AcroForm.Fields if str(field.T) == "beds/north/due"]
        above = pdf.make_indirect(Dictionary(T=owner.T, FT=Name.Tx, V=String("2026-12-05"), Kids=Array([owner])))
        del owner["/T"]
        del owner["/V"]
        owner.Parent = above
        fields = [above if field.objgen == owner.objgen else field for field in pdf.Root.AcroForm.Fields]
        pdf.Root.AcroForm.Fields = Array(fields)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda content: content,
    "object streams": lambda content: saved(content, object_stream_mode=ObjectStreamMode.generate),
    "no object streams": lambda content: saved(content, object_stream_mode=ObjectStreamMode.disable),
    "linearized": lambda content: saved(content, linearize=True),
    "open": lambda content: saved(content, qdf=True, object_stream_mode=ObjectStreamMode.disable),
    "not packed": lambda content: saved(content, compress_streams=False, recompress_flate=False),
    "nested": nested,
    "after some bytes": lambda content: b"\r\n\r\n" + content,
    "before zeros": lambda content: content + b"\0" * 4096,
    "before line ends": lambda content: content + b"\r\n" * 3000,
    "RC4 40": lambda content: locked(content, R=2),
    "RC4 128": lambda content: locked(content, R=3),
    "AES 128": lambda content: locked(content, R=4),
    "AES 128, metadata open": lambda content: locked(content, R=4, metadata=False),
    "AES 256 of Acrobat 9": lambda content: locked(content, R=5),
    "AES 256": lambda content: locked(content, R=6),
    "AES 256, nested, no object streams": lambda content: locked(nested(content), packed=False, R=6),
}


@pytest.fixture(scope="module")
def fillable(allotment: Form, around: Around) -> bytes:
    return make_fillable_pdf(lay_out(allotment), around, IMPRINT)


@pytest.fixture
def read_on_page(root: Path, allotment: Form, tmp_path: Path) -> Read:
    def read(contents: list[bytes], form: Form = allotment) -> list[dict[str, object]]:
        definition = tmp_path / "definition.json"
        definition.write_text(json.dumps(browser_definition(form)), "utf-8")
        files = []
        for number, content in enumerate(contents):
            files.append(tmp_path / f"{number}.pdf")
            files[-1].write_bytes(content)
        done = subprocess.run(
            [*NODE, *speak_english(root, tmp_path), str(READER), str(definition), *map(str, files)],
            capture_output=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()[:2000]
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    return read


def test_every_answer_is_read_however_a_program_saved_the_file(
    fillable: bytes, allotment: Form, read_on_page: Read
) -> None:
    contents = [way(filled(fillable)) for way in WAYS.values()]
    for name, content, found in zip(WAYS, contents, read_on_page(contents), strict=True):
        expected = bring_up_to_date(allotment, read_pdf(content)).texts
        assert TEXTS.items() <= expected.items(), name
        assert {"water/meter": "yes", "water/source": "Rain"}.items() <= expected.items()
        assert ("2026-12-05" == expected.get("beds/north/due")) == ("nested" in name)
        assert found == {"version": 3, "saved": "", "answers": expected}, name


def test_a_file_of_the_first_version_opens_on_the_page_and_in_the_command_with_nothing_lost(
    read_on_page: Read, around: Around
) -> None:
    saved_file = SAVED / "whole-setting-improvement-plan-1.pdf"
    form = around.library.forms["whole-setting-improvement-plan"]
    expected = json.loads(saved_file.with_suffix(".json").read_text("utf-8"))["answers"]
    [on_page] = read_on_page([saved_file.read_bytes()], form)
    in_command = bring_up_to_date(form, read_pdf(saved_file.read_bytes()))
    assert expected == on_page["answers"] == in_command.texts and not in_command.obsolete
    assert set(expected) <= {field.key for field in lay_out(form).fields} and len(expected) > 100


def test_the_last_part_of_a_file_that_was_added_to_counts(fillable: bytes, read_on_page: Read) -> None:
    content = added_to(filled(fillable))
    assert read_pdf(content).texts["record/owner"] == "The later one"
    [found] = read_on_page([content])
    assert found["answers"] == read_pdf(content).texts | {"water/meter": "yes"}


def test_what_was_typed_as_chrome_does_is_read(fillable: bytes, allotment: Form, read_on_page: Read) -> None:
    typed = type_into(fillable, "Ŵŷ Łódź – £5")
    [found] = read_on_page([typed])
    assert found["answers"] == bring_up_to_date(allotment, read_pdf(typed)).texts


def test_a_file_whose_mark_a_program_dropped_is_read_by_its_names(fillable: bytes, read_on_page: Read) -> None:
    with pikepdf.open(io.BytesIO(filled(fillable))) as pdf:
        del pdf.Root["/SafeguardingForm"]
        out = io.BytesIO()
        pdf.save(out)
    [found] = read_on_page([out.getvalue()])
    assert found["version"] == 1 and "record/setting" in found["answers"]  # type: ignore[operator]


def small_pdf(*objects: bytes, trailer: bytes = b"<</Root 1 0 R>>") -> bytes:
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, text) for number, text in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer\n" + trailer + b"\nstartxref\n9\n%%EOF\n"


def other_form(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.Root["/SafeguardingForm"].Form = String("support-map")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_bad_files_are_refused_in_words(fillable: bytes, read_on_page: Read) -> None:
    form = b"<</AcroForm<</Fields[2 0 R]>>>>"
    bomb = zlib.compress(b"\0" * 80_000_000, 9)
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(bomb), bomb)
    blank = Pdf.new()
    blank.add_blank_page()
    out = io.BytesIO()
    blank.save(out)
    bad = {
        "cut": fillable[: len(fillable) // 2],
        "cut at its end": added_to(fillable)[:-60],
        "no objects": b"%PDF-1.7\n%%EOF",
        "nothing": b"%PDF-1.7\n" + b"\0" * 5000,
        "protected": saved(fillable, encryption=pikepdf.Encryption(owner="a", user="b")),
        "protected by RC4": saved(
            fillable, encryption=pikepdf.Encryption(owner="a", user="b", R=4, aes=False, metadata=False)
        ),
        "protected, damaged": locked(fillable, R=6).replace(b"/UE <", b"/UF <"),
        "no form": out.getvalue(),
        "another form": other_form(fillable),
        "no fields": WAYS["no object streams"](fillable)
        .replace(b"/AcroForm", b"/AcroFarm")
        .replace(b"ingForm", b"ingFarm"),
        "its own parent": small_pdf(form, b"<</T(a)/Kids[2 0 R]>>"),
        "refers to itself": small_pdf(b"<</AcroForm 2 0 R>>", b"2 0 R"),
        "deep": small_pdf(b"[" * 100_000),
        "unpacked without end": small_pdf(form, b"<</T(record/setting)/V(x)>>", stream),
        "too many in a stream": small_pdf(form, b"<</Type/ObjStm/N 999999999/First 4/Length 2>>stream\n1 \nendstream"),
        "a string without end": small_pdf(form, b"(" + b"x" * 100_000),
        "many digits": b"%PDF-1.7\n" + b"1 " * 500_000 + b"%%EOF",
        "many openings": b"%PDF-1.7\n" + b"1 0 obj" * 100_000 + b"%%EOF",
    }
    for name, found in zip(bad, read_on_page(list(bad.values())), strict=True):
        assert set(found) == {"problem"}, name
        assert str(found["problem"]).endswith("."), name
