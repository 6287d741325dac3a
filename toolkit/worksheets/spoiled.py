"""What spreadsheet programs make of values without being asked, recognised by the value as it was exported."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from toolkit.spreadsheet.grid import CellKind, SheetCell

QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'})
ODD_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN_CHARACTERS = re.compile(r"[\u200b\ufeff\u2060]|_x000D_")
SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
MONTH_TEXT = re.compile(r"\d{1,2}-[A-Z][a-z]{2}(?:-\d{2,4})?|[A-Z][a-z]{2}-\d{2,4}")
LIKE_A_DATE = re.compile(r"\d{1,4}\s*[-/.]\s*\d{1,4}(?:\s*[-/.]\s*\d{1,4})?")
GARBLED = re.compile("[ÃÂâÅ][\u0080-\u00ff€™œžšŸ‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜›\u20ac]")
AGAIN = "Format the cell as text and type it again"


def clean(text: str) -> str:
    """A text without what programs slip in: other spaces, unseen characters, blanks at the ends of lines."""
    text = UNSEEN_CHARACTERS.sub("", ODD_SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def straighten(text: str, base: str) -> str:
    """A text with straight quotation marks, unless the exported one had others."""
    return text if base != base.translate(QUOTES) else text.translate(QUOTES)


def cell_fault(cell: SheetCell, base: str, *, is_date: bool) -> str:
    """Why the value of a cell is not what somebody wrote; empty if nothing is wrong.

    `base` is its text as it was exported; `is_date` whether the column holds dates.
    """
    if cell.kind is CellKind.FORMULA:
        return f"holds a formula, {str(cell.value)[:40]}. Write the value itself"
    if cell.kind is CellKind.ERROR:
        return f"holds an error, {cell.value}. Write the value itself"
    if isinstance(cell.value, str):
        return _text_fault(clean(cell.value), base, is_date=is_date)
    return ""


def number_fault(digits: str, base: str) -> str:
    """What became of a number that is a text, such as that of a telephone."""
    if base.startswith("0") and re.sub(r"\D", "", base).lstrip("0") == digits:
        return f"lost its first 0. It was '{base}' when it was exported. {AGAIN}"
    return ""


def date_fault(value: date, base: str) -> str:
    """What became of a text that a program took for a date."""
    day = value.date() if isinstance(value, datetime) else value
    was = f" It was '{base}' when it was exported." if base else ""
    return f"was turned into a date, {day.day} {day:%B %Y}.{was} {AGAIN}"


def _text_fault(text: str, base: str, *, is_date: bool) -> str:
    if text == base:
        return ""
    if re.fullmatch(r"#{3,}", text):
        return "holds only ####: the column was too narrow when it was saved as CSV. Save an .xlsx instead"
    if SCIENTIFIC.fullmatch(text):
        return f"was turned into a number, {text}." + (f" It was '{base}' when it was exported." if base else "")
    if not is_date and MONTH_TEXT.fullmatch(text) and LIKE_A_DATE.fullmatch(base):
        return f"was turned into a date, {text}. It was '{base}' when it was exported. {AGAIN}"
    if fault := number_fault(text.replace(" ", ""), base) if re.fullmatch(r"[\d ]+", text) else "":
        return fault
    if base and text in (_as_ansi(base), _without_accents(base)):
        return f"lost letters that its file could not hold. It was '{base[:60]}'. Save it as 'CSV UTF-8', or as .xlsx"
    if GARBLED.search(text) and not GARBLED.search(base):
        return f"has garbled letters, '{GARBLED.findall(text)[0]}'. Open the file as UTF-8, or save it as .xlsx"
    return ""


def _as_ansi(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp1252")


def _without_accents(text: str) -> str:
    """A text as Windows writes letters that its old encoding lacks: without their accents."""
    return "".join(
        c if c.encode("cp1252", "ignore") else unicodedata.normalize("NFKD", c).encode("cp1252", "ignore").decode()
        for c in text
    )
