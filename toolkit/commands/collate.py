"""The command behind scripts/collate_plans.py."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.answers.folder import Listing, list_files
from toolkit.answers.unreadable import FOREIGN
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.catalogue.translations import load_translations
from toolkit.collation.before import pair_plans
from toolkit.collation.collate import Translation, collate, skip
from toolkit.collation.offers import Offers
from toolkit.collation.options import ReportOptions
from toolkit.collation.plan import Plan
from toolkit.collation.report import make_report
from toolkit.collation.splits import WrongFilter, meets, parse_filters
from toolkit.commands.collate_arguments import read_arguments
from toolkit.commands.collate_messages import ReadingResult, report_counts, report_unread_days
from toolkit.commands.collate_outputs import Outputs, answers_of, write_outputs
from toolkit.commands.collate_pages import Collation, make_summary, render_board, render_report
from toolkit.commands.reading import ReadingProcess
from toolkit.commands.report import WRONG
from toolkit.site.compose.empty_files import templates_of_forms
from toolkit.site.compose.formats import READ_ENDINGS
from toolkit.sources.problems import ProblemsFound
from toolkit.spreadsheet.workbook import write_workbook


def collate_plans(root: Path, arguments: Sequence[str]) -> int:
    """Reads filled forms and writes a spreadsheet, a report and a page for a board.

    0: every file was read. 1: some file was not, or something could not be written; what could be done was done.
    """
    from macros import MACROS

    options = read_arguments(list(arguments))
    with ReadingProcess() as process:  # starts while the library is read
        try:
            library = load_library(root)
            filters = parse_filters(options.where, library.forms.values())
        except ProblemsFound as error:
            print("\n".join(map(str, error.problems)), file=sys.stderr)
            return WRONG
        except WrongFilter as error:
            print(f"--where: {error}", file=sys.stderr)
            return WRONG
        wishes = ReportOptions(options.today, filters, options.smallest, options.without_names)
        read_listing = _reader(root, MACROS, library, process)
        try:
            now = read_listing(list_files(options.files, READ_ENDINGS))
            before = read_listing(list_files(options.before, READ_ENDINGS))
            return _write(root, library, now, before, wishes, options)
        except MemoryError:
            print("There is too little memory for so many files. Collate fewer at once.", file=sys.stderr)
            return WRONG


def _reader(
    root: Path, macros: Mapping[str, Any], library: Library, process: ReadingProcess
) -> Callable[[Listing], ReadingResult]:
    """Reads what a listing has."""
    templates_of = templates_of_forms(root, macros)
    translations = cache(lambda: _read_translations(root, macros))

    def read_listing(listing: Listing) -> ReadingResult:
        language = library.language
        plans, skipped = collate(listing.files, library.forms, language, process.read_file, templates_of, translations)
        foreign = [file for file in skipped if file.path in listing.uncertain and file.reason in FOREIGN]
        not_read = [skip(*pair, language) for pair in listing.not_read]
        passed_over = [skip(*pair, language) for pair in listing.passed_over]
        return ReadingResult(
            plans, [*not_read, *(file for file in skipped if file not in foreign)], passed_over + foreign
        )

    return read_listing


def _read_translations(root: Path, macros: Mapping[str, Any]) -> tuple[Translation, ...]:
    """The forms that are translated, for documents that may be in another language than English."""
    return tuple(
        Translation(
            {id: form for id, form in library.forms.items() if library.is_translated("Form", id)},
            templates_of_forms(root, macros, library),
        )
        for library in load_translations(root)
    )


def _write(
    root: Path,
    library: Library,
    now: ReadingResult,
    before: ReadingResult,
    wishes: ReportOptions,
    options: argparse.Namespace,
) -> int:
    """Says what was not read, writes the outputs, and gives the exit code."""
    not_read, passed_over = [*now.not_read, *before.not_read], [*now.passed_over, *before.passed_over]
    for outcome, files in (("not read", not_read), ("passed over", passed_over)):
        for file in files:
            print(f"{file.file}: {outcome}. {file.why}", file=sys.stderr)
    plans = {id: group for id, members in now.plans.items() if (group := _filter(members, wishes))}
    report_unread_days(library, plans)
    if not plans:
        print(f"{_explain_nothing(now)}, so nothing was written.", file=sys.stderr)
        return WRONG
    offers = Offers(library, root / "docs", options.site or "")
    reports = [
        make_report(
            library.forms[id],
            members,
            _earlier(now.plans[id], members, before.plans.get(id, ()), wishes),
            wishes,
            library.language,
            offers,
        )
        for id, members in plans.items()
    ]
    collation = Collation(reports, not_read, passed_over, wishes, library.language)
    pairs = [(library.forms[id], plan) for id, members in plans.items() for plan in members] if options.json else []
    is_written = write_outputs(options.out, _outputs(root, collation, pairs))
    report_counts(now, before, collation)
    return 0 if is_written and not not_read else WRONG


def _filter(plans: Sequence[Plan], wishes: ReportOptions) -> tuple[Plan, ...]:
    return tuple(plan for plan in plans if meets(plan, wishes.filters))


def _earlier(
    plans: Sequence[Plan], members: Sequence[Plan], before: Sequence[Plan], wishes: ReportOptions
) -> tuple[Plan, ...]:
    """The plans from before that belong to the plans in the report, or to no plan of now and are as filters ask."""
    pairs = pair_plans(plans, before)
    chosen = {old for plan, old in pairs.pairs if plan in members} | set(_filter(pairs.only_before, wishes))
    return tuple(plan for plan in before if plan in chosen)


def _explain_nothing(now: ReadingResult) -> str:
    return "No plan has the answers that --where asks for" if now.plans else "No file could be read"


def _outputs(root: Path, collation: Collation, pairs: Sequence[tuple[Any, Plan]]) -> Outputs:
    language, reports = collation.language, collation.reports
    title = language.translate("report.title")
    summaries = [make_summary(collation, report) for report in reports]
    sheets = [(report.form.title, report.tables) for report in reports]
    answers = [(report.form.title, report.answers) for report in reports if report.answers]
    yield ".xlsx", lambda: write_workbook(sheets, title, summaries)
    if answers:
        yield "-answers.xlsx", lambda: write_workbook(answers, title)
    yield ".html", lambda: render_report(root, collation)
    for report in reports:
        ending = f"-board-{report.form.id}.html" if len(reports) > 1 else "-board.html"
        yield ending, lambda report=report: render_board(root, collation, report)  # type: ignore[misc]
    yield from answers_of(pairs)
