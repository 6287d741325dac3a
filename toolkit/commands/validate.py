"""The command that checks a project without building it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from os.path import realpath
from pathlib import Path

from toolkit.catalogue.read import Data, read_data
from toolkit.commands.earlier_forms import compare_forms
from toolkit.commands.report import WRONG, report_problems
from toolkit.forms.examples import check_examples
from toolkit.forms.read import FORMS_FOLDER, form_files
from toolkit.pages.headings import page_places
from toolkit.pathways.read import PATHWAYS_FOLDER, pathway_files
from toolkit.registers.models import MODELS
from toolkit.registers.read import CATALOGUE, data_files
from toolkit.registers.schema import write_schemas
from toolkit.sources.problems import Problem, Problems

Ids = Mapping[str, Sequence[str]]


def validate_project(root: Path, arguments: Sequence[str]) -> int:
    """Checks the project at `root`. 0: all sound. 1: problems, all printed. 2: the arguments are wrong."""
    parser = argparse.ArgumentParser(
        prog="validate.py",
        description="Check data, pages, translations, forms and copies, or data files alone.",
        epilog="Example: python3 scripts/validate.py resources.yml",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a data file to check, with data alone")
    parser.add_argument("--data", action="store_true", help="check data alone, and no pages: in about a second")
    parser.add_argument("--against", metavar="OLD", help="report what forms lost since OLD, a folder or git revision")
    parser.add_argument("--write-schema", action="store_true", help="also write data/schema/ and data/KEYS.md again")
    options = parser.parse_args(arguments)
    is_data_alone = options.files or options.data
    ids_by_register = report_problems(lambda: _check_data(root, options.files) if is_data_alone else _check_all(root))
    if ids_by_register is None:
        return WRONG
    if options.against is not None:
        compared = report_problems(lambda: compare_forms(root, _forms_in_place(root, options.files), options.against))
        if compared is None:
            return WRONG
        print(f"No answer is lost in the {compared} forms of {options.against}.")
    if options.write_schema:
        schemas = write_schemas(root / "data/schema", {key: list(ids_by_register[key]) for key in MODELS})
        print(f"Schemas written: {', '.join(schemas) or 'none, all are up to date'}.")
        _write_keys(root)
    print(f"All sound: {', '.join(f'{len(ids)} {key}' for key, ids in ids_by_register.items() if ids)}.")
    return 0


def _check_all(root: Path) -> Ids:
    """The ids of all entries, once the whole project is sound; prints advice on its pages."""
    from macros import MACROS
    from toolkit.checks.project import check_project

    site, advice = check_project(root, MACROS)
    _print_advice(advice)
    names = (*MODELS, "pathways", "forms")
    return {name: list(getattr(site.library, name)) for name in names} | {"pages": [page.path for page in site.pages]}


def _check_data(root: Path, paths: Sequence[Path]) -> Ids:
    """The ids of all entries, once data is sound, with other files in place of those of the same names."""
    files = _replace_files(root, paths)
    pathways = {name: path for name, path in files.items() if _is_pathway(path)}
    forms = {name: path for name, path in files.items() if _is_form(path, root)}
    registers = {name: path for name, path in files.items() if name not in pathways | forms}
    data = read_data(Data(registers, pathways, forms), page_places(root / "docs"), Problems())
    check_examples(root, data.forms)
    ids = {key: [entry.id for entry in entries] for key, entries in data.registers.entries.items()}
    return ids | {"pathways": [pathway.id for pathway in data.pathways], "forms": list(data.forms)}


def _forms_in_place(root: Path, paths: Sequence[Path]) -> dict[str, Path]:
    """The project's forms, with other files in place of those of the same names."""
    return {name: path for name, path in _replace_files(root, paths).items() if _is_form(path, root)}


def _write_keys(root: Path) -> None:
    from macros import MACROS
    from toolkit.site.pages.key_list import KEY_LIST, write_key_list

    if write_key_list(root, MACROS):
        print(f"{KEY_LIST} written.")


def _print_advice(advice: Iterable[Problem]) -> None:
    lines = [str(each) for each in advice]
    if lines:
        print(f"Advice, which stops nothing ({len(lines)}):", *lines, sep="\n")


def _replace_files(root: Path, paths: Sequence[Path]) -> dict[str, Path]:
    """The project's files with each of the given files in place of the one of the same name, or of the catalogue."""
    files = data_files(root) | pathway_files(root) | form_files(root)
    for path in paths:
        replaced = next((name for name, place in files.items() if realpath(place) == realpath(path)), None)
        if replaced is None and _is_pathway(path):
            replaced = f"{PATHWAYS_FOLDER}/{path.name}"
        elif replaced is None and _is_form(path, root):
            replaced = f"{FORMS_FOLDER}/{path.name}"
        elif replaced is None:
            replaced = f"data/{path.name}" if f"data/{path.name}" in files else CATALOGUE
        files = {name: place for name, place in files.items() if name != replaced} | {str(path): path}
    return files


def _is_pathway(path: Path) -> bool:
    return Path(realpath(path)).parent.as_posix().endswith(f"/{PATHWAYS_FOLDER}")


def _is_form(path: Path, root: Path) -> bool:
    return path.parent.name == FORMS_FOLDER and realpath(path.parent) != realpath(root)
