"""What is expensive to make is made once for the same sources, whole or not at all, whoever else uses the cache."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from toolkit.artefacts.artefact import Artefact, fingerprint
from toolkit.artefacts.store import Store

KEY = "0123456789abcdef"


def test_a_file_is_made_once_for_a_key(tmp_path: Path) -> None:
    store, made = Store(tmp_path / "new", 2), list[str]()

    def make(key: str) -> bytes:
        made.append(key)
        return key.encode()

    for key in (KEY, KEY, KEY[::-1]):
        assert key.encode() == store.get(Artefact("form.pdf", key), partial(make, key))
    assert [KEY, KEY[::-1]] == made


def test_those_that_were_used_last_are_kept_and_other_names_are_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path, 2)
    store.get(Artefact("other.pdf", KEY), lambda: b"other")
    for number, name in enumerate(("a" * 16, "b" * 16)):
        store.get(Artefact("form.pdf", name), lambda: b"")
        os.utime(tmp_path / f"{name}-form.pdf", (number, number))
    store.get(Artefact("form.pdf", "a" * 16), lambda: b"never made again")
    store.get(Artefact("form.pdf", "c" * 16), lambda: b"")
    expected = {f"{'a' * 16}-form.pdf", f"{'c' * 16}-form.pdf", f"{KEY}-other.pdf"}
    assert expected == {path.name for path in tmp_path.iterdir()}


def test_nothing_is_kept_of_what_could_not_be_made(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Store(tmp_path, 1).get(Artefact("form.pdf", KEY), lambda: bytes(1 // 0))
    assert [] == list(tmp_path.iterdir())


def test_several_that_make_the_same_at_once_each_get_it_whole(tmp_path: Path) -> None:
    content = os.urandom(500_000)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(Store(tmp_path, 1).get, Artefact("form.pdf", KEY), lambda: content) for _ in range(40)]
    assert all(content == one.result() for one in asked)
    assert [f"{KEY}-form.pdf"] == [path.name for path in tmp_path.iterdir()]


def test_a_key_changes_with_any_input_and_with_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "form.typ"
    file.write_text("one", "utf-8")
    first = Artefact.of("form.pdf", file, {"b": 1, "a": 2}, frozenset({"x", "y"}), ["ab", "c"])
    assert first == Artefact.of("form.pdf", file, {"a": 2, "b": 1}, frozenset({"y", "x"}), ["ab", "c"])
    assert first.key != Artefact.of("form.pdf", file, {"b": 1, "a": 2}, frozenset({"x", "y"}), ["a", "bc"]).key
    assert first.key != Artefact.of("other.pdf", file, {"b": 1, "a": 2}, frozenset({"x", "y"}), ["ab", "c"]).key
    file.write_text("two", "utf-8")
    assert first.key != Artefact.of("form.pdf", file, {"b": 1, "a": 2}, frozenset({"x", "y"}), ["ab", "c"]).key


def test_what_is_nested_is_told_apart_from_what_stands_in_a_row() -> None:
    keys = [fingerprint(*inputs) for inputs in (("ab",), ("a", "b"), (["a", "b"],), ([["a"], "b"],), (b"ab", ""))]
    assert len(keys) == len(set(keys))
