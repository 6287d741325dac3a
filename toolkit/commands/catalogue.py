"""The command behind scripts/catalogue.py: registers out to a spreadsheet, and back in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from toolkit.commands.catalogue_check import check_changed, find_lists
from toolkit.commands.catalogue_parser import make_parser
from toolkit.commands.report import WRONG, report_problems
from toolkit.edits.entries import edit_entries
from toolkit.edits.files import read_file, replace_files
from toolkit.overlays.folder import find_folder
from toolkit.registers.models import MODELS
from toolkit.registers.schema import write_schemas
from toolkit.sources.problems import Problem, ProblemsFound
from toolkit.spreadsheet.grid import Grid
from toolkit.spreadsheet.read import read_grids
from toolkit.worksheets.export import WordLists, make_workbook
from toolkit.worksheets.incoming import match_grids, read_rows
from toolkit.worksheets.merge import Merge, ids_by_name, merge_rows
from toolkit.worksheets.places import problems_by_cell
from toolkit.worksheets.remarks import Remarks
from toolkit.worksheets.sheets import RegisterSheet, copy_sheets, project_sheets

IN_TOOLKIT = "In the toolkit"
SHOWN_OF_A_CELL = 160


def catalogue(root: Path, arguments: Sequence[str]) -> int:
    """Exports or imports. 0: done, or nothing to do. 1: mistakes, all printed, and nothing was written."""
    options = make_parser().parse_args(arguments)
    commands: Mapping[str, Callable[[Path, argparse.Namespace], int]] = {
        "export": _export,
        "import": _import,
        "worksheet": _worksheet,
    }
    done = report_problems(lambda: commands[options.command](root, options))
    return WRONG if done is None else done


def _export(root: Path, options: argparse.Namespace) -> int:
    lists = find_lists(root, options.partnership)
    sheets = _sheets(root, options, lists)
    upstream = {} if options.partnership is None else {key: {IN_TOOLKIT: dict(pairs)} for key, pairs in lists.items()}
    _write(options, make_workbook(sheets, lists, upstream))
    counts = ", ".join(f"{len(sheet.rows)} {sheet.register}" for sheet in sheets)
    print(f"{options.file}: {counts}.")
    return 0


def _worksheet(root: Path, options: argparse.Namespace) -> int:
    from toolkit.commands.catalogue_worksheet import address_worksheet

    lists = find_lists(root, None)
    sheet, extra = address_worksheet(root, project_sheets(root, ["resources"])[0])
    _write(options, make_workbook([sheet], lists, extra))
    print(f"{options.file}: {len(sheet.rows)} resources whose address nobody knows.")
    return 0


def _import(root: Path, options: argparse.Namespace) -> int:
    lists = find_lists(root, options.partnership)
    grids = read_grids(options.file)
    sheets = _sheets(root, options, lists, grids)
    before = {sheet.file: read_file(sheet.path) for sheet in sheets}
    remarks = Remarks()
    merges = _merge(grids, sheets, lists, remarks, options)
    texts = {merge.sheet.file: text for merge, text in _changed_texts(merges, before)}
    paths = {merge.sheet.file: merge.sheet.path for merge in merges}
    problems = check_changed(root, {file: (paths[file], text) for file, text in texts.items()}, options.partnership)
    mistakes = [*remarks.mistakes, *problems_by_cell(problems, merges, texts)]
    _report(merges, remarks)
    if mistakes:
        print("\n".join(mistakes), file=sys.stderr)
        many = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        print(f"{many} found. Nothing was written.", file=sys.stderr)
        return WRONG
    if texts and options.apply:
        replace_files({paths[file]: (before[file], text) for file, text in texts.items()})
        print(f"Written: {', '.join(texts)}.")
        if options.partnership is None and any(MODELS[m.sheet.register].register.is_completed for m in merges if m.new):
            ids = {key: [id for id, _ in pairs] for key, pairs in find_lists(root, None).items()}
            write_schemas(root / "data/schema", ids)  # editors' programs offer the new ids, too
    elif texts:
        print("Nothing was written. To write this, add --apply.")
    return 0


def _sheets(
    root: Path, options: argparse.Namespace, lists: WordLists, grids: Sequence[Grid] = ()
) -> list[RegisterSheet]:
    """The sheets to write, or those that a file which came back may hold."""
    only = options.sheet or [grid.name for grid in grids if grid.name in MODELS]
    if grids and not only:  # a CSV file has the name that somebody gave it
        only = list(MODELS)
    if options.partnership is None:
        return project_sheets(root, only)
    ids = {register: [id for id, _ in pairs] for register, pairs in lists.items()}
    return copy_sheets(find_folder(root, options.partnership), ids, only)


def _merge(
    grids: Sequence[Grid],
    sheets: Sequence[RegisterSheet],
    lists: WordLists,
    remarks: Remarks,
    options: argparse.Namespace,
) -> list[Merge]:
    """What each sheet changes; several sheets of one register are read as one."""
    names = ids_by_name(lists)
    matches = match_grids(grids, sheets, remarks)
    merges = []
    for sheet in dict.fromkeys(sheet.register for _, _, sheet in matches):
        parts = [match for match in matches if match[2].register == sheet]
        rows = [row for grid, line, part in parts for row in read_rows(grid, line, part, remarks)]
        merges.append(merge_rows(parts[0][2], rows, names, remarks, options.today, may_replace=options.replace))
    return merges


def _changed_texts(merges: Sequence[Merge], before: Mapping[str, str]) -> list[tuple[Merge, str]]:
    """The new text of each file that changes; several registers may share one."""
    texts: dict[str, str] = {}
    result: dict[str, Merge] = {}
    for merge in merges:
        if merge.edits:
            sheet = merge.sheet
            text = texts.get(sheet.file, before[sheet.file])
            texts[sheet.file] = edit_entries(text, sheet.file, merge.edits, [c.key for c in sheet.columns])
            result[sheet.file] = merge
    return [(merge, texts[file]) for file, merge in result.items()]


def _report(merges: Sequence[Merge], remarks: Remarks) -> None:
    """Prints every cell that differs, then what an editor should know."""
    for merge in merges:
        for change in merge.changes:
            new = "new, " if change.id in merge.new else ""
            print(f"{change.cell} ({new}{change.key} of {change.id})")
            for symbol, text in (("-", change.before), ("+", change.after)):
                for line in _short(text) if text else ():
                    print(f"  {symbol} {line}")
    for note in remarks.notes:
        print(f"Note: {note}.")
    count = sum(len(merge.changes) for merge in merges)
    entries = len({(merge.sheet.register, change.id) for merge in merges for change in merge.changes})
    added = sum(len(merge.new) for merge in merges)
    print(f"{count} cells of {entries} entries differ, {added} of them new." if count else "Nothing differs.")


def _short(text: str) -> list[str]:
    most = SHOWN_OF_A_CELL
    return [line if len(line) <= most else f"{line[:most]} … ({len(line)} characters)" for line in text.split("\n")]


def _write(options: argparse.Namespace, content: bytes) -> None:
    path: Path = options.file
    try:
        if path.exists() and not options.overwrite and path.read_bytes() != content:
            message = "is there already, and somebody may have worked in it. Name another file, or add --overwrite"
            raise ProblemsFound([Problem(str(path), 0, message)])
        path.write_bytes(content)
    except OSError as error:
        message = f"cannot be written ({error.strerror}). Close it if it is open in another program"
        raise ProblemsFound([Problem(str(path), 0, message)]) from None
