"""Whatever is changed in a file at random, it is read or refused in words."""

from __future__ import annotations

import random

import pytest

from tests.awkward.make import AWKWARD
from toolkit.answers.files import read_answers
from toolkit.answers.unreadable import Unreadable
from toolkit.site.compose.formats import READINGS

PIECES = (b"null", b"[", b"]", b'"', b"<<", b">>", b"2 0 R", b"-1", b"\\ud800", b"/Kids", b"<w:sdt>", b"</w:p>", b"~2")


def mutate(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        start = chance.randrange(len(changed))
        end = min(len(changed), start + chance.randrange(1, 30))
        new = chance.choice([b"", bytes([chance.randrange(256)]), changed[start:end] * 20, chance.choice(PIECES)])
        changed[start:end] = new
        changed = changed or bytearray(b"x")
    return bytes(changed)


@pytest.mark.parametrize("name", ["json", "word", "word, parts not packed", "pdf", "pdf, objects packed"])
def test_a_file_with_random_changes_is_read_or_refused_in_words(name: str) -> None:
    content, chance = AWKWARD[name](), random.Random(name)
    reasons = []
    for _ in range(120):
        changed = mutate(content, chance)
        try:
            answers = read_answers(changed, READINGS)
        except Unreadable as unreadable:
            reasons.append(unreadable.reason)
        else:
            assert all(text.encode("utf-8") for text in answers.texts.values())
    assert reasons
