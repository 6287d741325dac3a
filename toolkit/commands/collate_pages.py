"""The pages of a collation: the report, and a page for a board. Each is one HTML file that needs no other."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from toolkit.collation.collate import Skipped
from toolkit.collation.options import ReportOptions
from toolkit.collation.report import Report
from toolkit.languages.language import Language
from toolkit.site.fragments.render import make_environment
from toolkit.spreadsheet.summary import Summary

STYLE, BOARD_STYLE = (Path(__file__).with_name(name) for name in ("report.css", "board.css"))
LONGEST_TABLE = 300  # rows that the report shows at once
MOST_ROWS = 10_000  # that it shows at all: a page of more opens slowly
MOST_BOARD_ROWS = {"comparison": 12}  # of a table on a board's page: two sheets hold no more
FEWER_BOARD_ROWS = 6  # of any other


@dataclass(frozen=True)
class Collation:
    """What became of every file: the reports, by form, and what gave nothing."""

    reports: Sequence[Report]
    not_read: Sequence[Skipped]
    passed_over: Sequence[Skipped]
    options: ReportOptions
    language: Language

    @property
    def count(self) -> int:
        """How many plans are counted."""
        return sum(report.count for report in self.reports)

    @property
    def are_files_named(self) -> bool:
        """Whether the report may name files."""
        return self.options.has_texts


def render_report(root: Path, collation: Collation) -> bytes:
    """The report as an HTML file."""
    return _render(
        root, collation.language, "collated-report", STYLE, collation=collation, **_texts(collation)
    ).encode()


def render_board(root: Path, collation: Collation, report: Report) -> bytes:
    """The page for a board on one form's files."""
    short = [table.first_rows(MOST_BOARD_ROWS.get(table.key, FEWER_BOARD_ROWS)) for table in report.board]
    tables = [(table, len(whole.rows) - len(table.rows)) for table, whole in zip(short, report.board, strict=True)]
    values = {"report": report, "tables": tables, **_texts(collation)}
    return _render(root, collation.language, "board-report", BOARD_STYLE, **values).encode()


def make_summary(collation: Collation, report: Report) -> Summary:
    """The first sheet of a workbook: what the page for a board says."""
    t = collation.language.translate
    numbers = {"number": len(collation.not_read), "number_passed": len(collation.passed_over)}
    notes = (t("report.board-made", day=collation.language.day(collation.options.today)), *report.notes)
    name = t("report.summary") if len(collation.reports) == 1 else f"{t('report.summary')}, {report.form.title}"
    title = t("report.board", title=report.form.title)
    return Summary(name, title, (*notes, t("report.not-read-count", **numbers)), report.figures, report.board)


def _texts(collation: Collation) -> dict[str, object]:
    return {
        "today": collation.language.day(collation.options.today),
        "longest": LONGEST_TABLE,
        "most": MOST_ROWS,
        "not_read": collation.not_read,
        "passed_over": collation.passed_over,
        "named": collation.are_files_named,
    }


def _render(root: Path, language: Language, component: str, style_path: Path, **values: object) -> str:
    style = style_path.read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = make_environment(root, language).get_template(f"{component}/{component}.html")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return template.render(style=Markup(style), policy=policy, **values)
