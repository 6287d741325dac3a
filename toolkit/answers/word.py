"""Answers out of Word files: from the part that holds them, and from the controls, which some programs change alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from toolkit.answers.answers import Answers, texts_of, version_of
from toolkit.answers.archive import Archive
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.forms.keys import CHECKBOX, NAMESPACE, split
from toolkit.forms.kinds.tick import TRUE, YES

BODY = "word/document.xml"
PART = re.compile(r"customXml/item\d*\.xml")
PROMPT = re.compile(r"\[[^\]]+\]")  # of a file that does not say itself
BINDING = re.compile(r"@form='([^']+)'\]\[@version='([0-9]{1,3})'\]/t:a\[@key='([^']+)'\]")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OURS = f"{{{NAMESPACE}}}"
PARSER_SETTINGS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}


@dataclass(frozen=True)
class _Said:
    """What the part or the controls say: which form and version the file is of, and texts by name."""

    form: str
    version: int
    texts: Mapping[str, str]


def is_word(content: bytes) -> bool:
    """Whether a file is an archive, as Word files are."""
    return content.startswith(b"PK")


def read_word(content: bytes) -> Answers:
    """The answers of a Word file. What stands in a control wins over the part; raises Unreadable."""
    parts = _unpack(content)
    if BODY not in parts:
        raise Unreadable(Reason.NOT_WORD)
    body = _parse(parts.pop(BODY))
    # LibreOffice 7.4 leaves the part empty when an answer holds & or <; other programs take it out.
    roots = [_parse(text) for _, text in sorted(parts.items()) if text.strip()]
    root = next((root for root in roots if root.tag == f"{OURS}answers"), None)
    told = () if root is None else [one.text or "" for one in root.iterchildren(f"{OURS}prompt")]
    is_prompt = told.__contains__ if told else PROMPT.fullmatch
    controls = _read_controls(body, is_prompt)
    if root is None and not controls.texts:
        raise Unreadable(Reason.NO_ANSWERS_IN_WORD)
    part = controls if root is None else _read_part(root, is_prompt)
    return Answers(part.form, part.version, texts_of({**part.texts, **controls.texts}))


def _unpack(content: bytes) -> dict[str, bytes]:
    """The parts of the archive that can hold answers."""
    archive = Archive(content)
    wanted = [entry for entry in archive.entries if entry.name == BODY or PART.fullmatch(entry.name)]
    return {entry.name: archive.read(entry) for entry in wanted}


def _parse(text: bytes) -> Any:
    if b"<!DOCTYPE" in text:
        raise Unreadable(Reason.NOT_A_FORM)
    try:
        # Without huge_tree no element is more than DEEPEST_XML deep. Word writes UTF-8: no other encoding may hide a
        # document type, whose entities could grow without end.
        return etree.fromstring(text, etree.XMLParser(encoding="utf-8", **PARSER_SETTINGS))
    except etree.XMLSyntaxError:
        raise Unreadable(Reason.DAMAGED) from None


def _read_part(root: Any, is_prompt: Callable[[str], object]) -> _Said:
    texts = {a.get("key", ""): "".join(a.itertext()) for a in root.iterchildren(f"{OURS}a")}
    answers = {key: text for key, text in texts.items() if not is_prompt(text.strip())}
    return _Said(root.get("form", ""), version_of(root.get("version", "1")), answers)


def _read_controls(body: Any, is_prompt: Callable[[str], object]) -> _Said:
    """What the controls say: of several with one name, the first that says anything.

    LibreOffice 7.4 takes the names away when it saves, leaves the bindings, and changes ticks, dates and choices in the
    controls alone. So a control that is only bound is believed when it is empty, too.
    """
    texts: dict[str, str] = {}
    form, version = "", 1
    for control in body.iter(f"{WORD}sdt"):
        properties = control.find(f"{WORD}sdtPr")
        if properties is None or control.find(f".//{WORD}sdt") is not None:
            continue  # LibreOffice puts a tick's control into another one
        name, bound = _value(properties, "tag", "val"), BINDING.search(_value(properties, "dataBinding", "xpath"))
        if bound:
            form, version = bound[1], int(bound[2])
        text = _text_of(control, properties)
        said = "" if is_prompt(text.strip()) else text
        if split(name) is None and bound:
            texts[bound[3]] = texts.get(bound[3]) or said
        elif split(name) and said.strip():
            texts[name] = texts.get(name) or said
    return _Said(form, version, texts)


def _value(properties: Any, tag: str, attribute: str) -> str:
    found = properties.find(f"{WORD}{tag}")
    return "" if found is None else found.get(f"{WORD}{attribute}", "")


def _text_of(control: Any, properties: Any) -> str:
    """What a control says; nothing while it shows its prompt."""
    if properties.find(f"{WORD}showingPlcHdr") is not None:
        return ""
    box, date = properties.find(f"{{{CHECKBOX}}}checkbox"), properties.find(f"{WORD}date")
    if box is not None:
        checked = box.find(f"{{{CHECKBOX}}}checked")
        return YES if checked is not None and checked.get(f"{{{CHECKBOX}}}val") in TRUE else ""
    if date is not None and date.get(f"{WORD}fullDate"):
        return str(date.get(f"{WORD}fullDate"))[:10]
    return _words(control.find(f"{WORD}sdtContent"))


def _words(content: Any) -> str:
    signs = {f"{WORD}br": "\n", f"{WORD}cr": "\n"}
    text = ""
    for node in content.iter() if content is not None else ():
        if node.tag == f"{WORD}t":
            # LibreOffice begins a line of an answer without a word for it: two texts side by side.
            text += "\n" * _follows_text(node) + (node.text or "")
        elif node.tag == f"{WORD}p" and text:
            text += "\n"
        elif node.tag == f"{WORD}tab" and node.getparent().tag == f"{WORD}r":
            text += "\t"
        else:
            text += signs.get(node.tag, "")
    return text


def _follows_text(node: Any) -> bool:
    before = node.getprevious()
    return before is not None and before.tag == f"{WORD}t"
