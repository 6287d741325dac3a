"""Joins a copy's folder with upstream's sources: one library, one set of pages, every problem of both at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.library import Library, load_library
from toolkit.partnership.folder import Folder
from toolkit.partnership.overlay import Change, Laid, lay_over
from toolkit.partnership.pages import LocalPages, read_local_pages
from toolkit.partnership.policy import POLICY, fill_policy, unknown_gaps
from toolkit.partnership.read import Copy, check_copy, read_folder, read_nation
from toolkit.partnership.words import NATIONS, Words
from toolkit.problems import Problems, ProblemsFound
from toolkit.registers.draft import Draft
from toolkit.registers.models import MODELS


@dataclass
class Joined:
    """What a site is made from once a copy is joined in."""

    library: Library
    copy: Copy | None = None
    local: LocalPages = field(default_factory=LocalPages)
    words: Words = field(default_factory=Words)


@dataclass
class _Overlay:
    """Lays changes over the drafts, and keeps what became of them."""

    nation: Sequence[Change]
    changes: Sequence[Change]
    laid: Laid = field(default_factory=lambda: Laid([]))

    def __call__(self, drafts: list[Draft], problems: Problems) -> list[Draft]:
        upstream = lay_over(drafts, (), problems).upstream
        for_nation = lay_over(drafts, self.nation, problems)
        self.laid = lay_over(for_nation.drafts, self.changes, problems)
        self.laid.upstream = upstream  # for the order of the entries
        return self.laid.drafts


def join_copy(root: Path, catalogue: Path | None, areas: Iterable[str], folder: Folder, problems: Problems) -> Joined:
    """Upstream with a copy's folder; raises ProblemsFound when the registers cannot be used."""
    raw = read_folder(folder, problems)
    overlay = _Overlay(read_nation(root, raw, problems), raw.changes)
    library = None
    try:
        library = load_library(root, catalogue, areas, overlay, raw.forms)
    except ProblemsFound as found:
        problems.found += found.problems
    known = {key: getattr(library, key) for key in MODELS} if library else None
    copy = check_copy(raw, root, known, problems)
    if library is None or copy is None:
        read_local_pages(folder, root / "docs", problems)
        raise ProblemsFound(problems)
    library = replace(_in_order(library, overlay.laid, copy, areas), hidden_forms=raw.forms.hidden)
    words = Words(library.nouns, library.bodies, copy.partnership.nouns, copy.partnership.jurisdictions)
    _check_policy(root, copy, problems)
    return Joined(library, copy, read_local_pages(folder, root / "docs", problems), words)


def join_nothing(root: Path, catalogue: Path | None, areas: Iterable[str]) -> Joined:
    """Upstream alone."""
    library = load_library(root, catalogue, areas)
    return Joined(library, words=Words(library.nouns, library.bodies))


def filled(path: str, text: str, joined: Joined) -> str:
    """The model policy with the copy's values; any other page as it is."""
    if path != POLICY or joined.copy is None:
        return text
    return fill_policy(text, joined.copy.partnership.policy, joined.library.contacts)


def _in_order(library: Library, laid: Laid, copy: Copy, areas: Iterable[str]) -> Library:
    ordered = {key: laid.in_order(key, getattr(library, key).values()) for key in MODELS}
    return replace(
        library,
        **{key: {entry.id: entry for entry in entries} for key, entries in ordered.items()},  # type: ignore[arg-type]
        areas_shown=frozenset(areas) | set(copy.partnership.areas),
        hidden=laid.hidden,
        nations_left_out=frozenset(NATIONS) - set(copy.partnership.jurisdictions),
    )


def _check_policy(root: Path, copy: Copy, problems: Problems) -> None:
    path = root / "docs" / POLICY
    for key, message in unknown_gaps(copy.partnership.policy, path.read_text("utf-8-sig") if path.is_file() else ""):
        problems.add(copy.settings_name, copy.line("policy", key), message)
