"""The order of the house: who may import whom, and how thin the doors are."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from toolkit.site.folders import FOLDERS, OTHER_FOLDERS, PARTNERSHIPS

ENGINES = {"mkdocs", "material", "properdocs", "zensical", "mkdocs_macros", "pymdownx"}
ENGINE_MODULE = "toolkit/site/render/engine.py"
MOST_LINES = 200  # most modules are under 150; one that passes this is two things
MOST_LINES_OF_A_FUNCTION = 45
LISTS = {"toolkit/search/english.py", "macros/__init__.py"}  # many short things of one kind
UNSEEN = {".build", ".git", ".venv"}  # folders at the top that no change is made in


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {
            "import_module",
            "__import__",
        }:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def modules(root: Path, folder: str) -> list[Path]:
    return sorted((root / folder).rglob("*.py"))


def test_no_module_but_one_knows_a_site_engine(root: Path) -> None:
    knowing = {
        path.relative_to(root).as_posix()
        for folder in ("toolkit", "macros", "scripts")
        for path in modules(root, folder)
        if any(name.split(".")[0] in ENGINES for name in imports(path))
    }
    assert {ENGINE_MODULE} == knowing


def test_every_package_imports_only_what_is_below_it(root: Path) -> None:
    assert 0 == lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)


@pytest.mark.parametrize(
    ("contract", "heading"), [("layers", "The layers of `toolkit/`"), ("stages", "The rooms of `toolkit/site/`")]
)
def test_the_architecture_page_shows_what_is_held(root: Path, contract: str, heading: str) -> None:
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["id"] == contract)
    page = (root / "docs/development/architecture.md").read_text("utf-8")
    table = page.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (`[^|]*?) \|", table, re.MULTILINE)
    assert layers == [" | ".join(re.findall(r"`(\w+)(?:\.py|/)`", row)) for row in rows]


def test_the_architecture_page_pictures_the_same_layers(root: Path) -> None:
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    picture = (root / "docs/development/architecture.md").read_text("utf-8").split("```")[1]
    names = re.findall(r"^(\w+(?: \| \w+)*)(?=  +\||\n  +\|)", picture, re.MULTILINE)
    assert layers == names


def test_the_architecture_page_names_every_folder_and_nothing_that_is_not_there(root: Path) -> None:
    page = (root / "docs/development/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([\w.]+)/`", page.split("## What lives where", 1)[1].split("\n## ", 1)[0]))
    assert set() == {*FOLDERS, *OTHER_FOLDERS, PARTNERSHIPS} - UNSEEN - named
    paths = re.findall(r"`((?:toolkit|browser|components|styles|tests|data|scripts)/[\w./-]+)`", page)
    assert [] == [path for path in paths if not (root / path).exists()]


def test_the_list_of_decisions_gives_each_its_own_title(root: Path) -> None:
    folder = root / "docs/development/decisions"
    page = (folder / "index.md").read_text("utf-8")
    titles = {path.name: read_title(path) for path in sorted(folder.glob("0*.md"))}
    assert titles == {name: title for title, name in re.findall(r"^\d+\. \[(.+)\]\((.+?)\)", page, re.MULTILINE)}


def read_title(path: Path) -> str:
    return path.read_text("utf-8").split("title: ", 1)[1].split("\n", 1)[0]


def test_the_hooks_file_holds_events_only(root: Path) -> None:
    tree = ast.parse((root / "hooks.py").read_text("utf-8"))
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    assert all(isinstance(node, allowed) for node in tree.body)
    names = [
        t.id for node in tree.body if isinstance(node, ast.Assign) for t in node.targets if isinstance(t, ast.Name)
    ]
    assert all(name.startswith(("on_", "_")) for name in names)


def test_macros_are_thin_and_say_in_a_docstring_what_they_give_with_an_example(root: Path) -> None:
    from macros import MACROS

    tree = ast.parse((root / "macros/__init__.py").read_text("utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in MACROS:
        body = [node for node in functions[name].body if not isinstance(node, ast.Expr)]
        assert 1 == len(body) and isinstance(body[0], ast.Return), f"{name} does more than leave a placeholder"
        assert "{{ " + name + "(" in (ast.get_docstring(functions[name]) or ""), f"{name} shows no example"


def test_public_modules_functions_and_classes_say_what_they_give(root: Path) -> None:
    silent = []
    for path in [*modules(root, "toolkit"), *modules(root, "macros")]:
        tree = ast.parse(path.read_text("utf-8"))
        name = path.relative_to(root).as_posix()
        silent += [f"{name}: {what}" for what in ("the module", *public_names(tree)) if not documented(tree, what)]
    assert [] == silent


def public_names(tree: ast.Module | ast.ClassDef, above: str = "") -> Iterator[str]:
    """The public functions, classes and methods of a module, as `Class.method`."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield f"{above}{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from public_names(node, f"{above}{node.name}.")


def documented(tree: ast.Module, name: str) -> bool:
    node: ast.Module | ast.ClassDef | ast.FunctionDef = tree
    for part in [] if name == "the module" else name.split("."):
        node = next(n for n in node.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name == part)
    return bool(ast.get_docstring(node))


def test_functions_stay_small_and_no_module_outgrows_its_page(root: Path) -> None:
    large, long = set(), []
    for path in modules(root, "toolkit") + modules(root, "macros"):
        text, name = path.read_text("utf-8"), path.relative_to(root).as_posix()
        if text.count("\n") > MOST_LINES:
            large.add(name)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION:
                long.append(f"{name}: {node.name}")
    assert [] == long
    assert set() == large - LISTS


def test_no_script_outgrows_its_page(root: Path) -> None:
    scripts = [path for folder in ("browser", "components") for path in (root / folder).rglob("*.mjs")]
    large = {path.relative_to(root).as_posix() for path in scripts if path.read_text("utf-8").count("\n") > MOST_LINES}
    assert set() == large - LISTS
