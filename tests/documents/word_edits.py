"""What people and programs do to a Word file, imitated in its XML."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from toolkit.forms.keys import CHECKBOX

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, PART = "word/document.xml", "customXml/item1.xml"


def edit(content: bytes, *edits: Callable[[Any], None], keep_part: bool = True) -> bytes:
    """The file with its body edited; without the part that holds answers, if it is not to be kept."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == BODY:
                body = etree.fromstring(data)
                for change in edits:
                    change(body)
                data = etree.tostring(body)
            if keep_part or name != PART:
                new.writestr(name, data)
    return out.getvalue()


def controls(body: Any, key: str) -> list[Any]:
    """The controls of a name."""
    return [tag.getparent().getparent() for tag in body.iter(f"{W}tag") if tag.get(f"{W}val") == key]


def row_of(body: Any, key: str) -> Any:
    """The row that a control is in."""
    return next(controls(body, key)[0].iterancestors(f"{W}tr"))


def fill(answers: Mapping[str, str], words: Callable[[str, str], str]) -> Callable[[Any], None]:
    """Writes into every control as an editor does. `words` says how an answer is shown."""

    def change(body: Any) -> None:
        for key, answer in answers.items():
            for control in controls(body, key):
                box = next(control.iter(f"{{{CHECKBOX}}}checked"), None)
                if box is not None:
                    box.set(f"{{{CHECKBOX}}}val", "1")
                write(control, "\N{BALLOT BOX WITH X}" if box is not None else words(key, answer))

    return change


def write(control: Any, text: str) -> None:
    """Gives a control one text, with its line breaks; an empty one shows its prompt again."""
    run = next(control.iter(f"{W}r"))
    for child in list(run):
        if child.tag != f"{W}rPr":
            run.remove(child)
    for number, line in enumerate((text or "[Write here]").split("\n")):
        if number:
            run.append(etree.Element(f"{W}br"))
        run.append(_text(line))
    properties = control.find(f"{W}sdtPr")
    for shown in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(shown)
    if not text:
        properties.append(etree.Element(f"{W}showingPlcHdr"))


def take_controls_out(body: Any) -> None:
    """Leaves the text of controls where they were, as Google Docs does."""
    for control in list(body.iter(f"{W}sdt")):
        parent, content = control.getparent(), control.find(f"{W}sdtContent")
        for child in list(content):
            control.addprevious(child)
        parent.remove(control)


def copy_row(key: str, texts: Mapping[str, str]) -> Callable[[Any], None]:
    """Copies the row of a control below itself, and writes into the copy's controls."""

    def change(body: Any) -> None:
        row = row_of(body, key)
        made = copy.deepcopy(row)
        row.addnext(made)
        for tag in list(made.iter(f"{W}tag")):
            write(tag.getparent().getparent(), texts.get(tag.get(f"{W}val"), ""))

    return change


def insert_row(key: str, *texts: str) -> Callable[[Any], None]:
    """Inserts a row of plain cells below the row of a control."""

    def change(body: Any) -> None:
        row = row_of(body, key)
        made = copy.deepcopy(row)
        row.addnext(made)
        for cell, text in zip(made.iter(f"{W}tc"), texts, strict=True):
            for child in list(cell):
                if child.tag != f"{W}tcPr":
                    cell.remove(child)
            cell.append(_paragraph(text))

    return change


def type_after(key: str, text: str) -> Callable[[Any], None]:
    """Types behind a control, in its paragraph."""
    return lambda body: controls(body, key)[0].addnext(_run(text))


def type_over(key: str, text: str) -> Callable[[Any], None]:
    """Deletes a control and types in its place."""

    def change(body: Any) -> None:
        [control] = controls(body, key)
        control.addnext(_run(text))
        control.getparent().remove(control)

    return change


def delete_row(key: str) -> Callable[[Any], None]:
    """Deletes the row of a control."""

    def change(body: Any) -> None:
        row = row_of(body, key)
        row.getparent().remove(row)

    return change


def empty(key: str) -> Callable[[Any], None]:
    """Empties a control, in a program that leaves the part as it is."""

    def change(body: Any) -> None:
        for control in controls(body, key):
            write(control, "")

    return change


def add_paragraph(text: str) -> Callable[[Any], None]:
    """Types a paragraph before the last table."""

    def change(body: Any) -> None:
        list(body.iter(f"{W}tbl"))[-1].addprevious(_paragraph(text))

    return change


def _paragraph(text: str) -> Any:
    paragraph = etree.Element(f"{W}p")
    paragraph.append(_run(text))
    return paragraph


def _run(text: str) -> Any:
    run = etree.Element(f"{W}r")
    run.append(_text(text))
    return run


def _text(text: str) -> Any:
    made = etree.Element(f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    made.text = text
    return made
