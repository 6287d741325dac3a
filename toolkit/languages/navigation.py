"""The navigation in the language of a site."""

from __future__ import annotations

from typing import Any

from toolkit.languages.language import Language


def translate_navigation(nav: Any, language: Language) -> Any:
    """The navigation of the engine's settings with words in place of their keys."""
    if isinstance(nav, list):
        return [translate_navigation(item, language) for item in nav]
    if isinstance(nav, dict):
        by_title = {language.words.get(f"navigation.{key}", key): below for key, below in nav.items()}
        return {title: translate_navigation(below, language) for title, below in by_title.items()}
    return nav
