"""Which digits can be a telephone number in the United Kingdom, and how each is rung."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from toolkit.catalogue.read import load_library
from toolkit.registers.phones import LENGTHS, SHORT, TEXT_SHORT, dial, phone_mistake, text_number_mistake, text_to

RINGS = {
    "999": "tel:999",
    "116 123": "tel:116123",
    "18000": "tel:18000",
    "0800 1111": "tel:08001111",
    "0800 999 5428": "tel:08009995428",
    "0808 1000 900": "tel:08081000900",
    "01632 960001": "tel:01632960001",
    "01632960001": "tel:01632960001",
    "01632-960-001": "tel:01632960001",
    "(01632) 960 001": "tel:01632960001",
    "(020) 7946 0001": "tel:02079460001",
    "07700 900123": "tel:07700900123",
    "03000 41 60 01": "tel:03000416001",
    "01204 12345": "tel:0120412345",
    "+44 1632 960001": "tel:01632960001",
    "+441632960001": "tel:01632960001",
    "+44 (0)1632 960001": "tel:01632960001",
    "+44 (0) 1632 960001": "tel:01632960001",
    "01632 960001 ext. 12": "tel:01632960001;ext=12",
    "01632 960001 ext 12": "tel:01632960001;ext=12",
    "(01632) 960 001, extension 4": "tel:01632960001;ext=4",
    "01632 960001 estyniad 12": "tel:01632960001;ext=12",
}
# What a person may write, with words of the sentence that answers.
REFUSED = {
    "0808 800 500": "0808 has 11 digits, and this one 10. Is one missing?",
    "0808 800 50000": "and this one 12. Is one too many",
    "01632": "has 11 digits, and this one 5",
    "01632 96001": "has 11 digits, and this one 10",
    "12": "no number in the United Kingdom is 2 digits",
    "1632 960001": "Has it lost its first 0? Write '01632 960001'",
    "808 800 5000": "Has it lost its first 0? Write '0808 800 5000'",
    "7700900123": "Has it lost its first 0?",
    "07700 90012": "07 has 11 digits, and this one 10. Is one missing?",
    "0300 123 45": "030 has 11 digits, and this one 9",
    "0845 960 0011 2": "084 has 11 digits, and this one 12",
    "0800 96000": "0800 has 10 or 11 digits, and this one 9",
    "116 12": "no number in the United Kingdom is 5 digits and begins with 1",
    "9999": "no number in the United Kingdom is 4 digits and begins with 9",
    "0604 960001": "begins with 060",
    "0810 960 0001": "begins with 081",
    "0632 960001": "begins with 063",
    "0500 960001": "begins with 050",
    "01632 960001 12": "an extension written without 'ext.'",
    "01632 960001 ext.": "digits and spaces",
    "+1 202 555 0100": "digits and spaces",
    "ask Jo": "digits and spaces",
    "٠١٦٣٢ ٩٦٠٠٠١": "digits and spaces",
    "0800 1111;ext=1": "digits and spaces",
    '01632 960001" onclick="x': "digits and spaces",
    "": "digits and spaces",
    "0" * 5000: "digits and spaces",
    "0 " * 5000 + "x": "digits and spaces",
}  # fmt: skip


@pytest.mark.parametrize("number", RINGS)
def test_a_number_that_can_ring_is_dialled_by_its_digits(number: str) -> None:
    assert (phone_mistake(number), dial(number)) == ("", RINGS[number])


@pytest.mark.parametrize("number", REFUSED)
def test_a_number_that_cannot_ring_is_refused_with_what_to_do(number: str) -> None:
    assert REFUSED[number] in phone_mistake(number)


@pytest.mark.parametrize("number", ["85258", "60999", "07700 900123"])
def test_messages_go_to_short_and_to_mobile_numbers(number: str) -> None:
    assert text_number_mistake(number) == ""


@pytest.mark.parametrize("number", ["8525", "12345", "SHOUT"])
def test_messages_go_to_nothing_else(number: str) -> None:
    assert text_number_mistake(number)


def test_a_message_begins_with_the_word_that_the_line_asks_for() -> None:
    assert text_to("85258", "SHOUT") == "sms:85258?body=SHOUT"
    assert text_to("85 258") == "sms:85258"


def test_each_beginning_of_the_table_is_reached_and_judges_what_begins_so() -> None:
    beginnings = [begin for begin, _ in LENGTHS]
    assert len(set(beginnings)) == len(beginnings)
    for place, begin in enumerate(beginnings):
        assert not [earlier for earlier in beginnings[:place] if begin.startswith(earlier)], begin
        assert not phone_mistake(begin + "9" * (11 - len(begin))), begin
        assert phone_mistake(begin + "9" * (12 - len(begin))), begin


def test_numbers_that_stand_alone_are_too_short_to_be_taken_for_others() -> None:
    assert not [number for number in SHORT if number.startswith("0") and len(number) > 8]
    assert not [number for number in SHORT if TEXT_SHORT.fullmatch(number)]


def test_every_number_of_the_catalogue_can_ring(root: Path) -> None:
    library = load_library(root)
    numbers: Iterable[str | None] = (r.phone for r in library.resources.values())
    found = [number for number in numbers if number]
    assert len(found) > 12 and not [number for number in found if phone_mistake(number)]
