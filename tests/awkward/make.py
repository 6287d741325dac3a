"""Awkward files of the allotment plan, made anew each time: `AWKWARD` has a function for each name in verdicts.json."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf

from tests.vectors.test_vectors import make_pdf

ANSWERS = {"record/setting": "Hill Road", "beds/north/plan": "Dig", "water/rating": "amber"}
NAMESPACE = "urn:safeguarding-toolkit:answers:1"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Make = Callable[[], bytes]


# JSON


def saved(answers: Any = ANSWERS, **changes: Any) -> dict[str, Any]:
    usual = {"format": "safeguarding-toolkit-answers", "format_version": 1, "form": "allotment-plan", "form_version": 3}
    return {**usual, "answers": answers, **changes}


def dump(answers: Any = ANSWERS, **changes: Any) -> bytes:
    return json.dumps(saved(answers, **changes), ensure_ascii=False).encode("utf-8", "surrogatepass")


def with_raw(key: str, raw: str) -> bytes:
    """A saved file in which a value is written as given, whether or not it is JSON."""
    return dump(**{key: "RAW"}).replace(b'"RAW"', raw.encode())


def with_answer(raw: str) -> bytes:
    return dump({"record/setting": "RAW"}).replace(b'"RAW"', raw.encode())


JSON: dict[str, Make] = {
    "json": dump,
    "json, empty": lambda: b"",
    "json, white space alone": lambda: b" \n",
    "json, cut short": lambda: dump()[:-5],
    "json, without end of line, with two": lambda: dump() + b"\r\n\r\n",
    "json, more after the end": lambda: dump() + b"{}",
    "json, byte order mark": lambda: b"\xef\xbb\xbf" + dump(),
    "json, two byte order marks": lambda: b"\xef\xbb\xbf" * 2 + dump(),
    "json, UTF-16 with its mark": lambda: dump().decode().encode("utf-16"),
    "json, UTF-16 of the other order": lambda: b"\xfe\xff" + dump().decode().encode("utf-16-be"),
    "json, UTF-16 cut within a character": lambda: dump().decode().encode("utf-16")[:-1],
    "json, UTF-16 without a mark": lambda: dump().decode().encode("utf-16-le"),
    "json, UTF-32": lambda: dump().decode().encode("utf-32"),
    "json, Windows-1252": lambda: dump({"record/setting": "Siân’s"}).decode().encode("cp1252"),
    "json, half a character as UTF-8": lambda: dump({"record/setting": "a\ud800b"}),
    "json, half a character escaped": lambda: with_answer('"a\\ud800b"'),
    "json, half a character in a name": lambda: dump().replace(b"record/setting", b"record/\\udfff"),
    "json, both halves escaped": lambda: with_answer('"\\ud83d\\ude00"'),
    "json, control characters escaped": lambda: with_answer('"\\u0000\\u0007a\\u000bb"'),
    "json, a control character as it is": lambda: with_answer('"a\x07"'),
    "json, a byte order mark for an answer": lambda: with_answer('"\\ufeff"'),
    "json, only other spaces": lambda: with_answer('"\\u00a0\\u2003"'),
    "json, an unknown escape": lambda: with_answer('"\\x41"'),
    "json, NaN": lambda: with_raw("form_version", "NaN"),
    "json, Infinity": lambda: with_raw("form_version", "-Infinity"),
    "json, 5,000 digits for a version": lambda: with_raw("form_version", "9" * 5000),
    "json, 5,000 digits elsewhere": lambda: with_raw("more", "9" * 5000),
    "json, 1e999 for a version": lambda: with_raw("form_version", "1e999"),
    "json, version 3.0": lambda: with_raw("form_version", "3.0"),
    "json, a leading zero": lambda: with_raw("form_version", "03"),
    "json, version -4": lambda: dump(form_version=-4),
    "json, version true": lambda: dump(form_version=True),
    "json, format version null": lambda: dump(format_version=None),
    "json, format version true": lambda: dump(format_version=True),
    "json, format version 1.0": lambda: with_raw("format_version", "1.0"),
    "json, format version 1.5": lambda: with_raw("format_version", "1.5"),
    "json, format version -1": lambda: dump(format_version=-1),
    "json, format version 2": lambda: dump(format_version=2),
    "json, format version of 5,000 digits": lambda: with_raw("format_version", "9" * 5000),
    "json, another format": lambda: dump(format="something-else"),
    "json, a list": lambda: b"[1, 2]",
    "json, null": lambda: b"null",
    "json, another form": lambda: dump(form="kitchen-audit"),
    "json, another form with the same title": lambda: dump(form="kitchen-audit", form_title="Allotment plan"),
    "json, no form named": lambda: dump(form=""),
    "json, no form named, nothing of a form": lambda: dump({"a/b": "x"}, form=None),
    "json, a number for the form": lambda: dump(form=7),
    "json, answers as a list": lambda: dump([["record/setting", "x"]]),
    "json, answers null": lambda: dump(None),
    "json, no answers": lambda: dump({}),
    "json, a number among the answers": lambda: dump({"record/setting": 5}),
    "json, null among the answers": lambda: dump({"record/setting": None}),
    "json, a list among the answers": lambda: dump({"record/setting": ["x"]}),
    "json, names like those of objects": lambda: dump({"__proto__": "x", "constructor/prototype": "y", **ANSWERS}),
    "json, a name of 300": lambda: dump({"é" * 300: "x", **ANSWERS}),
    "json, a name of 301": lambda: dump({"é" * 301: "x", **ANSWERS}),
    "json, a name of 151 pairs": lambda: dump({"\U0001f600" * 151: "x", **ANSWERS}),
    "json, the same name twice": lambda: dump().replace(b'"beds/north/plan"', b'"record/setting"'),
    "json, 50,000 answers": lambda: dump({f"a/{number}": "x" for number in range(50_000)}),
    "json, 50,001 answers": lambda: dump({f"a/{number}": "x" for number in range(50_001)}),
    "json, five million characters": lambda: dump({"record/setting": "x" * 5_000_000}),
    "json, more characters": lambda: dump({"record/setting": "x" * 5_000_001}),
    "json, 100 deep": lambda: with_raw("more", "[" * 99 + "]" * 99),
    "json, 101 deep": lambda: with_raw("more", "[" * 100 + "]" * 100),
    "json, 200,000 deep": lambda: with_raw("more", "[" * 200_000 + "]" * 200_000),
    "json, too large": lambda: dump() + b" " * 20_000_000,
    "text": lambda: b"Dear all, the plan is attached.",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    "zero bytes": lambda: bytes(5000),
    "old Word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
}


# Word


def control(name: str, text: str) -> str:
    properties = f'<w:sdtPr><w:tag w:val="{name}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def body(inner: str = "") -> str:
    content = inner or "".join(map(control, ANSWERS, ANSWERS.values()))
    return f'<w:document xmlns:w="{WORD}"><w:body>{content}</w:body></w:document>'


def part(form: str = "allotment-plan", version: str = "3") -> str:
    told = "".join(f'<a key="{name}"><v>{text}</v></a>' for name, text in ANSWERS.items())
    return f'<answers xmlns="{NAMESPACE}" form="{form}" version="{version}">{told}</answers>'


def pack(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def word(document: str | bytes | None = None, answers: str | bytes | None = None, **more: str) -> bytes:
    parts = {"word/document.xml": document or body(), "customXml/item1.xml": answers or part()}
    return pack({**parts, **more})


CONTROLS = "".join(map(control, ANSWERS, ANSWERS.values()))
REPEATED = (
    '<table:table-row table:number-rows-repeated="40">'
    '<table:table-cell table:number-columns-repeated="40"><text:p>x</text:p></table:table-cell></table:table-row>'
)


def paragraphs(count: int, text: str = "x") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * count


def with_prompts(count: int) -> str:
    return part().replace(
        "</answers>", "".join(f"<prompt>[{number}]</prompt>" for number in range(count)) + "</answers>"
    )


def odt(inner: str) -> bytes:
    names = ("office", "text", "table")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = f"<office:document-content {spaces}><office:body>{inner}</office:body></office:document-content>"
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, zipfile.ZIP_STORED)


def patch(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def in_directory(content: bytes, offset: int, new: bytes) -> bytes:
    """An archive with something else in the header of its first part, in the list at its end."""
    return patch(content, content.index(b"PK\x01\x02") + offset, new)


def deep(count: int) -> str:
    return body("<w:p>" * count + "</w:p>" * count + "".join(map(control, ANSWERS, ANSWERS.values())))


WORD_FILES: dict[str, Make] = {
    "word": word,
    "word, parts not packed": lambda: pack({"word/document.xml": body(), "customXml/item1.xml": part()}, 0),
    "word, packed in another way": lambda: pack(
        {"word/document.xml": body(), "customXml/item1.xml": part()}, zipfile.ZIP_BZIP2
    ),
    "word, half of it": lambda: word()[: len(word()) // 2],
    "word, two letters": lambda: b"PK",
    "word, zero bytes after the end": lambda: word() + bytes(4096),
    "word, something before": lambda: b"PK" + bytes(30) + word(),
    "word, a part with a password": lambda: in_directory(word(), 8, b"\x01\x00"),
    "word, another sum": lambda: in_directory(word(), 16, b"\0\0\0\0"),
    "word, larger than it says": lambda: in_directory(word(), 24, struct.pack("<I", 5)),
    "word, says that it is huge": lambda: in_directory(word(), 24, struct.pack("<I", 4_000_000_000)),
    "word, unpacks to 51 million bytes": lambda: word(body(control("record/setting", "x" * 51_000_000))),
    "word, six million characters": lambda: word(body(control("record/setting", "x" * 6_000_000))),
    "word, 500 parts": lambda: word(**{f"more/{number}": "" for number in range(498)}),
    "word, 501 parts": lambda: word(**{f"more/{number}": "" for number in range(499)}),
    "word, another archive": lambda: pack({"mimetype": "application/epub+zip"}),
    "word, an empty archive": lambda: pack({}),
    "word, a spreadsheet": lambda: pack({"xl/workbook.xml": "<workbook/>"}),
    "word, of somebody else": lambda: pack({"word/document.xml": body("<w:p><w:r><w:t>Minutes</w:t></w:r></w:p>")}),
    "word, document damaged": lambda: word(body()[:-9]),
    "word, answers damaged": lambda: word(answers=part()[:-3]),
    "word, 256 deep": lambda: word(deep(254)),
    "word, 257 deep": lambda: word(deep(255)),
    "word, 200,000 deep": lambda: word(deep(200_000)),
    "word, entities": lambda: word('<!DOCTYPE a [<!ENTITY b "c">]>' + body()),
    "word, entities that grow": lambda: word(
        '<!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;&b;&b;">]>' + body(control("record/setting", "&d;"))
    ),
    "word, an entity from elsewhere": lambda: word(
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + body(control("record/setting", "&b;"))
    ),
    "word, an unknown entity": lambda: word(body(control("record/setting", "&nbsp;"))),
    "word, another form": lambda: word(answers=part("kitchen-audit")),
    "word, 50,000 things": lambda: word(body(paragraphs(24_995) + "<w:p/>" + CONTROLS)),
    "word, 50,001 things": lambda: word(body(paragraphs(24_996) + CONTROLS)),
    "word, 200 prompts": lambda: word(answers=with_prompts(200)),
    "word, 201 prompts": lambda: word(answers=with_prompts(201)),
    "word, five million characters in many paragraphs": lambda: word(body(paragraphs(51, "x" * 100_000) + CONTROLS)),
    "odt, rows and cells said to repeat": lambda: odt(
        f"<table:table>{REPEATED * 40}</table:table><text:p>Allotment plan</text:p>"
    ),
    **{
        f"word, version {version[:9]}": lambda version=version: word(answers=part(version=version))  # type: ignore[misc]
        for version in ("²", "-4", "0", "", "1e1", "0x2", " 2 ", "9" * 5000)
    },
}


# PDF


def field(name: str, value: str, more: str = "") -> str:
    return f"<</FT/Tx/T({name})/V({value}){more}>>"


def objects(fields: list[str], mark: str = "/SafeguardingForm<</Form(allotment-plan)/Version 3>>") -> list[str]:
    """A catalogue, the fields, a list of pages and a page; the first field is object 2."""
    listed = " ".join(f"{number} 0 R" for number in range(2, 2 + len(fields)))
    pages, page = len(fields) + 2, len(fields) + 3
    catalogue = f"<</Type/Catalog/Pages {pages} 0 R/AcroForm<</Fields[{listed}]>>{mark}>>"
    tree = f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>"
    return [catalogue, *fields, tree, f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]>>"]


def pdf(fields: list[str] | None = None, mark: str | None = None) -> bytes:
    listed = [field(name, text) for name, text in ANSWERS.items()] if fields is None else fields
    return make_pdf(objects(listed) if mark is None else objects(listed, mark))


def stream(content: bytes, more: str = "/Filter/FlateDecode") -> str:
    packed = zlib.compress(content, 1) if "Flate" in more else content
    return f"<</Length {len(packed)}{more}>>stream\n{packed.decode('latin-1')}\nendstream"


def resaved(**options: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(out, **options)
    return out.getvalue()


def protected(user: str, revision: int = 6) -> bytes:
    aes = revision >= 4
    return resaved(
        encryption=pikepdf.Encryption(owner="owner", user=user, R=revision, aes=aes, metadata=aes)  # type: ignore[arg-type]
    )


def packed_objects(content: bytes) -> bytes:
    """A PDF with a stream of objects besides its own."""
    with_objects = stream(content, "/Type/ObjStm/N 2/First 9/Filter/FlateDecode")
    return make_pdf([*objects([field(name, text) for name, text in ANSWERS.items()]), with_objects])


def value_in_stream(content: bytes, more: str = "/Filter/FlateDecode") -> bytes:
    return make_pdf([*objects(["<</T(record/setting)/V 5 0 R>>"]), stream(content, more)])


PDF: dict[str, Make] = {
    "pdf": pdf,
    "pdf, cut short": lambda: pdf()[:-30],
    "pdf, half of it": lambda: pdf()[: len(pdf()) // 2],
    "pdf, padded with zero bytes": lambda: pdf() + bytes(4096),
    "pdf, padded with line ends": lambda: pdf() + b"\r\n" * 2048,
    "pdf, an object after the end": lambda: pdf() + b"9 0 obj\nnull\nendobj\n",
    "pdf, 2,000 letters after the end": lambda: pdf() + b"x" * 2000,
    "pdf, line ends before it": lambda: b"\r\n\r\n" + pdf(),
    "pdf, the place of the table is wrong": lambda: re.sub(rb"startxref\n\d+", b"startxref\n7", pdf()),
    "pdf, linearised": lambda: resaved(linearize=True),
    "pdf, objects packed": lambda: resaved(object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "pdf, objects that unpack to 51 million bytes": lambda: packed_objects(b"9 0 10 5 null".ljust(51_000_000)),
    "pdf, packed objects that are none": lambda: packed_objects(b"x y z"),
    "pdf, packed objects without end": lambda: packed_objects(b"9 0 10 5 [<<("),
    "pdf, packed objects that are damaged": lambda: packed_objects(b"null" * 9).replace(b"stream\nx", b"stream\ny"),
    "pdf, password": lambda: protected("secret"),
    "pdf, owner's password": lambda: protected(""),
    "pdf, owner's password, as in older programs": lambda: protected("", 4),
    "pdf, owner's password, as in the oldest": lambda: protected("", 2),
    "pdf, nothing but its name": lambda: b"%PDF-1.7\n%%EOF\n",
    "pdf, no fields": lambda: pdf([], ""),
    "pdf, of somebody else": lambda: pdf([field("name", "x")], ""),
    "pdf, fields without the form's name": lambda: pdf(mark=""),
    "pdf, another form": lambda: pdf(mark="/SafeguardingForm<</Form(kitchen-audit)/Version 3>>"),
    "pdf, a form without a name": lambda: pdf(mark="/SafeguardingForm<<>>"),
    "pdf, a word for the form": lambda: pdf(mark="/SafeguardingForm(allotment-plan)"),
    "pdf, a number for the form's name": lambda: pdf(mark="/SafeguardingForm<</Form 7/Version 3>>"),
    **{
        f"pdf, version {version or 'left out'}": lambda version=version: pdf(  # type: ignore[misc]
            mark=f"/SafeguardingForm<</Form(allotment-plan)/Version {version or 'null'}>>"
        )
        for version in ("", "(x)", "-4", "2.5", "3.0", "9999999999", "99999999999999999999", "true")
    },
    "pdf, a field that is its own child": lambda: pdf([field("record/setting", "x", f"/Kids[{'2 0 R ' * 30}]")]),
    "pdf, two fields that are each other's children": lambda: pdf(
        [field("record", "x", "/Kids[3 0 R]"), field("setting", "y", "/Kids[2 0 R]")]
    ),
    "pdf, a field with itself for a value": lambda: pdf(["<</T(record/setting)/V 2 0 R>>"]),
    "pdf, lists in one another for a value": lambda: pdf([f"<</T(record/setting)/V{'[' * 90}(x){']' * 90}>>"]),
    "pdf, a list that is its own item": lambda: pdf(["<</T(record/setting)/V 3 0 R>>", "[3 0 R]"]),
    "pdf, fields 30 deep": lambda: pdf([field("record/setting", "x", "/Kids[<<" * 30 + ">>]" * 30)]),
    "pdf, 20,001 fields": lambda: pdf([f"[{'<<>>' * 20_001}]"], "").replace(b"/Fields[2 0 R]", b"/Fields 2 0 R  "),
    "pdf, a text for the fields": lambda: pdf(["(x)"]).replace(b"/Fields[2 0 R]", b"/Fields 2 0 R  "),
    "pdf, a number among the fields": lambda: pdf(["7", field("record/setting", "x")]),
    "pdf, a number for a field's name": lambda: pdf(["<</T 7/V(x)>>", field("record/setting", "x")]),
    "pdf, a dictionary for a value": lambda: pdf(["<</T(record/setting)/V<</A(x)>>>>"]),
    "pdf, a value in a stream": lambda: value_in_stream(b"Hill Road"),
    "pdf, a value in a stream, not packed": lambda: value_in_stream(b"Hill Road", ""),
    "pdf, a value in a stream, packed in another way": lambda: value_in_stream(b"48>", "/Filter/ASCIIHexDecode"),
    "pdf, a value that is damaged": lambda: value_in_stream(b"Hill Road").replace(b"stream\nx", b"stream\ny"),
    "pdf, a value of 51 million bytes": lambda: value_in_stream(b"x" * 51_000_000),
    "pdf, a value of six million": lambda: value_in_stream(b"x" * 6_000_000),
    "pdf, half a character": lambda: pdf(["<</T(record/setting)/V<FEFFD8000041>>>"]),
    "pdf, a cut character": lambda: pdf(["<</T(record/setting)/V<FEFF004100>>>"]),
    "pdf, 300 arrays in one another": lambda: pdf([f"<</T(record/setting)/V(x)/A{'[' * 300}{']' * 300}>>"]),
    "pdf, 2,000 arrays in one another": lambda: pdf([f"<</T(record/setting)/V(x)/A{'[' * 2000}{']' * 2000}>>"]),
}

AWKWARD: dict[str, Make] = JSON | WORD_FILES | PDF
