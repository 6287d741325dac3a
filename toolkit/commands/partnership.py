"""The commands behind scripts/new_partnership.py and scripts/compare_partnership.py."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from toolkit.commands.report import WRONG, report_problems
from toolkit.overlays.folder import find_folder
from toolkit.partnership.choices import PublisherKind
from toolkit.partnership.compare import additions, compare_copy, record
from toolkit.partnership.scaffold import NATIONS, NewCopy, ask, fault_of, slug_of, unknown_area, write_folder
from toolkit.site.folders import ROOT


def new_partnership(arguments: Sequence[str]) -> int:
    """Writes a folder to begin a copy with. 0: written. 1: it could not be. 2: the arguments are wrong."""
    parser = argparse.ArgumentParser(
        prog="new_partnership.py",
        description="Write a folder to begin a branded copy with. Without --name it asks, in a terminal.",
        epilog='Example: python3 scripts/new_partnership.py --name "Our Partnership" --nation england',
    )
    parser.add_argument("--name", help="who publishes the copy")
    parser.add_argument("--site-name", help="what the site is called")
    parser.add_argument("--kind", help=f"what the publisher is: {', '.join(PublisherKind)}")
    parser.add_argument("--nation", help=f"where the copy is for: {', '.join(NATIONS)}")
    parser.add_argument(
        "--area", action="append", default=[], metavar="ID", help="an area whose local resources to list"
    )
    parser.add_argument("--primary", metavar="COLOUR", help="your main colour, such as #0b4a5e")
    parser.add_argument("--slug", help="short name of the folder (made from the name)")
    parser.add_argument("--into", type=Path, metavar="DIR", help="where to write it (partnerships/)")
    options = parser.parse_args(arguments)
    answers = {key: getattr(options, key) for key in ("name", "site_name", "kind", "nation", "primary")}
    answers = {key: value for key, value in answers.items() if value}
    faults = (fault_of(key, answer, ROOT) for key, answer in answers.items())
    if fault := next(filter(None, faults), unknown_area(ROOT, options.area)):
        parser.error(fault)
    if "name" not in answers:
        if not sys.stdin.isatty():
            parser.error('give --name, such as --name "Our Partnership"')
        try:
            answers = ask(answers, input, ROOT)
        except (EOFError, KeyboardInterrupt):
            print("\nNothing was written.", file=sys.stderr)
            return WRONG
    return _write(answers, options)


def _write(answers: dict[str, str], options: argparse.Namespace) -> int:
    kind, nation = answers.get("kind", PublisherKind.PARTNERSHIP).lower(), answers.get("nation", "england").lower()
    site_name = answers.get("site_name") or f"Child sexual abuse toolkit: {answers['name']}"[:120]
    settings = NewCopy(answers["name"], site_name, kind, NATIONS[nation], tuple(options.area), answers.get("primary"))
    slug = options.slug or slug_of(answers["name"])
    folder = report_problems(lambda: write_folder(ROOT, slug, settings, options.into))
    if folder is None:
        return WRONG
    name = slug if options.into is None else str(folder)
    print(f"Written: {folder}\nNext: python3 scripts/build.py --partnership {name} --out /tmp/{slug}")
    print(f"Then: python3 scripts/doctor.py --partnership {name}")
    return 0


def compare_partnership(arguments: Sequence[str]) -> int:
    """Lists what a copy changes, and what upstream changed beneath it. 0: both could be read. 1: one could not."""
    parser = argparse.ArgumentParser(
        prog="compare_partnership.py",
        description="List what a copy adds, replaces, hides and notes, and what the toolkit has changed beneath since.",
        epilog="Example: python3 scripts/compare_partnership.py kent-and-medway-demo",
    )
    parser.add_argument("partnership", metavar="SLUG|DIR", help="the copy")
    parser.add_argument(
        "--record", action="store_true", help="write down that you have read the toolkit's present text"
    )
    options = parser.parse_args(arguments)
    folder = report_problems(lambda: find_folder(ROOT, options.partnership))
    if folder is None:
        return WRONG
    if options.record:
        names = record(ROOT, folder)
        print(f"Recorded the toolkit's present text beneath {len(names)} local changes in {folder.name}/upstream/.")
        return 0
    for line in additions(ROOT, folder):
        print(f"Adds {line}")
    for item in compare_copy(ROOT, folder):
        print(f"{item.what[:1].upper()}{item.what[1:]}: {item.sentence}.")
        print("".join(f"    {line}\n" for line in item.difference), end="")
    return 0
