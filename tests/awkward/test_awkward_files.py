"""The page of a form and the command that collates give the same verdict on the same awkward file."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from tests.awkward.make import AWKWARD
from tests.forms.conftest import allotment, known, library  # noqa: F401 - fixtures
from tests.search.node import NODE, speak_english
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.files import read_answers
from toolkit.answers.unreadable import Unreadable
from toolkit.forms.definition import Form
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.site.compose.formats import READINGS

HERE = Path(__file__).parent
VERDICTS: dict[str, str] = json.loads((HERE / "verdicts.json").read_text("utf-8"))
DEFINITION = HERE.parent / "vectors/forms/allotment-plan.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files, each named for its place in the table."""
    made = tmp_path_factory.mktemp("awkward")
    for number, make in enumerate(AWKWARD.values()):
        (made / f"{number:03}").write_bytes(make())
    return made


def judge(content: bytes, form: Form) -> tuple[str, str]:
    """The verdict, and the SHA-256 of the answers."""
    try:
        answers = read_answers(content, READINGS)
    except Unreadable as unreadable:
        return str(unreadable.reason).removesuffix("-in-word").removesuffix("-in-pdf"), ""
    if answers.form not in ("", form.id):
        return "files.other-form", ""
    current = bring_up_to_date(form, answers)
    if not answers.form and not current.texts:
        return "files.no-answers", ""
    kept = json.dumps(sorted(current.texts.items()), ensure_ascii=False, separators=(",", ":"))
    return f"read ({len(current.texts)} answers)", hashlib.sha256(kept.encode()).hexdigest()


@pytest.fixture(scope="module")
def of_the_command(folder: Path, allotment: Form) -> list[tuple[str, str]]:  # noqa: F811
    return [judge(file.read_bytes(), allotment) for file in sorted(folder.iterdir())]


def test_every_awkward_file_has_a_verdict() -> None:
    assert list(AWKWARD) == list(VERDICTS)


def test_the_command_gives_each_awkward_file_its_verdict(of_the_command: list[tuple[str, str]]) -> None:
    assert VERDICTS == dict(zip(AWKWARD, (verdict for verdict, _ in of_the_command), strict=True))


def test_the_page_gives_each_awkward_file_the_same_verdict_and_the_same_answers(
    folder: Path, of_the_command: list[tuple[str, str]], root: Path, tmp_path: Path
) -> None:
    words = read_languages(root)[ENGLISH].words
    reasons = [(key, str(text).split("{")[0]) for key, text in words.items() if key.startswith("files.")]
    (tmp_path / "words.json").write_text(json.dumps(sorted(reasons, key=lambda pair: -len(pair[1]))))
    script = [str(HERE / "read_files.mjs"), str(DEFINITION), str(tmp_path / "words.json")]
    command = [*NODE, *speak_english(root, tmp_path), *script, *map(str, sorted(folder.iterdir()))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    of_the_page = map(tuple, json.loads(done.stdout))
    assert dict(zip(AWKWARD, of_the_command, strict=True)) == dict(zip(AWKWARD, of_the_page, strict=True))
