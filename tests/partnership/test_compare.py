"""An upgrade: what upstream changed beneath each local change since somebody last looked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.overlays.folder import find_folder
from toolkit.partnership.compare import compare_copy, record
from toolkit.site.model import Options
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound

FILES = {
    "notes/toolkit/trauma.md": "## In short\n\nOurs.\n",
    "docs/toolkit/language.md": "---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n",
    "resources.yml": "replace:\n  - id: childline\n    summary: Ours.\nhide:\n  - id: mankind\n    reason: Not here.\n",
}


def states(root: Path, folder: Path) -> dict[str, str]:
    return {item.record: item.state for item in compare_copy(root, find_folder(root, str(folder)))}


def test_a_change_upstream_beneath_a_local_change_is_shown(
    project: Path, copy_folder: Callable[[dict[str, str]], Path]
) -> None:
    folder = copy_folder(FILES)
    names = {"docs/toolkit/trauma.md", "docs/toolkit/language.md", "resources/childline.json", "resources/mankind.json"}
    assert dict.fromkeys(names, "unrecorded") == states(project, folder)
    record(project, find_folder(project, str(folder)))
    assert dict.fromkeys(names, "same") == states(project, folder)

    chapter = project / "docs/toolkit/trauma.md"
    chapter.write_text(
        chapter.read_text("utf-8").replace("## In short\n", "## In short\n\n- A new first point.\n"), "utf-8"
    )
    catalogue = project / "resources.yml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("0800 1111", "0800 2222"), "utf-8")

    changed = {i.record: i for i in compare_copy(project, find_folder(project, str(folder))) if i.state == "changed"}
    assert {"docs/toolkit/trauma.md", "resources/childline.json"} == set(changed)
    assert "+- A new first point." in changed["docs/toolkit/trauma.md"].difference
    assert any(line.startswith("-") and "0800 1111" in line for line in changed["resources/childline.json"].difference)


def test_what_upstream_took_away_is_gone_and_stops_the_build_with_advice(
    project: Path, copy_folder: Callable[[dict[str, str]], Path]
) -> None:
    folder = copy_folder(FILES)
    record(project, find_folder(project, str(folder)))
    catalogue = project / "resources.yml"
    text = catalogue.read_text("utf-8")
    start = text.index("  - id: mankind\n")
    catalogue.write_text(text[:start] + text[text.index("\n  - id:", start) + 1 :], "utf-8")
    (project / "docs/toolkit/language.md").unlink()

    assert "gone" == states(project, folder)["resources/mankind.json"]
    assert "gone" == states(project, folder)["docs/toolkit/language.md"]
    with pytest.raises(ProblemsFound) as found:
        read_site(project, MACROS, Options(partnership=str(folder)))
    assert any(
        "hides the resource 'mankind', which the toolkit does not have (any more)" in str(p)
        for p in found.value.problems
    )


def test_a_record_of_a_change_that_is_no_more_is_taken_away(
    copy_folder: Callable[[dict[str, str]], Path], project: Path
) -> None:
    folder = copy_folder(FILES)
    record(project, find_folder(project, str(folder)))
    (folder / "notes/toolkit/trauma.md").unlink()
    record(project, find_folder(project, str(folder)))
    assert not (folder / "upstream/docs/toolkit/trauma.md").exists()
    assert (folder / "upstream/docs/toolkit/language.md").exists()
