"""The command as somebody calls it: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.collation.synthetic import invent_settings, move_on, write_files
from toolkit.answers.answers import write_json
from toolkit.catalogue.library import Library
from toolkit.commands.collate import collate_plans

pytestmark = pytest.mark.usefixtures("one_reading_process")
DAY = ("--today", "2026-11-28")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Twelve plans, those of a year before, and a file that is broken."""
    settings = invent_settings(12)
    write_files(settings, tmp_path / "now")
    write_files([move_on(facts, 0) for facts in settings[2:]], tmp_path / "before", 1)
    (tmp_path / "now/Hill Road.docx").write_bytes(b"PK")
    return tmp_path / "now", tmp_path / "before"


def texts_in(path: Path) -> str:
    """Everything that is written in a page, or in the parts of a workbook."""
    if path.suffix == ".html":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def outputs(folder: Path) -> dict[str, str]:
    return {path.name: texts_in(path) for path in sorted(folder.iterdir()) if path.is_file()}


def test_everything_is_written_and_what_is_broken_is_named(
    root: Path, folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now, before = folders
    out = tmp_path / "out/report"
    site = ("--site", "https://toolkit.example/copy")
    assert 1 == collate_plans(root, [str(now), "--before", str(before), "--out", str(out), *site, *DAY])
    said = capsys.readouterr()
    assert "Hill Road.docx: not read." in said.err
    assert "12 files read, 10 from before, 1 not read, 0 passed over." in said.out
    written = outputs(out.parent)
    assert ["report-answers.xlsx", "report-board.html", "report.html", "report.xlsx"] == list(written)
    assert "Hill Road.docx" in written["report.html"]
    assert "Files that could not be read: 1." in written["report-board.html"]
    assert "Files that could not be read: 1." in written["report.xlsx"]
    assert 'href="https://toolkit.example/copy/' in written["report.html"]
    for page in (written["report.html"], written["report-board.html"]):
        assert "default-src &#39;none&#39;" in page and "style=" not in page and "<script" not in page


def test_without_names_no_file_says_a_name_of_a_setting_a_person_or_a_file(
    root: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    now, before = folders
    arguments = [str(now), "--before", str(before), "--out", str(tmp_path / "out/report"), "--without-names", *DAY]
    assert 1 == collate_plans(root, arguments)
    written = outputs(tmp_path / "out")
    assert ["report-board.html", "report.html", "report.xlsx"] == list(written)
    for name, text in written.items():
        assert not any(word in text for word in ("School 0", "Hill Road", "Deputy head", "Activity 1", ".json")), name
    assert "Setting 12" in written["report.html"]
    assert "Files that could not be read: 1." in written["report.html"]


def test_with_small_numbers_withheld_no_file_has_a_line_for_a_setting(
    root: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    now, before = folders
    arguments = [str(now), "--before", str(before), "--out", str(tmp_path / "out/report"), "--smallest", "5", *DAY]
    assert 1 == collate_plans(root, arguments)
    written = outputs(tmp_path / "out")
    assert ["report-board.html", "report.html", "report.xlsx"] == list(written)
    for name, text in written.items():
        assert "School 0" not in text and "[c] stands for a count" in text, name


def test_a_filter_limits_all_that_is_written(
    root: Path, folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now, before = folders
    settings = invent_settings(12)
    chosen = {facts.name for facts in settings if facts.phase == "Primary"}
    arguments = [str(now), "--before", str(before), "--where", "phase=PRIM", "--out", str(tmp_path / "out/report")]
    assert 1 == collate_plans(root, [*arguments, *DAY])
    assert f"12 files read, {len(chosen)} as --where asks" in capsys.readouterr().out
    for text in outputs(tmp_path / "out").values():
        assert not any(facts.name in text for facts in settings if facts.name not in chosen)
    assert 0 < len(chosen) < 12
    assert 1 == collate_plans(root, [str(now), "--where", "district=Nowhere", "--out", str(tmp_path / "none"), *DAY])
    assert "No plan has the answers that --where asks for, so nothing was written." in capsys.readouterr().err
    assert not list(tmp_path.glob("none*"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--smallest", "2"], "write a whole number from 3, such as 5"),
        (["--smallest", "few"], "write a whole number from 3, such as 5"),
        (["--json", "--without-names"], "--json writes whole answers with their names"),
        (["--json", "--smallest", "5"], "--json writes whole answers with their names"),
        (["--site", "toolkit.example"], "write the address of the site's first page"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(
    arguments: list[str], sentence: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        collate_plans(root, ["nothing", *arguments])
    assert sentence in capsys.readouterr().err


def test_an_empty_folder_gives_nothing_and_says_so(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert 1 == collate_plans(root, [str(tmp_path / "empty"), "--out", str(tmp_path / "none")])
    assert "No file could be read, so nothing was written." in capsys.readouterr().err
    assert ["empty"] == [path.name for path in tmp_path.iterdir()]


def test_several_forms_have_a_page_for_a_board_each(
    root: Path, folders: tuple[Path, Path], tmp_path: Path, library: Library
) -> None:
    now, _ = folders
    survey = write_json(library.forms["staff-survey"], {"ability/ability": "red"}, "")
    (now / "survey.json").write_text(survey, "utf-8")
    collate_plans(root, [str(now), "--out", str(tmp_path / "out/report"), *DAY])
    names = [name for name in outputs(tmp_path / "out") if "board" in name]
    assert ["report-board-staff-survey.html", "report-board-whole-setting-improvement-plan.html"] == names


@pytest.mark.browser
def test_the_page_for_a_board_is_two_sheets_at_most_and_sound(
    root: Path, folders: tuple[Path, Path], tmp_path: Path, chromium: Browser
) -> None:
    write_files(invent_settings(60), folders[0])
    collate_plans(root, [str(folders[0]), "--before", str(folders[1]), "--out", str(tmp_path / "out"), *DAY])
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto((tmp_path / "out-board.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("svg.bar rect").count() > 10
    assert "rgb(30, 126, 69)" == page.locator("svg.bar rect.green").first.evaluate("bar => getComputedStyle(bar).fill")
    assert Axe().run(page).violations_count == 0
    assert [] == messages
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        assert 1 <= len(pdf.pages) <= 2
    page.close()
