"""The command behind scripts/collate_plans.py."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.answers.answers import Answers
from toolkit.answers.folder import Listing, list_files
from toolkit.answers.review import unread_days
from toolkit.answers.unreadable import FOREIGN
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.catalogue.translations import load_translations
from toolkit.collation.collate import FormGroup, Skipped, TemplatesOf, Translation, collate, skip
from toolkit.commands.collate_outputs import Outputs, answers_of, write_outputs
from toolkit.commands.reading import ReadingProcess
from toolkit.commands.site import WRONG
from toolkit.languages.language import Language
from toolkit.site.compose.empty_files import templates_of_forms
from toolkit.site.compose.formats import READ_ENDINGS
from toolkit.site.fragments.render import make_environment
from toolkit.sources.problems import ProblemsFound
from toolkit.spreadsheet.workbook import write_workbook

STYLE = Path(__file__).with_name("report.css")
MOST_NAMED_DAYS = 5  # dates of a file that the command names; the report has all
LONGEST_TABLE = 300  # rows that the report shows at once
MOST_ROWS = 10_000  # that it shows at all: a page of more opens slowly


@dataclass(frozen=True)
class Collation:
    """What became of every file."""

    groups: list[FormGroup]
    not_read: list[Skipped]
    passed_over: list[Skipped]
    today: date
    language: Language

    @property
    def count(self) -> int:
        """How many files were read."""
        return sum(len(group.files) for group in self.groups)


def collate_plans(root: Path, arguments: Sequence[str]) -> int:
    """Reads filled forms and writes a spreadsheet and a report.

    0: every file was read. 1: some file was not, or something could not be written; what could be done was done.
    """
    from macros import MACROS

    options = _parser().parse_args(arguments)
    listing = list_files(options.files, READ_ENDINGS)
    with ReadingProcess() as process:  # starts while the library is read
        try:
            library = load_library(root)
        except ProblemsFound as error:
            print("\n".join(map(str, error.problems)), file=sys.stderr)
            return WRONG
        try:
            templates_of = templates_of_forms(root, MACROS)
            translations = cache(lambda: _read_translations(root, MACROS))
            collation = _collate(listing, library, options.today, process.read_file, templates_of, translations)
            return _write(root, collation, options)
        except MemoryError:
            print("There is too little memory for so many files. Collate fewer at once.", file=sys.stderr)
            return WRONG


def _collate(
    listing: Listing,
    library: Library,
    today: date,
    read_answers: Callable[[Path], Answers],
    templates_of: TemplatesOf,
    translations: Callable[[], Sequence[Translation]],
) -> Collation:
    language = library.language
    groups, skipped_files = collate(
        listing.files, library.forms, today, language, read_answers, templates_of, translations
    )
    is_foreign = [file.path in listing.uncertain and file.reason in FOREIGN for file in skipped_files]
    not_read = [skip(*pair, language) for pair in listing.not_read]
    not_read += [file for file, foreign in zip(skipped_files, is_foreign, strict=True) if not foreign]
    passed_over = [skip(*pair, language) for pair in listing.passed_over]
    passed_over += [file for file, foreign in zip(skipped_files, is_foreign, strict=True) if foreign]
    return Collation(groups, not_read, passed_over, today, language)


def _read_translations(root: Path, macros: Mapping[str, Any]) -> tuple[Translation, ...]:
    """The forms that are translated, for documents that may be in another language than English."""
    return tuple(
        Translation(
            {id: form for id, form in library.forms.items() if library.is_translated("Form", id)},
            templates_of_forms(root, macros, library),
        )
        for library in load_translations(root)
    )


def _write(root: Path, collation: Collation, options: argparse.Namespace) -> int:
    """Says what was not read, writes the outputs, and gives the exit code."""
    for outcome, files in (("not read", collation.not_read), ("passed over", collation.passed_over)):
        for file in files:
            print(f"{file.file}: {outcome}. {file.why}", file=sys.stderr)
    _report_unread_days(collation.groups)
    if not collation.groups:
        print("No file could be read, so nothing was written.", file=sys.stderr)
        return WRONG
    is_written = write_outputs(options.out, _outputs(root, collation, with_json=options.json))
    counts = f"{len(collation.not_read)} not read, {len(collation.passed_over)} passed over"
    print(f"{collation.count} {'file' if collation.count == 1 else 'files'} read, {counts}.")
    return 0 if is_written and not collation.not_read else WRONG


def _outputs(root: Path, collation: Collation, *, with_json: bool) -> Outputs:
    sheets = [(group.form.title, group.tables) for group in collation.groups]
    title = collation.language.translate("report.title")
    yield ".xlsx", lambda: write_workbook(sheets, title)
    yield ".html", lambda: report(root, collation).encode()
    if with_json:
        yield from answers_of(collation.groups)


def _report_unread_days(groups: list[FormGroup]) -> None:
    """Reports dates that were not understood. What cannot be overdue for that reason must not be missed in silence."""
    for group in groups:
        for file in group.files:
            days = unread_days(group.form, file.current.texts)
            quotes = [f"{text[:40]!r} ({question})" for _, question, text in days[:MOST_NAMED_DAYS]]
            more = [f"and {len(days) - MOST_NAMED_DAYS} more"] if len(days) > MOST_NAMED_DAYS else []
            dates = "; ".join(quotes + more)
            if days:
                what = "date was" if len(days) == 1 else "dates were"
                print(f"{file.name}: {len(days)} {what} not understood, so not counted: {dates}.", file=sys.stderr)


def report(root: Path, collation: Collation) -> str:
    """The report as one HTML file that needs no other."""
    template = make_environment(root, collation.language).get_template("collated-report/collated-report.html")
    return template.render(
        style=STYLE.read_text("utf-8"),
        today=collation.language.day(collation.today),
        count=collation.count,
        groups=collation.groups,
        longest=LONGEST_TABLE,
        most=MOST_ROWS,
        skipped=collation.not_read,
        passed_over=collation.passed_over,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="collate_plans.py",
        description="Put filled forms of many settings side by side, in any mix: JSON, Word, OpenDocument and PDF.",
        epilog="Example: python3 scripts/collate_plans.py plans/*.json plans/*.docx --out autumn",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a filled form, or a folder of them")
    parser.add_argument(
        "--out", type=Path, default=Path("collated"), metavar="NAME", help="writes NAME.xlsx, NAME.html"
    )
    parser.add_argument(
        "--json", action="store_true", help="also writes each file's answers to NAME-json/, to open on the form's page"
    )
    parser.add_argument("--today", type=_day, default=date.today(), metavar="DAY", help="count overdue from this day")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-23") from None
