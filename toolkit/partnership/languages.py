"""The languages of a copy: which it is published in, and what its folder says in each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.languages.read import ENGLISH
from toolkit.overlays.folder import LANGUAGES, SETTINGS
from toolkit.partnership.model import DiffersByLanguage, Partnership
from toolkit.partnership.read import RawCopy
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml

# The settings that may differ by language.
TRANSLATED = tuple(
    name
    for name, field in Partnership.model_fields.items()
    if any(isinstance(item, DiffersByLanguage) for item in field.metadata)
)


def raw_languages(raw: RawCopy, languages: Iterable[str]) -> tuple[str, ...]:
    """The languages that a copy says it is published in, before its settings are checked; English if it says none."""
    data = raw.settings.data if raw.settings else None
    codes_given = data.get("languages") if isinstance(data, dict) else None
    codes = tuple(code for code in codes_given if code in languages) if isinstance(codes_given, list) else ()
    return codes or (ENGLISH,)


def in_language(raw: RawCopy, code: str, problems: Problems) -> RawCopy:
    """A copy with its settings as languages/<code>/partnership.yml in its folder has them."""
    path = raw.folder.path / LANGUAGES / code / SETTINGS
    if raw.settings is None or not path.is_file():
        return raw
    try:
        source = read_yaml(path, raw.folder.display(path))
    except ProblemsFound as error:
        problems.entries += error.problems
        return raw
    if not isinstance(source.data, dict):
        problems.add(source.file, 1, f"the file must begin with one of: {one_of(TRANSLATED)}")
        return raw
    for key in source.data:
        if key not in TRANSLATED:
            advice = did_you_mean(key, TRANSLATED) or f" It is one of: {one_of(TRANSLATED)}"
            problems.add(source.file, source.line((key,)), f"{quote(key)} cannot differ by language.{advice}")
    merged = dict(raw.settings.data)
    for key, value in source.data.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = {**merged[key], **value} if both else value
    return replace(raw, settings=Source(raw.settings.file, merged, raw.settings.lines))
