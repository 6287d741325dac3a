"""What is dear to make is made once for the same sources, whole or not at all, whoever else uses the cache."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from toolkit.artefacts.cache import Cache

KEY = "0123456789abcdef"


def test_a_file_is_made_once_for_a_key(tmp_path: Path) -> None:
    cache, made = Cache(tmp_path / "new", 2), list[str]()

    def make(key: str) -> bytes:
        made.append(key)
        return key.encode()

    for key in (KEY, KEY, KEY[::-1]):
        assert key.encode() == cache.get("form.pdf", key, partial(make, key))
    assert [KEY, KEY[::-1]] == made


def test_those_that_were_used_last_are_kept_and_other_names_are_left_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 2)
    cache.get("other.pdf", KEY, lambda: b"other")
    for number, name in enumerate(("a" * 16, "b" * 16)):
        cache.get("form.pdf", name, lambda: b"")
        os.utime(tmp_path / f"{name}-form.pdf", (number, number))
    cache.get("form.pdf", "a" * 16, lambda: b"never made again")
    cache.get("form.pdf", "c" * 16, lambda: b"")
    expected = {f"{'a' * 16}-form.pdf", f"{'c' * 16}-form.pdf", f"{KEY}-other.pdf"}
    assert expected == {path.name for path in tmp_path.iterdir()}


def test_nothing_is_kept_of_what_could_not_be_made(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Cache(tmp_path, 1).get("form.pdf", KEY, lambda: bytes(1 // 0))
    assert [] == list(tmp_path.iterdir())


def test_several_that_make_the_same_at_once_each_get_it_whole(tmp_path: Path) -> None:
    content = os.urandom(500_000)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(Cache(tmp_path, 1).get, "form.pdf", KEY, lambda: content) for _ in range(40)]
    assert all(content == one.result() for one in asked)
    assert [f"{KEY}-form.pdf"] == [path.name for path in tmp_path.iterdir()]
