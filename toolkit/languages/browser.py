"""What a script is given of a language: its words as JSON, and its rule for plurals as JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from babel.numbers import get_group_symbol
from babel.plural import PluralRule, to_javascript

from toolkit.languages.language import Language

TRANSLATE_CALL = re.compile(r"""(?<![.#\w])t\(\s*(?:"([^"]*)"\s*[,)])?""")


def find_translation_keys(module: str) -> Iterator[tuple[int, str]]:
    """(position, key) of every call of `t` in a module; the key is empty where the call does not write it out."""
    yield from ((match.start(), match[1] or "") for match in TRANSLATE_CALL.finditer(module))


def language_script(language: Language, keys: Iterable[str]) -> str:
    """The argument of `speak` in browser/lib/language.mjs, as JavaScript."""
    data = {
        "words": {key: language.words[key] for key in sorted(keys)},
        "months": [language.locale.months["format"]["wide"][month] for month in range(1, 13)],
        "weekdays": [language.locale.days["format"]["wide"][day] for day in range(7)],
        "separator": get_group_symbol(language.locale),
    }
    rule = language.locale.plural_form
    assert isinstance(rule, PluralRule)
    plural = to_javascript(rule)
    return f"{{ ...{json.dumps(data, ensure_ascii=False, sort_keys=True)}, plural: {plural} }}"
