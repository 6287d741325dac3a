"""What is left of Word, Excel and an editor's own disk when a text is pasted, and does not become what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.sources.problems import quote

# Signs that Word and web pages put before an item; "o" and the section sign are how its own fonts are copied.
BULLET_ITEM = re.compile(r"\s*(?:([•◦▪▫‣●○■□◆➢➤►·\uf0a7\uf0b7\uf0d8\uf0fc])\s*(?=\S)|([o§])\t)")
DASH_ITEM = re.compile(r"\s*([–—])[ \t\u00a0]+\S")
TABBED_CELLS = re.compile(r"\S *\t+ *\S")
ITEM_MARKER = re.compile(r"\s*(?:[-*+>]|\d+[.)])\s+")
WORD_MARKUP = re.compile(
    r"class\s*=\s*[\"']?Mso|\bmso-[a-z-]+\s*:|</?[ovwm]:[a-z]|</?st1:|<!--\[if|<!\[(?:if|endif)", re.IGNORECASE
)
OWN_DISK = re.compile(r"(?i:file:)[\\/]{2,}|[A-Za-z]:[\\/](?!/)|\\\\[\w.-]+\\|/(?:Users|home|Volumes)/")
LIST_ADVICE = "It makes no list here. Begin each item with a hyphen and a space: - "
WORD_ADVICE = "this is markup of Word. Paste the text without formatting (Ctrl+Shift+V), then mark it up again"
CELLS_ADVICE = (
    "these lines look like rows of a table from Word or Excel, and would run together. Write | between the cells"
)


def pasted_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each line that another program has left its marks on."""
    rows = text.split("\n")
    for number, row in enumerate(rows, start=1):
        above, below = rows[number - 2] if number > 1 else "", rows[number] if number < len(rows) else ""
        if match := BULLET_ITEM.match(row):
            yield number, f"{_name(match[1] or match[2])} is how other programs mark an item of a list. {LIST_ADVICE}"
        elif (match := DASH_ITEM.match(row)) and (DASH_ITEM.match(above) or DASH_ITEM.match(below)):
            yield number, f"the dash {_name(match[1])} is how Word marks an item of a list. {LIST_ADVICE}"
        elif _has_cells(row) and _has_cells(below) and not _has_cells(above):
            yield number, CELLS_ADVICE
        if WORD_MARKUP.search(row):
            yield number, WORD_ADVICE


def own_disk_mistake(address: str) -> str:
    """What is wrong with an address that leads to the disk of the person who wrote it; empty if it does not."""
    if not OWN_DISK.match(address.strip()):
        return ""
    return f"{quote(address)} is on your own computer, where no reader can open it. Put it beside the page and name it"


def _has_cells(row: str) -> bool:
    """Whether a line holds a tab between words, in no table and not after the sign of an item."""
    return "|" not in row and bool(TABBED_CELLS.search(ITEM_MARKER.sub("", row, count=1)))


def _name(character: str) -> str:
    return f"'{character}'" if character.isprintable() else f"the sign U+{ord(character):04X}"
