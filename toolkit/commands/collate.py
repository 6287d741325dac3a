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
    given = _parser().parse_args(arguments)
    try:
        library = load_library(root)
    except ProblemsFound as found:
        print("\n".join(map(str, found.problems)), file=sys.stderr)
        return WRONG
    language = library.language
    collated, skipped = collate(_listed(given.files), library.forms, given.today, language, read_answers)
    for one in skipped:
        print(f"{one.file}: not read. {one.why}", file=sys.stderr)
    _say_unread_days(collated)
    if not collated:
        print("No file could be read, so nothing was written.", file=sys.stderr)
        return WRONG
    groups = [(group.form.title, group.tables) for group in collated]
    html = report(root, collated, skipped, given.today, language)
    outputs = {".xlsx": write_workbook(groups, language.translate("report.title")), ".html": html.encode()}
    if given.json:
        outputs |= _answers(collated)
    if not _write(given.out, outputs):
        return WRONG
    read = sum(len(group.filled) for group in collated)
    print(f"{read} {'file' if read == 1 else 'files'} read, {len(skipped)} skipped.")
    return WRONG if skipped else 0


def _say_unread_days(collated: list[Collated]) -> None:
    """Says which dates were not understood. What cannot be overdue for that reason must not be missed in silence."""
    for group in collated:
        for one in group.filled:
            found = unread_days(group.form, one.current.texts)
            dates = "; ".join(f"{text!r} ({asked})" for _, asked, text in found)
            if found:
                what = "date was" if len(found) == 1 else "dates were"
                print(f"{one.file}: {len(found)} {what} not understood, so not counted: {dates}.", file=sys.stderr)


def report(root: Path, collated: list[Collated], skipped: list[Skipped], today: date, language: Language) -> str:
    """The report as one HTML file that stands alone."""
    template = make_environment(root, language).get_template("collated-report/collated-report.html")
    return template.render(
        style=STYLE.read_text("utf-8"),
        today=language.day(today),
        count=sum(len(group.filled) for group in collated),
        groups=collated,
        skipped=skipped,
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


def _listed(files: Sequence[Path]) -> list[Path]:
    """The files, with each folder replaced by the forms in it."""
    found: list[Path] = []
    for path in files:
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in READ_ENDINGS) if path.is_dir() else []
        found += inside or [path]
    return list(dict.fromkeys(found))


def _answers(collated: list[Collated]) -> dict[str, bytes]:
    """The answers of each file as a form's page saves them, by the end of the new file's name."""
    files: dict[str, bytes] = {}
    for group in collated:
        for one in group.filled:
            stem, number = Path(one.file).stem, len(files) + 1
            ending = f"-json/{stem}.json"
            texts = {**one.current.gone, **one.current.texts}
            content = write_json(group.form, texts, "", one.version).encode()
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
