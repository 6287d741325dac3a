"""What has no translation, and translations that their originals have left behind."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.finding import Finding
from toolkit.languages.language import LANGUAGES_FOLDER, Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.folder import Folder
from toolkit.overlays.layers import read_language
from toolkit.pages.page import Page
from toolkit.pages.translations import fingerprint, read_translation, translation_path
from toolkit.registers.models import registers
from toolkit.site.model import Site
from toolkit.sources.problems import Problems
from toolkit.sources.text_file import read_text

NOT_FOR_READERS = "development/"


def untranslated(site: Site) -> Iterator[Finding]:
    """The findings for each language in which a site is published, or for all that there are if that is one."""
    languages = [language for language in read_languages(site.root).values() if language.code != ENGLISH]
    codes = {language.code for language in site.languages} - {ENGLISH}
    for language in languages:
        if not codes or language.code in codes:
            yield _words(language)
            yield _pages(site, language)
            yield _left_behind(site, language)
            yield _entries(site, language)


def _words(language: Language) -> Finding:
    return Finding(
        f"Words of the interface that are not in {language.name} yet",
        f"Add them to {LANGUAGES_FOLDER}/{language.code}.yml; English is shown until then.",
        language.missing,
    )


def _pages(site: Site, language: Language) -> Finding:
    missing = [page.path for page in _originals(site) if not (site.root / "docs" / _name(page, language)).is_file()]
    return Finding(
        f"Pages that are not in {language.name} yet",
        f"Write each beside its original: x.{language.code}.md beside x.md.",
        tuple(f"docs/{path}" for path in missing),
    )


def _left_behind(site: Site, language: Language) -> Finding:
    return Finding(
        f"Pages in {language.name} whose original has changed since",
        "Bring each up to date, then give 'translated_from' the value that is shown here.",
        tuple(_changed(site, language)),
    )


def _changed(site: Site, language: Language) -> Iterator[str]:
    docs = site.root / "docs"
    for page in _originals(site):
        path = docs / _name(page, language)
        translation = read_translation(path, path.name, Problems()) if path.is_file() else None
        now = fingerprint(read_text(docs / page.path, page.path))
        if translation and translation.meta.translated_from != now:
            yield f"docs/{_name(page, language)}: translated_from: {now}"


def _entries(site: Site, language: Language) -> Finding:
    name = f"{LANGUAGES_FOLDER}/{language.code}"
    layer = read_language(Folder(language.code, site.root / name, name), Problems())
    translated = {(change.register, change.id) for change in layer.changes}
    counts = []
    for register in _translated_registers():
        missing = [id for id in getattr(site.library, register) if (register, id) not in translated]
        if missing:
            counts.append(f"{register}: {', '.join(missing)}")
    return Finding(
        f"Entries that are not in {language.name} yet",
        f"Add each to {name}/<register>.yml below 'replace:', with its id and its texts.",
        tuple(counts),
    )


def _translated_registers() -> Iterator[str]:
    """What a reader meets everywhere."""
    yield from (register.key for register in registers() if register.is_translated)
    yield from ("pathways", "forms")


def _originals(site: Site) -> Iterator[Page]:
    docs = site.root / "docs"
    yield from (p for p in site.pages if not p.path.startswith(NOT_FOR_READERS) and (docs / p.path).is_file())


def _name(page: Page, language: Language) -> str:
    return translation_path(page.path, language.code)
