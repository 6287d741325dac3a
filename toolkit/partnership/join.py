"""Joins a copy's folder with upstream's sources: one library, one set of pages, every problem of both at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from toolkit.catalogue.check import Checked
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import make_library, read_project, written_library
from toolkit.catalogue.written import UnsoundData, WrittenLibrary
from toolkit.languages.language import LANGUAGES_FOLDER, Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.folder import LANGUAGES, Folder
from toolkit.overlays.layers import Layer, read_language, read_nation, translated_entries
from toolkit.overlays.stages import WordChoice
from toolkit.overlays.words import Words
from toolkit.pages.local import LocalPages, read_local_pages
from toolkit.partnership.copy import Copy, check_copy
from toolkit.partnership.languages import in_language, raw_languages
from toolkit.partnership.nations import for_nations
from toolkit.partnership.policy import POLICY_PAGE, fill_policy, unknown_merge_fields
from toolkit.partnership.prefill import prefill_forms
from toolkit.partnership.read import RawCopy, raw_nations, raw_nouns, read_folder
from toolkit.partnership.release import release_forms
from toolkit.sources.problems import Problems, ProblemsFound
from toolkit.sources.text_file import read_text


@dataclass(frozen=True)
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
    """Upstream with a copy's folder; raises UnsoundData when the registers cannot be used."""
    languages = read_languages(root)
    before = len(problems)
    raw = read_folder(folder, problems)
    codes = raw_languages(raw, languages)
    code = language or codes[0]
    raw = in_language(raw, code, problems)
    nations = raw_nations(raw)
    has_lost_changes = any(problem.file.endswith(".yml") for problem in problems.entries[before:])
    layers = _layers(root, raw, nations, code, problems)
    project, written, words = None, WrittenLibrary(), Words()
    try:
        project = read_project(root, catalogue, layers, WordChoice(raw_nouns(raw), nations), code)
        written, words = written_library(project[1], code), project[1].words
    except UnsoundData as error:
        problems.entries += error.problems
        written, words = error.library, error.words
    copy = check_copy(raw, root, _names_by_register(project[1], languages) if project else None, problems)
    if has_lost_changes:
        written = WrittenLibrary()  # what the copy adds is not known
    if project is None or copy is None or has_lost_changes:
        local = read_local_pages(folder, root / "docs", problems)
        raise UnsoundData(problems, written, words, local)
    areas_shown = frozenset(areas) | set(copy.partnership.areas)
    library = make_library(*project, areas_shown, translated_entries(layers))
    library = for_nations(library, copy.partnership.jurisdictions)
    forms = release_forms(library.forms, copy.partnership.switched_on)
    library = replace(library, forms=prefill_forms(forms, copy.partnership, library.contacts))
    _check_policy(root, copy, problems)
    local = read_local_pages(folder, root / "docs", problems)
    return Joined(library, copy, local, project[1].words, tuple(languages[code] for code in codes))


def join_nothing(root: Path, catalogue: Path | None, areas: Iterable[str]) -> Joined:
    """Upstream alone."""
    language, checked = read_project(root, catalogue)
    return Joined(make_library(language, checked, areas), words=checked.words, languages=(language,))


def _names_by_register(checked: Checked, languages: Mapping[str, Language]) -> dict[str, Any]:
    """What a copy's settings may name: entries by register and id, the languages, and what it may switch on."""
    entries = {key: {entry.id: entry for entry in entries} for key, entries in checked.registers.entries.items()}
    leaflets = [form.id for form in checked.forms.values() if form.held_for_review]
    return {**entries, "languages": languages, "leaflets": leaflets}


def _layers(root: Path, raw: RawCopy, nations: tuple[str, ...], code: str, problems: Problems) -> list[Layer]:
    """The layers over upstream: what its nation changes, what its language says, then what the copy itself does."""
    nation, copy = read_nation(root, nations, problems), Layer(raw.changes, raw.forms)
    if code == ENGLISH:
        return [nation, copy]
    translation = read_language(Folder(code, root / LANGUAGES_FOLDER / code, f"{LANGUAGES_FOLDER}/{code}"), problems)
    nation_translation = read_nation(root, nations, problems, code)
    folder = raw.folder.path / LANGUAGES / code
    copy_translation = read_language(Folder(code, folder, f"{raw.folder.name}/{LANGUAGES}/{code}"), problems)
    return [nation, translation, nation_translation, copy, copy_translation]


def render_policy(path: str, text: str, joined: Joined) -> str:
    """The model policy with the copy's values; any other page as it is."""
    if path != POLICY_PAGE or joined.copy is None:
        return text
    return fill_policy(text, joined.copy.partnership.policy, joined.library.contacts)


def _check_policy(root: Path, copy: Copy, problems: Problems) -> None:
    path = root / "docs" / POLICY_PAGE
    try:
        text = read_text(path, POLICY_PAGE) if path.is_file() else ""
    except ProblemsFound:  # reported where pages are read
        return
    for key, message in unknown_merge_fields(copy.partnership.policy, text):
        problems.add(copy.settings_name, copy.line("policy", key), message)
