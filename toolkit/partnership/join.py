"""Joins a copy's folder with upstream's sources: one library, one set of pages, every problem of both at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.catalogue.library import Library, load_library
from toolkit.languages.language import FOLDER, Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.changes import Laid
from toolkit.overlays.folder import LANGUAGES, Folder
from toolkit.overlays.layers import Layer, Layers, read_language, read_nation
from toolkit.overlays.words import Words
from toolkit.pages.local import LocalPages, read_local_pages
from toolkit.partnership.copy import Copy, check_copy
from toolkit.partnership.languages import in_language, raw_languages
from toolkit.partnership.nations import for_nations
from toolkit.partnership.policy import POLICY, fill_policy, unknown_gaps
from toolkit.partnership.prefill import prefilled
from toolkit.partnership.read import RawCopy, raw_nations, raw_nouns, read_folder
from toolkit.registers.models import MODELS
from toolkit.sources.problems import Problems, ProblemsFound


@dataclass
class Joined:
    """What a site is made from once a copy is joined in."""

    library: Library
    copy: Copy | None = None
    local: LocalPages = field(default_factory=LocalPages)
    words: Words = field(default_factory=Words)
    languages: tuple[Language, ...] = ()


def join_copy(
    root: Path,
    catalogue: Path | None,
    areas: Iterable[str],
    folder: Folder,
    problems: Problems,
    language: str | None = None,
) -> Joined:
    """Upstream with a copy's folder; raises ProblemsFound when the registers cannot be used."""
    spoken = read_languages(root)
    raw = read_folder(folder, problems)
    codes = raw_languages(raw, spoken)
    code = language or codes[0]
    raw = in_language(raw, code, problems)
    nations = raw_nations(raw)
    layers = Layers(_layers(root, raw, nations, code, problems), raw_nouns(raw), nations)
    library = None
    try:
        library = load_library(root, catalogue, areas, layers, code)
    except ProblemsFound as found:
        problems.found += found.problems
    known = {key: getattr(library, key) for key in MODELS} | {"languages": spoken} if library else None
    copy = check_copy(raw, root, known, problems)
    if library is None or copy is None:
        read_local_pages(folder, root / "docs", problems)
        raise ProblemsFound(problems)
    library = replace(_in_order(library, layers.laid, copy, areas), hidden_forms=raw.forms.hidden)
    library = for_nations(library, copy.partnership.jurisdictions)
    library = replace(library, forms=prefilled(library.forms, copy.partnership, library.contacts))
    _check_policy(root, copy, problems)
    local = read_local_pages(folder, root / "docs", problems)
    return Joined(library, copy, local, layers.words, tuple(spoken[code] for code in codes))


def join_nothing(root: Path, catalogue: Path | None, areas: Iterable[str]) -> Joined:
    """Upstream alone."""
    layers = Layers()
    library = load_library(root, catalogue, areas, layers)
    return Joined(library, words=layers.words, languages=(library.language,))


def _layers(root: Path, raw: RawCopy, nations: tuple[str, ...], code: str, problems: Problems) -> list[Layer]:
    """What is laid over upstream: what its nation changes, what its language says, then what the copy itself does."""
    nation, own = read_nation(root, nations, problems), Layer(raw.changes, raw.forms)
    if code == ENGLISH:
        return [nation, own]
    said = read_language(Folder(code, root / FOLDER / code, f"{FOLDER}/{code}"), problems)
    here = read_nation(root, nations, problems, code)
    folder = raw.folder.path / LANGUAGES / code
    local = read_language(Folder(code, folder, f"{raw.folder.name}/{LANGUAGES}/{code}"), problems)
    return [nation, said, here, own, local]


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
    )


def _check_policy(root: Path, copy: Copy, problems: Problems) -> None:
    path = root / "docs" / POLICY
    for key, message in unknown_gaps(copy.partnership.policy, path.read_text("utf-8-sig") if path.is_file() else ""):
        problems.add(copy.settings_name, copy.line("policy", key), message)
