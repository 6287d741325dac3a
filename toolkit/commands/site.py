"""The commands behind scripts/: their arguments, and how they answer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from toolkit.commands.report import WRONG, report, report_problems
from toolkit.commands.validate import validate_project
from toolkit.registers.read import CATALOGUE
from toolkit.site.folders import ROOT


def validate(arguments: Sequence[str]) -> int:
    """Checks all that the project holds. 0: all sound. 1: problems, all printed. 2: the arguments are wrong."""
    return validate_project(ROOT, arguments)


def build(arguments: Sequence[str]) -> int:
    """Builds a site once and publishes it. 0: published. 1: problems; what was published before stays."""
    from toolkit.site import timings
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
    parser.add_argument("--timings", action="store_true", help="print time and memory by step")
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
    for step in timings.steps if options.timings else ():
        report(str(step))
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


def _share(text: str) -> tuple[int, int]:
    place, _, of = text.partition("/")
    if not (place.isdigit() and of.isdigit() and 1 <= int(place) <= int(of)):
        raise argparse.ArgumentTypeError("a share is written as 2/4: the second of four")
    return int(place), int(of)


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number
