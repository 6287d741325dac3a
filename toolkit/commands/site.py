"""The commands behind scripts/: their arguments, and how they answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain
from os.path import realpath
from pathlib import Path
from typing import TypeVar

from toolkit.catalogue.read import Data, read_data
from toolkit.checks.beside_data import check_beside_data
from toolkit.forms.examples import check_examples
from toolkit.forms.read import FORMS_FOLDER, form_files
from toolkit.pages.headings import page_places
from toolkit.pathways.read import PATHWAYS_FOLDER, pathway_files
from toolkit.registers.read import CATALOGUE, data_files
from toolkit.registers.schema import write_schemas
from toolkit.site.folders import ROOT
from toolkit.sources.problems import Problems, ProblemsFound

WRONG = 1
T = TypeVar("T")


def validate(arguments: Sequence[str]) -> int:
    """Checks data files alone. 0: all sound. 1: problems, all printed. 2: the arguments are wrong."""
    parser = argparse.ArgumentParser(
        prog="validate.py",
        description="Check data, translations, forms and the examples of components, or files in their place.",
        epilog="Example: python3 scripts/validate.py resources.yml",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a data file to check")
    parser.add_argument("--write-schema", action="store_true", help="also write data/schema/ again, for editors")
    options = parser.parse_args(arguments)
    files = _replace_files(data_files(ROOT) | pathway_files(ROOT) | form_files(ROOT), options.files)
    pathways = {name: path for name, path in files.items() if _is_pathway(path)}
    forms = {name: path for name, path in files.items() if _is_form(path)}
    registers = {name: path for name, path in files.items() if name not in pathways | forms}
    files_of_data, places = Data(registers, pathways, forms), page_places(ROOT / "docs")
    data = report_problems(lambda: read_data(files_of_data, places, Problems()))
    if data is None or report_problems(lambda: check_examples(ROOT, data.forms)) is None:
        return WRONG
    if not options.files and report_problems(lambda: check_beside_data(ROOT, files_of_data, places)) is None:
        return WRONG  # another file in place of one need not have what translations name
    if options.write_schema:
        ids = {key: [entry.id for entry in entries] for key, entries in data.registers.entries.items()}
        schemas = write_schemas(ROOT / "data/schema", ids)
        print(f"Schemas written: {', '.join(schemas) or 'none, all are up to date'}.")
    counts = [f"{len(entries)} {key}" for key, entries in data.registers.entries.items() if entries]
    print(f"All sound: {', '.join([*counts, f'{len(data.pathways)} pathways', f'{len(data.forms)} forms'])}.")
    return 0


def build(arguments: Sequence[str]) -> int:
    """Builds a site once and publishes it. 0: published. 1: problems; what was published before stays."""
    from toolkit.site.make import build_and_publish
    from toolkit.site.model import Options
    from toolkit.site.render.engine import ENGINES

    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Build the site and put it in place in one step; a failed build changes nothing.",
        epilog="Example: python3 scripts/build.py --out /tmp/toolkit-site",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to publish (site/, or sites/ with --all)")
    copies = parser.add_mutually_exclusive_group()
    copies.add_argument("--partnership", metavar="SLUG|DIR", help="build this branded copy")
    copies.add_argument("--all", action="store_true", help="build every copy below partnerships/")
    parser.add_argument(
        "--share", type=_share, default=(1, 1), metavar="N/M", help="with --all: only each Mth, from the Nth"
    )
    parser.add_argument("--for-publishing", action="store_true", help="fail if a contact that a page needs is not set")
    parser.add_argument(
        "--offline", action="store_true", help="link to files, for a folder opened without a web server"
    )
    parser.add_argument("--catalogue", type=Path, metavar="FILE", help=f"use this file in place of {CATALOGUE}")
    parser.add_argument("--area", action="append", default=[], metavar="ID", help="also list this area's resources")
    parser.add_argument("--engine", choices=ENGINES, default="mkdocs", help="what renders the pages")
    options = parser.parse_args(arguments)
    build_options = Options(
        options.catalogue, frozenset(options.area), options.partnership, options.for_publishing, options.offline
    )
    out = options.out or ROOT / ("sites" if options.all else "site")
    if options.all:
        from toolkit.site.copies import build_all

        failures = report_problems(lambda: build_all(ROOT, out, build_options, report, options.share))
        return WRONG if failures is None or failures else 0
    target = report_problems(lambda: build_and_publish(ROOT, out, build_options, options.engine, report=report))
    return WRONG if target is None else 0


def doctor(arguments: Sequence[str]) -> int:
    """Reports what is stale or thin. 0: the sources are sound, whatever it found. 1: the sources are not sound."""
    from macros import MACROS
    from toolkit.checks.copy import examine_copy
    from toolkit.checks.doctor import examine, page_measures
    from toolkit.site.model import Options
    from toolkit.site.read import read_site

    parser = argparse.ArgumentParser(
        prog="doctor.py",
        description="Report what is stale, unchecked or hard to read, and how to mend it. It changes nothing.",
        epilog="Example: python3 scripts/doctor.py --pages",
    )
    parser.add_argument("--pages", action="store_true", help="list each page's words and reading age instead")
    parser.add_argument("--partnership", metavar="SLUG|DIR", help="look at this branded copy")
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="as if today were this day (2026-11-23)")
    options = parser.parse_args(arguments)
    site = report_problems(lambda: read_site(ROOT, MACROS, Options(partnership=options.partnership)))
    if site is None:
        return WRONG
    if options.pages:
        for path, words, age in page_measures(site):
            print(f"{age:5.1f} years  {words:5} words  docs/{path}")
        return 0
    for finding in chain(examine_copy(site, options.on or date.today()), examine(site)):
        print(f"{finding.heading}\n  {finding.advice}")
        print("\n".join(f"  - {item}" for item in finding.items), end="\n\n")
    return 0


def serve(arguments: Sequence[str]) -> int:
    """Builds the site and serves it with live reload until it is interrupted."""
    from toolkit.site.render.engine import serve_site

    parser = argparse.ArgumentParser(
        prog="serve.py",
        description="Build the site, serve it on this computer and rebuild it whenever a source changes.",
        epilog="Example: python3 scripts/serve.py --port 8001",
    )
    parser.add_argument("--port", type=_port, default=8000, help="port on this computer (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (127.0.0.1: this computer only)")
    options = parser.parse_args(arguments)
    done = report_problems(lambda: serve_site(ROOT, f"{options.host}:{options.port}"))
    return WRONG if done is None else 0


def report_problems(work: Callable[[], T]) -> T | None:
    """The result of the work; None once its problems have been printed."""
    try:
        return work()
    except ProblemsFound as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        many = len(error.problems)
        print(f"{many} {'problem' if many == 1 else 'problems'} found. Nothing was changed.", file=sys.stderr)
        return None


def report(text: str) -> None:
    """Prints one line of progress at once."""
    print(text, flush=True)


def _replace_files(files: dict[str, Path], paths: Sequence[Path]) -> dict[str, Path]:
    """The project's files with each of the given files in place of the one of the same name, or of the catalogue."""
    for path in paths:
        replaced = next((name for name, place in files.items() if realpath(place) == realpath(path)), None)
        if replaced is None and _is_pathway(path):
            replaced = f"{PATHWAYS_FOLDER}/{path.name}"
        elif replaced is None and _is_form(path):
            replaced = f"{FORMS_FOLDER}/{path.name}"
        elif replaced is None:
            replaced = f"data/{path.name}" if f"data/{path.name}" in files else CATALOGUE
        files = {name: place for name, place in files.items() if name != replaced} | {str(path): path}
    return files


def _share(text: str) -> tuple[int, int]:
    place, _, of = text.partition("/")
    if not (place.isdigit() and of.isdigit() and 1 <= int(place) <= int(of)):
        raise argparse.ArgumentTypeError("a share is written as 2/4: the second of four")
    return int(place), int(of)


def _is_pathway(path: Path) -> bool:
    return Path(realpath(path)).parent.as_posix().endswith(f"/{PATHWAYS_FOLDER}")


def _is_form(path: Path) -> bool:
    return path.parent.name == FORMS_FOLDER and realpath(path.parent) != realpath(ROOT)


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
