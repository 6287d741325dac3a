"""The arguments of scripts/catalogue.py."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def make_parser() -> argparse.ArgumentParser:
    """The parser of the arguments of scripts/catalogue.py."""
    parser = argparse.ArgumentParser(
        prog="catalogue.py",
        description="Write registers to a spreadsheet, and read back what was changed there.",
        epilog="Example: python3 scripts/catalogue.py export catalogue.xlsx",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    export = commands.add_parser("export", help="write registers to a workbook", description="Write a workbook.")
    export.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook to write")
    work = commands.add_parser(
        "worksheet",
        help="write the resources that lack an address, to look for and import",
        description="Write the resources that lack an address, by publisher, those that most pages need first.",
    )
    work.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook to write")
    bring = commands.add_parser(
        "import",
        help="show what a workbook or a CSV file changes; write it with --apply",
        description="Show what a workbook or a CSV file changes. Nothing is written without --apply.",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a workbook (.xlsx) or a CSV file")
    bring.add_argument("--apply", action="store_true", help="write the changes, if there is no mistake")
    bring.add_argument(
        "--replace", action="store_true", help="let a sheet that was not exported from here replace values"
    )
    bring.add_argument("--today", type=date.fromisoformat, default=date.today(), metavar="DAY", help="new entries' day")
    for command in (export, work):
        command.add_argument("--overwrite", action="store_true", help="write the workbook although it is there already")
    for command in (export, bring):
        command.add_argument("--partnership", metavar="SLUG|DIR", help="the files of this branded copy")
        command.add_argument("--sheet", action="append", metavar="NAME", help="only this register; may be repeated")
    return parser
