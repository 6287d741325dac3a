"""What the command that collates takes."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

LEAST_SMALLEST = 3  # two counts of 1 would say that of each other


def make_parser() -> argparse.ArgumentParser:
    """The parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="collate_plans.py",
        description="Put filled forms of many settings side by side, in any mix: JSON, Word, OpenDocument and PDF.",
        epilog="Example: python3 scripts/collate_plans.py autumn/ --before spring/ --where phase=primary --out primary",
    )
    add = parser.add_argument
    add("files", nargs="+", type=Path, metavar="FILE", help="a filled form, or a folder of them")
    add("--out", type=Path, default=Path("collated"), metavar="NAME", help="begins the names of the files to write")
    add("--before", type=Path, action="append", default=[], metavar="FOLDER", help="earlier files, to compare with")
    add(
        "--where", action="append", default=[], metavar="QUESTION=ANSWER",
        help="only settings with this answer in the record, such as phase=primary; of one question twice, either",
    )  # fmt: skip
    add(
        "--smallest", type=_smallest, default=0, metavar="NUMBER",
        help="withhold counts below this number, and what would reveal them; nothing is said of single settings",
    )  # fmt: skip
    add("--without-names", action="store_true", help="settings become numbers, and what people wrote is left out")
    add("--site", type=_site, metavar="ADDRESS", help="where the toolkit is published, to link what helps")
    add("--json", action="store_true", help="also writes each file's answers to NAME-json/, to open on the form's page")
    add("--today", type=_day, default=date.today(), metavar="DAY", help="count what is late from this day")
    return parser


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """The arguments of the command; ends it with a sentence where they are wrong."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.json and (options.without_names or options.smallest):
        parser.error(
            "--json writes whole answers with their names. Leave out --json, or --without-names and --smallest"
        )
    return options


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-23") from None


def _smallest(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 6 else 0
    if number < LEAST_SMALLEST:
        raise argparse.ArgumentTypeError(f"write a whole number from {LEAST_SMALLEST}, such as 5")
    return number


def _site(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(character in text for character in " \"'<>?#"):
        raise argparse.ArgumentTypeError("write the address of the site's first page, such as https://toolkit.example/")
    return text if text.endswith("/") else f"{text}/"
