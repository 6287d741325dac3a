"""Compares the forms with an earlier state of them: a folder, or a revision of git."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from toolkit.forms.earlier import changes_since
from toolkit.forms.read import FORMS_FOLDER, describe_path, form_files, read_form_sources
from toolkit.sources.problems import Problem, Problems, ProblemsFound, quote
from toolkit.sources.yaml_source import Source


def compare_forms(root: Path, files: Mapping[str, Path], earlier: str) -> int:
    """How many forms were compared with those of a folder or revision; raises ProblemsFound with what would be lost.

    A folder is a project, or its folder of forms.
    """
    folder = Path(earlier)
    if earlier and folder.is_dir():
        return _compare(files, _forms_in(folder), earlier)
    with tempfile.TemporaryDirectory() as copy:
        _take_out(root, earlier, Path(copy))
        return _compare(files, _forms_in(Path(copy)), earlier)


def _forms_in(folder: Path) -> dict[str, Path]:
    inside = {f"{FORMS_FOLDER}/{path.name}": path for path in sorted(folder.glob("*.yml"))}
    return form_files(folder) or (inside if folder.name == FORMS_FOLDER else {})


def _compare(files: Mapping[str, Path], earlier: Mapping[str, Path], name: str) -> int:
    problems = Problems()
    if not earlier:
        problems.add(name, 0, f"holds no forms. Name a project, its folder {FORMS_FOLDER}/, or a revision of git")
    former = _by_id(read_form_sources({f"{name}: {file}": path for file, path in earlier.items()}, problems))
    now = _by_id(read_form_sources(files, problems))
    for id, source in former.items():
        if id not in now:
            message = f"the form is gone, and answers that people have saved would open nowhere. Put {id}.yml back"
            problems.add(f"{FORMS_FOLDER}/{id}.yml", 0, message)
            continue
        current = now[id]
        for where, message in changes_since(source.data, current.data):
            problems.add(current.file, current.line(where), f"{describe_path(current.data, where)}{message}")
    problems.stop_if_any()
    return len(former)


def _by_id(sources: Iterable[Source]) -> dict[str, Source]:
    pairs = [(source.data.get("id"), source) for source in sources if isinstance(source.data, dict)]
    return {id: source for id, source in pairs if isinstance(id, str)}


def _take_out(root: Path, revision: str, folder: Path) -> None:
    """Writes the forms of a revision into a folder; raises ProblemsFound where git has no such revision."""
    commit = _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    tree = f"{commit.decode().strip()}:./{FORMS_FOLDER}"
    (folder / FORMS_FOLDER).mkdir()
    for name in _git(root, revision, "ls-tree", "-z", "--name-only", tree).decode("utf-8", "replace").split("\0"):
        if name.endswith(".yml"):
            content = _git(root, revision, "cat-file", "blob", f"{tree}/{name}")
            (folder / FORMS_FOLDER / name).write_bytes(content)


def _git(root: Path, revision: str, *arguments: str) -> bytes:
    try:
        program = shutil.which("git") or "git"
        done = subprocess.run([program, "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as error:
        advice = "Install it, or name a folder that holds the earlier forms"
        raise ProblemsFound([Problem(quote(revision), 0, f"git cannot be run ({error.strerror}). {advice}")]) from error
    if done.returncode:
        message = "is neither a folder nor a revision of git that holds forms. Name one, such as HEAD~1 or ../earlier"
        raise ProblemsFound([Problem(quote(revision), 0, message)])
    return done.stdout
