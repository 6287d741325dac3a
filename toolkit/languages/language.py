"""One language: the words of the interface by key, with numbers, days and plurals as that language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from toolkit.sources.problems import Problem, ProblemsFound

LANGUAGES_FOLDER = "data/languages"
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
Message = str | Mapping[str, str]  # a text, or a text for each plural category


@dataclass(frozen=True, eq=False)
class Language:
    """A language of the site. Keys such as `finder.clear-all` name the component and what is said there."""

    code: str
    words: Mapping[str, Message]  # every key that English has
    missing: tuple[str, ...] = ()  # the keys whose words are English

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return self.translate("language.name")

    @property
    def tag(self) -> str:
        """The language with its country, as documents name it."""
        return f"{self.code}-GB"

    @cached_property
    def locale(self) -> Locale:
        """What Babel knows of the language: plurals, dates, numbers, lists."""
        return Locale.parse("en_GB" if self.code == "en" else self.code)

    def translate(self, key: str, /, **values: Any) -> str:
        """The words of a key with values in place of `{name}`; `count` chooses the plural."""
        return self._render(key, values, str)

    def translate_html(self, key: str, /, **values: Any) -> Markup:
        """The same for a page: words and values are escaped, unless a value is HTML that a template has made."""
        return Markup(self._render(key, values, escape))

    def number(self, count: int) -> str:
        """A number with the separators of the language."""
        return format_decimal(count, locale=self.locale)

    def day(self, value: date) -> str:
        """23 November 2026."""
        return format_date(value, "d MMMM y", locale=self.locale)

    def join_items(self, items: Iterable[object], style: Literal["standard", "or"] = "standard") -> Markup:
        """One, two and three; each is escaped, unless it is HTML that a template has made."""
        return Markup(format_list([str(escape(item)) for item in items], style, locale=self.locale))

    def _render(self, key: str, values: Mapping[str, Any], write: Callable[[Any], str]) -> str:
        def value(name: str) -> Any:
            return self.number(values[name]) if name == "count" else values[name]

        text = str(write(self._text(key, values.get("count"))))
        return PLACEHOLDER.sub(lambda match: str(write(value(match[1]))), text)

    def _text(self, key: str, count: int | None) -> str:
        if key not in self.words:
            raise ProblemsFound(
                [Problem(f"{LANGUAGES_FOLDER}/en.yml", 0, f"has no words under '{key}', which a page asks for")]
            )
        words = self.words[key]
        if isinstance(words, str):
            return words
        assert count is not None, f"{key} has plurals, so it needs a count"
        return words.get(self.locale.plural_form(count), words["other"])
