"""Each file of cases/ holds what must hold, a pathway file, and the exact problems that are told of it."""

from pathlib import Path

import pytest

from tests.read_data import read_pathways
from toolkit.sources.problems import ProblemsFound

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
KNOWN = {
    "topics": ["images", "trauma"],
    "sources": ["county-toolkit"],
    "contacts": ["police", "front-door"],
    "resources": ["childline"],
    "pages": ["toolkit/trauma.md"],
}


def problems_of(folder, text, known=KNOWN):
    path = folder / "small.yml"
    path.write_text(text, "utf-8")
    try:
        read_pathways({"data/pathways/small.yml": path}, known)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_problems_are_told_with_file_line_and_what_to_do(tmp_path, case):
    _, text, expected = case.read_text("utf-8").split("=====\n")
    assert expected.splitlines() == problems_of(tmp_path, text)


def test_names_are_not_checked_where_the_registers_are_not_sound(tmp_path):
    text = (Path(__file__).parent / "cases" / "unknown-names.txt").read_text("utf-8").split("=====\n")[1]
    assert [] == problems_of(tmp_path, text, known=None)


def test_problems_of_all_files_are_told_at_once(tmp_path):
    files = {}
    for name in ("one", "two"):
        files[f"data/pathways/{name}.yml"] = tmp_path / f"{name}.yml"
        (tmp_path / f"{name}.yml").write_text("steps: []\n", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_pathways(files, KNOWN)
    assert ["data/pathways/one.yml", "data/pathways/two.yml"] == [problem.file for problem in found.value.problems]
