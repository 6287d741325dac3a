"""Answers out of the files that people fill in: JSON, Word and PDF, told apart by their content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

from toolkit.documents.controls import CHECKBOX, NAMESPACE
from toolkit.documents.widgets import FORM_MARK
from toolkit.forms.answers import TRUE, Answers, Unreadable, filled, read_json
from toolkit.forms.keys import split
from toolkit.forms.words import YES

LARGEST_FILE = 20_000_000
LARGEST_PART = 50_000_000
BODY = "word/document.xml"
PART = re.compile(r"customXml/item\d*\.xml")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARSER_SETTINGS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}


def read_answers(path: Path) -> Answers:
    """The answers of one file; raises Unreadable, whatever the file is."""
    try:
        if path.is_dir():
            raise Unreadable("it is a folder")
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable("it is too large to be a form")
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"it cannot be opened ({error.strerror or error})") from None
    if content.startswith(b"PK"):
        return read_word(content)
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"\xd0\xcf"):
        raise Unreadable("it is an old Word file (.doc) or has a password. Save it as .docx without one")
    return read_json(content)


def read_word(content: bytes) -> Answers:
    """The answers of a Word file: its answers part, and what stands in controls that an editor changed without it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: _part(archive, name) for name in archive.namelist() if name == BODY or PART.fullmatch(name)}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise Unreadable("it is damaged, or not a Word file") from None
    if BODY not in parts:
        raise Unreadable("it is not a Word file")
    roots = [_parse(text) for name, text in sorted(parts.items()) if name != BODY]
    root = next((root for root in roots if root.tag == f"{{{NAMESPACE}}}answers"), None)
    controls = dict(_controls(_parse(parts[BODY])))
    if root is None:
        raise Unreadable("it holds no answers of this toolkit. Was it made from one of its Word files?")
    texts = {a.get("key", ""): "".join(a.itertext()) for a in root.iter(f"{{{NAMESPACE}}}a")}
    version = root.get("version", "1")
    merged = texts | {key: value for key, value in controls.items() if value.strip()}
    return Answers(root.get("form", ""), int(version) if version.isdigit() else 1, filled(merged))


def read_pdf(content: bytes) -> Answers:
    """The answers of a PDF whose fields somebody filled in."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            form: Any = pdf.Root.get("/AcroForm")
            fields = form.get("/Fields", []) if form is not None else []
            texts = {key: text for key, text in _fields(fields) if split(key)}
            mark = pdf.Root.get(f"/{FORM_MARK}")
            if mark is not None:
                return Answers(str(mark.Form), int(mark.Version), filled(texts))
            if not texts:
                raise Unreadable("it is not a PDF of this toolkit, or a program has taken its fields out")
            return Answers("", 1, filled(texts))  # a program that saved it kept the fields alone
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, TypeError, ValueError, RecursionError, KeyError):
        raise Unreadable("it is damaged, protected, or not a PDF of this toolkit") from None


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise Unreadable("it is too large to be a form")
    return archive.read(name)


def _parse(text: bytes) -> Any:
    if b"<!DOCTYPE" in text[:2000]:
        raise Unreadable("it is not a form of this toolkit")
    try:
        return etree.fromstring(text, etree.XMLParser(huge_tree=True, **PARSER_SETTINGS))
    except etree.XMLSyntaxError:
        raise Unreadable("it is damaged: a part of it cannot be read") from None


def _controls(body: Any) -> Iterator[tuple[str, str]]:
    """(name, text) of each control that shows more than its prompt."""
    for control in body.iter(f"{WORD}sdt"):
        properties = control.find(f"{WORD}sdtPr")
        tag = properties.find(f"{WORD}tag") if properties is not None else None
        key = tag.get(f"{WORD}val", "") if tag is not None else ""
        if split(key) is None or properties.find(f"{WORD}showingPlcHdr") is not None:
            continue
        box, date = properties.find(f"{{{CHECKBOX}}}checkbox"), properties.find(f"{WORD}date")
        if box is not None:
            checked = box.find(f"{{{CHECKBOX}}}checked")
            if checked is not None and checked.get(f"{{{CHECKBOX}}}val") in TRUE:
                yield key, YES
        elif date is not None and date.get(f"{WORD}fullDate"):
            yield key, date.get(f"{WORD}fullDate")[:10]
        else:
            yield key, _text(control.find(f"{WORD}sdtContent"))


def _text(content: Any) -> str:
    signs = {f"{WORD}br": "\n", f"{WORD}cr": "\n"}
    text = ""
    for node in content.iter() if content is not None else ():
        if node.tag == f"{WORD}t":
            text += node.text or ""
        elif node.tag == f"{WORD}p" and text:
            text += "\n"
        elif node.tag == f"{WORD}tab" and node.getparent().tag == f"{WORD}r":
            text += "\t"
        else:
            text += signs.get(node.tag, "")
    return text


def _fields(fields: Any) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = field.get("/V")
        if value is None or "/T" not in field:
            continue
        if isinstance(value, pikepdf.Name):
            value = str(value).removeprefix("/")
            value = "" if value == "Off" else YES
        yield str(field.T), str(value)
