"""Broken files that cannot be in the repository as text: made when a test asks for them."""

from __future__ import annotations

from pathlib import Path

ENTRY = "resources:\n  - id: first-guide\n    title: {}\n"

BYTES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "resources.yml:1: the file is empty"),
    "only-a-byte-order-mark": (b"\xef\xbb\xbf", "resources.yml:1: the file is empty"),
    "utf-16": (ENTRY.format("x").encode("utf-16"), "resources.yml:1: the file is not UTF-8 but UTF-16"),
    "utf-32": (ENTRY.format("x").encode("utf-32"), "resources.yml:1: the file is not UTF-8 but UTF-16"),
    "latin-1": (
        ENTRY.format("café").encode("latin-1"),
        "byte 46 is not UTF-8 (but 'é' in Windows-1252, or ANSI). Save",
    ),
    "surrogate-written-out": (
        ENTRY.format("\ud800").encode("utf-8", "surrogatepass"),
        "resources.yml:3: byte 43 is not",
    ),
    "overlong-utf-8": (b"resources:\n  - id: \xc0\xaf\n", "resources.yml:2: byte 20 is not UTF-8"),
    "an-image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "resources.yml:1: byte 1 is not UTF-8"),
    "nul": (ENTRY.format("a\0b").encode(), "resources.yml:3: there is a control character here"),
    "bell": (ENTRY.format("a\ab").encode(), "resources.yml:3: there is a control character here"),
    "form-feed": (b"resources:\n\x0c  - id: first-guide\n", "resources.yml:2: there is a control character here"),
    "escape-sequence": (ENTRY.format("\x1b[31mred").encode(), "resources.yml:3: there is a control character here"),
    "c1-control": (ENTRY.format("a\x9bb").encode(), "resources.yml:3: there is a control character here"),
    "not-a-character": (ENTRY.format("a\uffff").encode(), "resources.yml:3: there is a control character here"),
    "nested-a-million-brackets": (b"[" * 1_000_000, "resources.yml:1: the lists and mappings are nested too deeply"),
    "nested-a-million-hyphens": (b"- " * 1_000_000, "resources.yml:1: the lists and mappings are nested too deeply"),
    "nested-a-million-keys": (b"{a: " * 500_000, "resources.yml:1: the lists and mappings are nested too deeply"),
    "nested-question-marks": (b"? " * 500_000, "resources.yml:1: "),
    "more-than-20-mb": (b"resources: []\n" + b"# long\n" * 3_000_000, "resources.yml: the file is larger than 20 MB"),
    "text-of-two-million-characters": (
        ENTRY.format("x" * 2_000_000).encode(),
        "the text is longer than 300 characters",
    ),
    "number-of-a-million-digits": (
        ENTRY.format("x\n    min_age: " + "9" * 1_000_000).encode(),
        "resources.yml:4: resource 'first-guide': 'min_age' is '99999",
    ),
    "key-of-a-million-characters": (b"resources:\n  - " + b"k" * 1_000_000 + b": x\n", "resources.yml:2: "),
    "ten-thousand-wrong-entries": (
        b"resources:\n" + b"  - x\n" * 10_000,
        "resources.yml:10001: resource number 10000: found 'x'",
    ),
}


def make_folder(path: Path) -> None:
    path.mkdir()


def make_nothing(path: Path) -> None:
    """Leaves no file at all."""


def make_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yml")


def make_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


PLACES = {
    "a-folder": (make_folder, "this is a folder, not a file. Name a text file"),
    "no-file": (make_nothing, "cannot be read (No such file or directory)"),
    "a-device-without-end": (make_device, "this is something else, not a file"),
    "a-dangling-link": (make_dangling_link, "cannot be read (No such file or directory)"),
    "a-link-to-itself": (make_link_to_itself, "cannot be read (Too many levels of symbolic links)"),
}
