"""The command behind scripts/collate_plans.py."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from toolkit.answers.answers import write_json
from toolkit.answers.collate import Collated, Skipped, collate
from toolkit.answers.review import unread_days
from toolkit.catalogue.read import load_library
from toolkit.languages.language import Language
from toolkit.site.formats import READ_ENDINGS, read_answers
from toolkit.site.fragments import make_environment
from toolkit.sources.problems import ProblemsFound
from toolkit.spreadsheet.workbook import write_workbook

STYLE = Path(__file__).with_name("report.css")
WRONG = 1


def collate_plans(root: Path, arguments: Sequence[str]) -> int:
    """Reads filled forms and writes a spreadsheet and a report.

    0: every file was read. 1: some file was not, or nothing could be written; what could be done was done.
    """
    options = _parser().parse_args(arguments)
    try:
        library = load_library(root)
    except ProblemsFound as error:
        print("\n".join(map(str, error.problems)), file=sys.stderr)
        return WRONG
    language = library.language
    files = _expand_folders(options.files)
    groups, skipped_files = collate(files, library.forms, options.today, language, read_answers)
    for file in skipped_files:
        print(f"{file.file}: not read. {file.why}", file=sys.stderr)
    _report_unread_days(groups)
    if not groups:
        print("No file could be read, so nothing was written.", file=sys.stderr)
        return WRONG
    sheets = [(group.form.title, group.tables) for group in groups]
    html = report(root, groups, skipped_files, options.today, language)
    outputs = {".xlsx": write_workbook(sheets, language.translate("report.title")), ".html": html.encode()}
    if options.json:
        outputs |= _answers(groups)
    if not _write(options.out, outputs):
        return WRONG
    count = sum(len(group.filled) for group in groups)
    print(f"{count} {'file' if count == 1 else 'files'} read, {len(skipped_files)} skipped.")
    return WRONG if skipped_files else 0


def _report_unread_days(groups: list[Collated]) -> None:
    """Reports dates that were not understood. What cannot be overdue for that reason must not be missed in silence."""
    for group in groups:
        for file in group.filled:
            days = unread_days(group.form, file.current.texts)
            dates = "; ".join(f"{text!r} ({question})" for _, question, text in days)
            if days:
                what = "date was" if len(days) == 1 else "dates were"
                print(f"{file.file}: {len(days)} {what} not understood, so not counted: {dates}.", file=sys.stderr)


def report(root: Path, groups: list[Collated], skipped_files: list[Skipped], today: date, language: Language) -> str:
    """The report as one HTML file that needs no other."""
    template = make_environment(root, language).get_template("collated-report/collated-report.html")
    return template.render(
        style=STYLE.read_text("utf-8"),
        today=language.day(today),
        count=sum(len(group.filled) for group in groups),
        groups=groups,
        skipped=skipped_files,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="collate_plans.py",
        description="Put filled forms of many settings side by side: JSON, Word and PDF files in any mix.",
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


def _expand_folders(files: Sequence[Path]) -> list[Path]:
    """The files, with each folder replaced by the forms in it."""
    paths: list[Path] = []
    for path in files:
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in READ_ENDINGS) if path.is_dir() else []
        paths += inside or [path]
    return list(dict.fromkeys(paths))


def _answers(groups: list[Collated]) -> dict[str, bytes]:
    """The answers of each file as a form's page saves them, by the end of the new file's name."""
    files: dict[str, bytes] = {}
    for group in groups:
        for file in group.filled:
            stem, number = Path(file.file).stem, len(files) + 1
            ending = f"-json/{stem}.json"
            texts = {**file.current.gone, **file.current.texts}
            content = write_json(group.form, texts, "", file.version).encode()
            files[f"-json/{stem}-{number}.json" if ending in files else ending] = content
    return files


def _write(name: Path, outputs: dict[str, bytes]) -> bool:
    for ending, content in outputs.items():
        target = Path(f"{name}{ending}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as error:
            print(f"{target}: cannot be written ({error.strerror}). Name another place with --out.", file=sys.stderr)
            return False
        print(f"Written: {target}")
    return True


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-23") from None
