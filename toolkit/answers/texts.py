"""Texts under names, as every format keeps answers: of the right kind, not too many, and of sound characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from toolkit.answers.limits import LATEST_VERSION, LONGEST_NAME, MOST_ANSWERS, MOST_CHARACTERS
from toolkit.answers.unreadable import Reason, Unreadable

DIGITS = re.compile("[0-9]{1,4}")
LINE_BREAK = re.compile(r"\r\n?|\x0b|\x0c")  # Office writes the last two for breaks of lines and pages
NOT_A_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # XML cannot hold them
SPACES = "\t\n\x0b\x0c\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def version_of(value: object) -> int:
    """The version of a form that a file names; the first where it names none that there can be."""
    number = int(value) if isinstance(value, str) and DIGITS.fullmatch(value) else whole_number(value)
    return number if 1 <= number <= LATEST_VERSION else 1


def texts_of(raw: Mapping[str, object]) -> dict[str, str]:
    """The answers of a file that are texts under names; raises Unreadable where anything else is among them."""
    texts = {key: value for key, value in raw.items() if isinstance(value, str) and utf16_length(key) <= LONGEST_NAME}
    if len(texts) < len(raw):
        raise Unreadable(Reason.NOT_ANSWERS)
    check_length(texts.values())
    return clean_answers(texts)


def check_length(texts: Iterable[str]) -> None:
    """Raises Unreadable where these are more answers than a file may hold, or longer together."""
    lengths = [utf16_length(text) for text in texts]
    if len(lengths) > MOST_ANSWERS or sum(lengths) > MOST_CHARACTERS:
        raise Unreadable(Reason.NOT_ANSWERS)


def utf16_length(text: str) -> int:
    """The length of a text as JavaScript counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean_answers(texts: Mapping[str, str]) -> dict[str, str]:
    """The answers that are not empty, with one kind of line break, and of characters that every format can hold."""
    answers = {clean_text(key): clean_text(value) for key, value in texts.items()}
    return {key: value for key, value in answers.items() if value.strip(SPACES)}


def clean_text(text: str) -> str:
    """A text with one kind of line break, and of characters that every format can hold."""
    return NOT_A_CHARACTER.sub("\ufffd", LINE_BREAK.sub("\n", text))


def whole_number(value: object) -> int:
    """A whole number, also where it is written as 1.0; 0 for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if float(value).is_integer() else 0
