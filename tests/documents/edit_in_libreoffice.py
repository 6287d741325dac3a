"""Types into a Word file as a person does in LibreOffice, and has that save it. Runs in LibreOffice's own Python.

    edit_in_libreoffice.py PIPE FROM.docx TO.docx EDITS.json

EDITS.json holds for each kind of control (text, date, choice, tick) what goes into the first ones of it, in order;
null leaves one as it is.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from urllib.request import pathname2url

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WORD = "MS Word 2007 XML"


def main(pipe: str, source: str, target: str, edits: str) -> None:
    desktop = connect(pipe)
    document = desktop.loadComponentFromURL(address(source), "_blank", 0, (named("Hidden", True),))
    waiting = {kind: list(texts) for kind, texts in json.loads(Path(edits).read_text("utf-8")).items()}
    for portion in portions(document.Text):
        kind = kind_of(portion)
        text = waiting[kind].pop(0) if waiting.get(kind) else None
        if text is not None:
            write(portion, kind, text)
    document.storeToURL(address(target), (named("FilterName", WORD),))
    document.close(True)
    desktop.terminate()


def connect(pipe: str):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer.")


def address(path: str) -> str:
    return "file://" + pathname2url(path)


def named(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def portions(text):
    """Every portion of a text and of the tables in it, in reading order."""
    for part in items(text):
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.CellNames:
                yield from portions(part.getCellByName(name))
        else:
            yield from items(part)


def items(holder):
    found = holder.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def kind_of(portion) -> str:
    if portion.TextPortionType == "TextField":
        return "text" if portion.TextField.supportsService("com.sun.star.text.TextField.Input") else ""
    if portion.TextPortionType != "ContentControl":
        return ""
    control = portion.ContentControl
    if control.Checkbox:
        return "tick"
    if control.Date:
        return "date"
    return "choice" if control.ListItems else "text"


def write(portion, kind: str, text: str) -> None:
    if portion.TextPortionType == "TextField":
        portion.TextField.Content = text
        return
    control = portion.ContentControl
    if kind == "tick":
        control.Checked = text == "yes"
        text = "\N{BALLOT BOX WITH X}" if text == "yes" else "\N{BALLOT BOX}"
    if kind == "date":
        control.CurrentDate = f"{text}T00:00:00Z"
    control.ShowingPlaceHolder = False
    before = "".join(piece.String for piece in items(control))
    control.setString(text)  # goes in front of what stood there
    cursor = control.createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(len(text), False)
    cursor.goRight(len(before), True)
    cursor.String = ""


if __name__ == "__main__":
    main(*sys.argv[1:])
