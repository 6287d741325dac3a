"""Begin, publish, and build many: a first build passes, what is missing stops it, and one failure stays one."""

from __future__ import annotations

import filecmp
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.checks.copy import examine_copy
from toolkit.partnership.scaffold import NewCopy, ask, slug_of, write_folder
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound

pytestmark = pytest.mark.build

ROOT = Path(__file__).resolve().parents[2]


def told(root: Path, options: Options) -> list[str]:
    try:
        read_site(root, MACROS, options)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


@pytest.mark.parametrize("nations", [("england",), ("wales",), ("england", "wales")])
def test_a_new_folder_is_sound_before_any_edit(nations: tuple[str, ...], tmp_path: Path) -> None:
    answers = NewCopy('O\'Brien & "Sons" Tŷ <b>', 'The "toolkit"', "school", nations, ("essex",), "#0b4a5e")
    folder = write_folder(ROOT, "new", answers, tmp_path)
    assert [] == told(ROOT, Options(partnership=str(folder)))
    site = read_site(ROOT, MACROS, Options(partnership=str(folder)))
    assert site.copy and answers.name == site.copy.partnership.name


def test_a_folder_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    write_folder(ROOT, "new", NewCopy("A", "B"), tmp_path)
    with pytest.raises(ProblemsFound, match="is there already"):
        write_folder(ROOT, "new", NewCopy("A", "B"), tmp_path)


def test_only_open_questions_are_asked() -> None:
    asked = []

    def read(question: str) -> str:
        asked.append(question)
        return {"What": "Our site"}.get(question.split(maxsplit=1)[0], "")

    answers = ask({"name": "Ours", "kind": "trust", "nation": "wales"}, read, ROOT)
    assert ("Our site", "trust", "") == (answers["site_name"], answers["kind"], answers["primary"])
    assert 2 == len(asked)
    assert "ty-gwyn-s-board" == slug_of("Ty Gwyn & S. Board!")


def test_an_answer_that_cannot_be_is_told_and_asked_for_again() -> None:
    asked: list[str] = []
    lines = iter(["Ours", "", "schol", "school", "wales", "blue", "#ffee00", ""])

    def read(question: str) -> str:
        asked.append(question)
        return next(lines)

    assert "school" == ask({}, read, ROOT)["kind"]
    assert "'schol' is not one of" in asked[3] and "Did you mean 'school'?" in asked[3]
    assert "'blue' is not a colour" in asked[6]
    assert "The nearest shade that passes is '#" in asked[7]


def test_a_publication_stops_at_each_missing_contact_and_names_the_pages(tmp_path: Path) -> None:
    folder = write_folder(ROOT, "new", NewCopy("A", "B"), tmp_path)
    problems = told(ROOT, Options(partnership=str(folder), for_publishing=True))
    assert ["front-door", "lado", "out-of-hours", "sarc"] == sorted(
        p.split("the contact '")[1].split("'")[0] for p in problems
    )
    assert all("pages need it: docs/" in problem for problem in problems)


def test_the_example_of_a_trust_could_be_published() -> None:
    assert [] == told(ROOT, Options(partnership="larkmead-trust", for_publishing=True))


def test_doctor_counts_a_numbers_review_from_the_day_on_which_it_was_written() -> None:
    site = read_site(ROOT, MACROS, Options(partnership="larkmead-trust"))
    headings = [finding.heading for finding in examine_copy(site, date(2027, 5, 23))]
    assert "Numbers that nobody has rung within their review period" not in headings
    (late,) = [f for f in examine_copy(site, date(2027, 5, 24)) if f.heading.startswith("Numbers")]
    assert 4 == len(late.items) and "due since 2027-05-23" in late.items[0]


def test_every_copy_is_built_as_if_alone_and_one_that_fails_is_named(project: Path, tmp_path: Path) -> None:
    write_folder(project, "plain", NewCopy("Plain", "Plain toolkit"))
    worded = write_folder(project, "worded", NewCopy("Worded", "Worded toolkit", "school", ("wales",)))
    (worded / "docs/toolkit").mkdir()
    (worded / "docs/toolkit/language.md").write_text("---\ntitle: Own\ndescription: O.\n---\n\n# Own\n", "utf-8")
    with (worded / "partnership.yml").open("a", encoding="utf-8") as settings:
        settings.write("languages: [cy, en]\npolicy:\n  headteacher: the principal\n")
    noted = write_folder(project, "noted", NewCopy("Noted", "Noted toolkit", primary="#5b2d86"))
    (noted / "notes/toolkit").mkdir()
    (noted / "notes/toolkit/trauma.md").write_text("## In short\n\nOurs.\n", "utf-8")
    (noted / "docs/ours.md").write_text("---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n", "utf-8")
    bad = write_folder(project, "bad", NewCopy("Bad", "Bad toolkit"))
    (bad / "resources.yml").write_text("hide:\n  - id: chidline\n    reason: x\n", "utf-8")

    said = build_all_apart(project, tmp_path / "all")

    assert "Failed: bad" in said and "partnerships/bad/resources.yml:2" in said
    assert not (tmp_path / "all/bad").exists()
    for slug in ("plain", "noted", "worded"):
        alone = build_and_publish(project, tmp_path / slug, Options(partnership=slug), "mkdocs", lambda _: None)
        assert [] == differences(alone, tmp_path / "all" / slug)


def build_all_apart(project: Path, out: Path) -> str:
    """What a build of every copy says, in a process of its own."""
    code = (
        "import sys; from pathlib import Path; from toolkit.site.copies import build_all;"
        "from toolkit.site.model import Options; build_all(Path(sys.argv[1]), Path(sys.argv[2]), Options(), print)"
    )
    command = [sys.executable, "-c", code, str(project), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def differences(one: Path, other: Path) -> list[str]:
    names = {p.relative_to(d).as_posix() for d in (one, other) for p in d.rglob("*") if p.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, sorted(names), shallow=False)
    return different + missing
