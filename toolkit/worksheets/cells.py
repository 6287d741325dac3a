"""The text that a cell stands for, whatever a spreadsheet program made of it; or why it stands for none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from toolkit.spreadsheet.grid import SheetCell
from toolkit.worksheets.columns import CellContent, Column
from toolkit.worksheets.spoiled import cell_fault, clean, date_fault, number_fault, straighten
from toolkit.worksheets.texts import CellMistake

DATES = (CellContent.DAY, CellContent.PARTIAL_DATE)
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # days as spreadsheets count them: 1954 to 2119
SERIAL_ZERO = date(1899, 12, 30)
DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})")
WITH_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})[ -](\d{4}|\d{2})")
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Names = Mapping[str, Mapping[str, str]]  # by register: ids by what editors call them


def cell_text(cell: SheetCell, column: Column, base: str, names: Names) -> str:
    """The text of a cell, as `text_of` would write its value; raises CellMistake."""
    fault = cell_fault(cell, base, is_date=column.holds in DATES)
    if fault:
        raise CellMistake(fault)
    value = cell.value
    if cell.is_blank:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | datetime):
        return _text_of_date(value, cell.shape, column, base)
    if isinstance(value, int | float):
        return _text_of_number(value, column, base)
    text = straighten(clean(str(value)), base)
    if straighten(text, "") == straighten(clean(base), ""):
        return base
    if column.holds in DATES:
        return _day_text(text, column)
    if column.holds is CellContent.NUMBER:
        return re.sub(r"\.0+$", "", text)
    if column.holds is CellContent.FLAG:
        return {"yes": "true", "no": "false", "1": "true", "0": "false"}.get(text.lower(), text.lower())
    return _by_id(text, column, names) if column.words or column.register else text


def _text_of_date(value: date, shape: str, column: Column, base: str) -> str:
    day = value.date() if isinstance(value, datetime) else value
    if column.holds not in DATES:
        raise CellMistake(date_fault(day, base))
    if column.holds is CellContent.PARTIAL_DATE and day.day == 1:
        if day.isoformat().startswith(base) and base:
            return base
        if "d" not in shape.lower():
            return f"{day:%Y-%m}"
    return day.isoformat()


def _text_of_number(value: float, column: Column, base: str) -> str:
    if column.holds is CellContent.DAY or (column.holds is CellContent.PARTIAL_DATE and value >= FIRST_SERIAL):
        return _serial_day(value)
    text = str(int(value)) if value == int(value) else str(value)
    if fault := number_fault(text, base):
        raise CellMistake(fault)
    return text


def _serial_day(value: float) -> str:
    if not FIRST_SERIAL <= value <= LAST_SERIAL:
        raise CellMistake(f"should be a date such as 2026-11-23, and is {value}")
    return (SERIAL_ZERO + timedelta(days=int(value))).isoformat()


def _day_text(text: str, column: Column) -> str:
    """A date as the data has it; a text that is none is left for the checker, which says how dates are written."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}[ T]00:00(:00)?", text):
        return text[:10]
    if re.fullmatch(r"\d{5}", text):
        return _serial_day(int(text))
    if match := DAY_FIRST.fullmatch(text):
        return _iso(match[3], int(match[2]), match[1], text)
    match = WITH_MONTH.fullmatch(text)
    month = MONTH_NAMES.index(match[2][:3].lower()) + 1 if match and match[2][:3].lower() in MONTH_NAMES else 0
    if match and month and (match[1] or column.holds is CellContent.PARTIAL_DATE):
        return _iso(match[3], month, match[1], text)
    return text


def _iso(year: str, month: int, day: str | None, text: str) -> str:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        result = date(full, month, int(day or 1))
    except ValueError:
        raise CellMistake(f"'{text}' is not a day of the calendar. Write it as year-month-day: 2026-11-23") from None
    return result.isoformat() if day else f"{result:%Y-%m}"


def _by_id(text: str, column: Column, names: Names) -> str:
    """Ids in place of the names that editors may have written."""
    ids = names.get(column.register or "", {})
    words = {fold(word): word for word in column.words}
    items = re.split(r"[;\n]", text) if column.is_list else [text]
    result: list[str] = []
    for item in items:
        parts = [item] if fold(item) in ids or not column.is_list else item.split(",")
        result += [ids.get(fold(part)) or words.get(fold(part)) or part.strip() for part in parts if part.strip()]
    return column.separator.join(result)


def fold(text: str) -> str:
    """A heading, a word or a name for comparison: its letters and digits alone."""
    return "".join(c for c in text.casefold() if c.isalnum())
