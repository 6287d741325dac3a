"""Every file that a person edits is read through one door, which refuses what is not UTF-8 with file and line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.sources.problems import ProblemsFound
from toolkit.sources.text_file import SAVE_AS, character_mistakes, read_text

DOOR = "toolkit/sources/text_file.py"
# What else reads text, and why no person has edited it where it is read.
OWN_TEXTS = {
    "toolkit/commands/collate_pages.py": "the software's own stylesheet",
    "toolkit/partnership/scaffold.py": "the software's own templates of a copy",
    "toolkit/registers/schema.py": "the schemas, to see whether they are the same as those that it writes",
    "toolkit/site/compose/styles/theme.py": "the sheet of the theme, an installed package",
    "toolkit/site/finish/pages.py": "pages that the engine has written",
    "toolkit/site/finish/search/write.py": "a script of an installed package",
    "toolkit/site/render/rendered_pages.py": "pages that the site was composed of",
}


def text_readers(tree: ast.Module) -> Iterator[int]:
    """The line of each call of a method that reads a file as text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "read_text":
            yield node.lineno


def test_text_is_read_through_one_door(root: Path) -> None:
    paths = [path for folder in ("toolkit", "macros") for path in sorted((root / folder).rglob("*.py"))]
    readers = {
        path.relative_to(root).as_posix()
        for path in paths
        if any(True for _ in text_readers(ast.parse(path.read_text("utf-8"))))
    }
    assert readers == set(OWN_TEXTS) | ({DOOR} & readers)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("a\nŵ – b".encode("utf-16"), 1, f"the file is not UTF-8 but UTF-16, which Windows calls Unicode. {SAVE_AS}"),
        ("a\nb c".encode("utf-16-le"), 1, f"the file is not UTF-8 but UTF-16, which Windows calls Unicode. {SAVE_AS}"),
        ("a\nb".encode("utf-32"), 1, f"the file is not UTF-8 but UTF-16, which Windows calls Unicode. {SAVE_AS}"),
        ("a\n’b".encode("cp1252"), 2, f"byte 3 is not UTF-8 (but '’' in Windows-1252, or ANSI). {SAVE_AS}"),
        ("a\n\ncaf\xe9".encode("latin-1"), 3, f"byte 7 is not UTF-8 (but 'é' in Windows-1252, or ANSI). {SAVE_AS}"),
        (b"\x81\x8d", 1, f"byte 1 is not UTF-8. {SAVE_AS}"),
    ],
)
def test_another_encoding_is_named_with_its_line(tmp_path: Path, content: bytes, line: int, message: str) -> None:
    (tmp_path / "text.md").write_bytes(content)
    with pytest.raises(ProblemsFound) as raised:
        read_text(tmp_path / "text.md", "text.md")
    assert [f"text.md:{line}: {message}"] == [str(problem) for problem in raised.value.problems]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_bytes("\ufeffcaf\xe9".encode())
    assert "café" == read_text(tmp_path / "text.md", "text.md")


def test_an_invisible_line_break_is_named_with_the_line_that_the_editor_sees() -> None:
    message = "an invisible line break (U+2028) is in this line. Delete it or type the line again"
    assert [(2, message)] == list(character_mistakes("one\ntwo\u2028three\nfour"))
