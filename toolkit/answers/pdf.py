"""Answers out of PDF files whose fields somebody filled in. browser/lib/pdf.mjs reads them by the same rules."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from toolkit.answers.answers import Answers
from toolkit.answers.archive import inflate
from toolkit.answers.entry_ids import EntryIds, read_entry_ids
from toolkit.answers.limits import DEEPEST_FIELD, DEEPEST_PDF, MOST_FIELDS, MOST_UNPACKED
from toolkit.answers.texts import texts_of, version_of
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.forms.keys import FORM_KEY, split
from toolkit.forms.kinds.tick import YES

END = b"%%EOF"
CODECS = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb": "utf-8"}
OBJECT = re.compile(rb" obj")
STREAM = re.compile(rb"(?<!end)stream\r?\n")
PACKED_OBJECTS = re.compile(rb"/(ObjStm|XRef)\b")
LONGEST_DICTIONARY = 2000  # bytes before a stream in which its kind is looked for
MEMORY = ("flate_max_memory", "png_max_memory", "run_length_max_memory")
LIMITS: Any = {**dict.fromkeys(MEMORY, MOST_UNPACKED), "parser_max_nesting": DEEPEST_PDF}


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF. Some programs put a few bytes before it."""
    return b"%PDF-" in content[:1024]


def read_pdf(content: bytes) -> Answers:
    """The answers of a PDF whose fields somebody filled in; raises Unreadable."""
    _check_whole(content)
    limits: Any = set_qpdf_limits(**LIMITS)  # of the whole process
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return _read_answers(pdf.Root)
    except pikepdf.PasswordError:
        raise Unreadable(Reason.PDF_PROTECTED) from None
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError, LookupError, RuntimeError):
        raise Unreadable(Reason.DAMAGED_OR_SHORT) from None
    finally:
        set_qpdf_limits(**limits)


def _check_whole(content: bytes) -> None:
    """Raises Unreadable for a file that is cut short, or that unpacks to more than a form.

    Scanners, mail gateways and storage in blocks put zero bytes or line ends after the end.

    The library unpacks the streams that hold objects when it opens the file, however large they grow.
    """
    end = content.rfind(END)
    if end < 0 or OBJECT.search(content, end):
        raise Unreadable(Reason.DAMAGED_OR_SHORT)
    room = MOST_UNPACKED
    is_plain = b"/Encrypt" not in content
    for match in STREAM.finditer(content):
        first = max(0, match.start() - LONGEST_DICTIONARY)
        start = max(first, content.rfind(b" obj", first, match.start()))  # what is before it belongs to another stream
        kind = PACKED_OBJECTS.search(content, start, match.start())
        if kind and b"/FlateDecode" in content[start : match.start()]:
            stream = content[match.end() : content.find(b"endstream", match.end())]
            room -= _unpacked_size(stream, room, is_plain and kind[1] == b"ObjStm")


def _unpacked_size(stream: bytes, most: int, must_be_whole: bool) -> int:
    try:
        return len(inflate(stream, most))
    except Unreadable as unreadable:
        if must_be_whole or unreadable.reason == Reason.TOO_LARGE:
            raise
        return 0  # encrypted, packed otherwise, or a table that the library can do without


def _read_answers(root: Any) -> Answers:
    form, imprint = root.get("/AcroForm"), root.get(f"/{FORM_KEY}")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    texts = {key: text for key, text in _Fields().read_all(fields) if split(key)}
    if not isinstance(imprint, pikepdf.Dictionary):
        imprint = pikepdf.Dictionary()  # a program that saved it kept the fields alone
    id = _text(imprint.get("/Form"))
    if not id and not texts:
        raise Unreadable(Reason.NO_ANSWERS_IN_PDF)
    return Answers(id, version_of(_number(imprint, "/Version")), texts_of(texts), ids=_ids_of(imprint))


def _ids_of(imprint: Any) -> EntryIds:
    """The ids of the plan and of its entries; of the latter a place and an id by turns."""
    entries, setting = imprint.get("/Entries"), imprint.get("/Setting")
    texts = [_text(text) for text in entries] if isinstance(entries, pikepdf.Array) else []
    pairs = dict(zip(texts[::2], texts[1::2], strict=False))
    fingerprint = _text(setting) if isinstance(setting, pikepdf.String) else None
    return read_entry_ids(_text(imprint.get("/Plan")), pairs, fingerprint)


class _Fields:
    """The fields of a form, each visited once: a damaged file may name one as its own child."""

    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()
        self.room = MOST_FIELDS
        self.unpacked = 0

    def read_all(
        self, fields: Any, above: str = "", inherited: Any = None, depth: int = 0
    ) -> Iterator[tuple[str, str]]:
        """(full name, answer) of every field of a list and below it."""
        if not isinstance(fields, pikepdf.Array) or depth > DEEPEST_FIELD:
            return
        for field in fields:
            if not isinstance(field, pikepdf.Dictionary) or not self._is_new(field):
                continue
            name = ".".join(filter(None, (above, _text(field.get("/T")))))
            value = field.get("/V", inherited)
            if value is not None and split(name):
                yield name, self._answer(value)
            yield from self.read_all(field.get("/Kids"), name, value, depth + 1)

    def _is_new(self, field: Any) -> bool:
        self.room -= 1
        if self.room < 0:
            raise Unreadable(Reason.TOO_MANY_PARTS)
        if field.is_indirect and field.objgen in self.seen:
            return False
        self.seen.add(field.objgen)
        return True

    def _answer(self, value: Any) -> str:
        for _ in range(DEEPEST_FIELD):
            if not isinstance(value, pikepdf.Array):
                break
            value = value[0] if len(value) else None
        if isinstance(value, pikepdf.Stream):
            return _text(pikepdf.String(self._unpack(value)))
        if isinstance(value, pikepdf.Name):
            return "" if value == "/Off" else YES
        return _text(value)

    def _unpack(self, stream: Any) -> bytes:
        filters = stream.get("/Filter", ())
        names = [str(name) for name in ([filters] if isinstance(filters, pikepdf.Name) else filters)]
        raw = bytes(stream.read_raw_bytes())
        if names not in ([], ["/FlateDecode"]):
            raise Unreadable(Reason.PDF_PACKED)
        content = inflate(raw, MOST_UNPACKED - self.unpacked) if names else raw
        self.unpacked += len(content)
        return content


def _number(dictionary: Any, key: str) -> object:
    try:
        return dictionary.get(key)
    except (ValueError, OverflowError):
        return None  # too large for any version


def _text(value: Any) -> str:
    """The text of a string: UTF-16 or UTF-8 where it begins with their mark, else PDF's own encoding."""
    if not isinstance(value, pikepdf.String):
        return ""
    content = bytes(value)
    codec = CODECS.get(content[:2])
    return content.decode(codec, "replace").removeprefix("\ufeff") if codec else str(value)
