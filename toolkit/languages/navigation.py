"""The navigation in the language of a site."""

from __future__ import annotations

from typing import Any

from toolkit.languages.language import Language


def named_navigation(nav: Any, language: Language) -> Any:
    """The navigation of the engine's settings with words in the place of the keys that stand for them there."""
    if isinstance(nav, list):
        return [named_navigation(item, language) for item in nav]
    if isinstance(nav, dict):
        named = {language.words.get(f"navigation.{key}", key): below for key, below in nav.items()}
        return {title: named_navigation(below, language) for title, below in named.items()}
    return nav
