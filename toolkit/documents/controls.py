"""Content controls of Word: a place to answer, bound to its element of the answers part."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from toolkit.documents.layout import Field
from toolkit.forms.definition import Form
from toolkit.forms.keys import CHECKBOX, EMPTY_BOX, NAMESPACE
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import WordControl
from toolkit.languages.language import Language

STORE = "{6D1C1B0E-5A55-4F0B-9C1E-51F0A7E4C001}"  # names the answers part; Word wants a GUID
nsmap.setdefault("w14", CHECKBOX)


def prompt_of(field: Field, language: Language, *, in_text: bool = False) -> str:
    """What stands where an answer goes: what to do, or inside a sentence what belongs there.

    In brackets, so that it is known for no answer wherever a program leaves it.
    """
    if in_text:
        return f"[{field.label}]"
    # What is asked once for a row stands in a band, where its help has no other place.
    help = field.question.help if field.question and field.question.once else None
    if help and not set("[]\n") & set(help):
        return f"[{help}]"
    return f"[{language.translate(kind_of(field.kind).prompt)}]"


def control(
    field: Field, form: Form, occurrence: int, placeholder_style: str, prompt: str, tag: str, *, is_bound: bool = True
) -> Any:
    """A control for a field, bound to its element of the answers part, or not. It shows the prompt while it is empty.

    A field that a text names stands more than once; `occurrence` tells its controls apart. The binding says by itself
    which form, version and field it is: that is all that is left of a control after LibreOffice 7.4 has saved it.
    `tag` is the language that its dates are shown in.
    """
    element = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    _add(properties, "w:alias", val=field.label[:64])
    _add(properties, "w:tag", val=field.key)
    _add(properties, "w:id", val=str(zlib.crc32(f"{occurrence} {field.key}".encode()) >> 1 or 1))
    if not is_box(field) and not field.value:
        _add(properties, "w:showingPlcHdr")
    if is_bound:
        _add(
            properties,
            "w:dataBinding",
            prefixMappings=f"xmlns:t='{NAMESPACE}'",
            xpath=f"/t:answers[@form='{form.id}'][@version='{form.version}']/t:a[@key='{field.key}']/t:v",
            storeItemID=STORE,
        )
    kind = kind_of(field.kind).word_control
    # LibreOffice 7.4 loses the line breaks of a plain text that is not bound. A control of no kind holds rich text.
    if is_bound or kind is not WordControl.LINES:
        properties.append(CONTROLS[kind](field, tag))
    element.append(properties)
    content = OxmlElement("w:sdtContent")
    content.append(_run(field, placeholder_style, prompt))
    element.append(content)
    return element


def is_box(field: Field) -> bool:
    """Whether a field is a box to tick."""
    return kind_of(field.kind).word_control is WordControl.CHECKBOX


def _date(field: Field, tag: str) -> Any:
    element = OxmlElement("w:date")
    _add(element, "w:dateFormat", val="d MMMM yyyy")
    _add(element, "w:lid", val=tag)
    _add(element, "w:storeMappedDataAs", val="date")
    _add(element, "w:calendar", val="gregorian")
    return element


def _text(field: Field, tag: str) -> Any:
    return OxmlElement("w:text")


def _lines(field: Field, tag: str) -> Any:
    element = OxmlElement("w:text")
    element.set(qn("w:multiLine"), "1")
    return element


def _list(field: Field, tag: str) -> Any:
    element = OxmlElement("w:dropDownList")
    for value, words in field.choices:
        _add(element, "w:listItem", displayText=words, value=value)
    return element


def _checkbox(field: Field, tag: str) -> Any:
    element = OxmlElement("w14:checkbox")
    for name, value in (("checked", "0"), ("checkedState", "2612"), ("uncheckedState", "2610")):
        child = OxmlElement(f"w14:{name}")
        child.set(f"{{{CHECKBOX}}}val", value)
        if name != "checked":
            child.set(f"{{{CHECKBOX}}}font", "MS Gothic")
        element.append(child)
    return element


def _run(field: Field, placeholder_style: str, prompt: str) -> Any:
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if is_box(field):
        _add(properties, "w:rFonts", ascii="MS Gothic", hAnsi="MS Gothic", eastAsia="MS Gothic")
    elif not field.value:
        _add(properties, "w:rStyle", val=placeholder_style)
    run.append(properties)
    text = OxmlElement("w:t")
    text.text = EMPTY_BOX if is_box(field) else field.value or prompt
    run.append(text)
    return run


def _add(parent: Any, tag: str, **attributes: str) -> None:
    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)


CONTROLS: Mapping[WordControl, Callable[[Field, str], Any]] = {
    WordControl.TEXT: _text,
    WordControl.LINES: _lines,
    WordControl.DATE: _date,
    WordControl.LIST: _list,
    WordControl.CHECKBOX: _checkbox,
}
