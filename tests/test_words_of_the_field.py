"""The words of the code and of its messages: the field's own, and native English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Words that were once names here: participles that say nothing of the thing, and terms that only this house had.
HOME_MADE = {
    *("found", "known", "given", "told", "said", "named", "made", "written", "laid", "one", "own", "other"),
    *("others", "spoken", "shown", "filled", "worded", "patched", "packed", "saved", "listed", "lost", "taken", "kept"),
    *("left", "read", "drawn", "asked", "seen", "held", "chosen", "wanted", "built", "gone", "collated", "mark"),
    *("marks", "face", "faces", "plate", "circle", "gap", "gaps", "ring", "rings", "way", "ways", "wire"),
    *("lane", "sign", "signs", "letter", "letters", "dear"),
}
# Each is a word of the data or of a standard, not of ours.
EXCEPTIONS = {
    "written": "the key of YAML files that gives the day on which a text was written",
    "ways": "the key of YAML files that gives the ways to reach a helpline",
    "way": "one entry of `ways`",
    "chosen": "the name under which files keep that a row is chosen, and what a form says that it holds",
    "sign": "the key of YAML files that gives the sign by which people notice that an activity worked",
    "worded": "a stage of the data: raw, overlaid, worded",
}
# Public constants and classes of several modules that may share a name: why each cannot be confused.
SHARED_NAMES = {
    "VIEWS": "the views of a module, which site/views/ joins",
    "T": "a type variable",
    **dict.fromkeys(
        ("P", "TEXT", "BREAKS", "SKIPPED"), "elements of ODF and of OOXML, in a reader each; a kind's name"
    ),
    **dict.fromkeys(("END", "DIGITS", "SPACES", "PROMPT"), "of one reader or table each, and used in no other module"),
    **dict.fromkeys(
        ("Block", "Heading", "Line", "Table"), "of a document that is read, and of what we write ourselves"
    ),
    "Entry": "a part of an archive, and an entry of a register",
    "Source": "a data file with its lines, and where an answer is brought from",
    "Part": "anything in a form, and an argument of a macro",
    "Translation": "of forms for a collation, and of a page",
}
# What native speakers would not write, and what they would.
NOT_ENGLISH = {
    r"\bstands? twice\b": "is repeated",
    r"\bstands? (?:in|here|there|inside|alone|beside|below|under|at)\b": "is in, is here ...",
    r"\bcannot stand\b": "cannot be used",
    r"\bafresh\b|\banew\b": "again",
    r"\bin a circle\b": "is a cycle, leads back to itself",
    r"\bis told\b|\btold with\b": "is reported",
    r"\b(?:list|text|number|false) is needed\b": "should be a list ...",
    r"\blaid over\b": "overlaid",
    r"\bjust so\b": "exactly like this",
    r"\bis no (?:key|list|text|file|answer|language)\b": "is not a key ...",
    r"\bin the place of\b": "in place of",
}


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    """(path, tree) of every module of the software."""
    for folder in ("toolkit", "macros", "scripts"):
        for path in sorted((root / folder).rglob("*.py")):
            yield path.relative_to(root).as_posix(), ast.parse(path.read_text("utf-8"))


def names_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, name) of each function, class, argument and variable where it is defined."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler) and node.name:
            yield node.lineno, node.name


def texts_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of each string of more than one word: messages and docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip():
            yield node.lineno, " ".join(node.value.split())


def home_made_names(path: str, tree: ast.Module) -> Iterator[str]:
    """Each name that is not the field's, with its file and line."""
    for line, name in names_in(tree):
        word = name.strip("_").lower()
        if word in HOME_MADE and word not in EXCEPTIONS:
            yield f"{path}:{line}: {name}"


def odd_sentences(path: str, tree: ast.Module) -> Iterator[str]:
    """Each phrase of a message or docstring that no native speaker writes, with what to write."""
    for line, text in texts_in(tree):
        for pattern, better in NOT_ENGLISH.items():
            if match := re.search(pattern, text):
                yield f"{path}:{line}: '{match[0]}': write '{better}'"


def test_names_are_the_fields_words_and_sentences_are_native_english(root: Path) -> None:
    faults = [
        fault for path, tree in modules(root) for fault in (*home_made_names(path, tree), *odd_sentences(path, tree))
    ]
    assert [] == faults


def test_a_home_made_name_and_an_odd_sentence_are_noticed() -> None:
    tree = ast.parse(
        'def told(rings):\n    """The key stands twice."""\n    for found in rings:\n        print(found)\n'
    )
    assert {"a.py:1: told", "a.py:1: rings", "a.py:3: found"} == set(home_made_names("a.py", tree))
    assert ["a.py:2: 'stands twice': write 'is repeated'"] == list(odd_sentences("a.py", tree))


def test_a_public_constant_or_class_has_a_name_of_its_own(root: Path) -> None:
    modules_by_name: dict[str, set[str]] = {}
    for path, tree in modules(root):
        if path.startswith(("toolkit/", "macros/")):
            for name in definitions(tree):
                modules_by_name.setdefault(name, set()).add(path)
    shared = {name: sorted(paths) for name, paths in modules_by_name.items() if len(paths) > 1}
    assert {} == {name: paths for name, paths in shared.items() if name not in SHARED_NAMES}
    assert [] == sorted(SHARED_NAMES.keys() - shared.keys())


def definitions(tree: ast.Module) -> Iterator[str]:
    """The public constants and classes that a module defines."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = [name.id for target in targets if target for name in ast.walk(target) if isinstance(name, ast.Name)]
        yield from (name for name in names if name.isupper() or (name[:1].isupper() and not name.startswith("_")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
