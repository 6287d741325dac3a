"""What the texts of a form may hold: the markup that every format shows, and links to what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toolkit.forms.markdown import links_in, markup_mistakes
from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.registers.fields import ADDRESS
from toolkit.registers.refers import UNREADABLE
from toolkit.sources.pasted import pasted_mistakes
from toolkit.sources.problems import did_you_mean, quote
from toolkit.sources.yaml_source import KeyPath

# Keys of words in lines, labels and names, where no format shows markup.
PLAIN_KEYS = {
    *("title", "heading", "about", "who", "time", "label", "help", "prompt", "outcomes", "points", "options"),
    *("options_said", "intro", "text", "advice", "noun", "what", "value", "example", "means", "activity", "sign"),
    *("paragraph", "changed_note", "label_was", "choose_label", "texts_was"),
}
MARKUP = (
    (r"\*\*", "'**'"),
    (r"(?<![\w*])\*[^\s*][^*\n]*\*(?!\w)", "asterisks"),
    (r"(?<!\w)_[^\W_][^_\n]*_(?!\w)|(?<!\w)__[^\W_][^_\n]*__(?!\w)", "underscores"),
    (r"`", "a backtick"),
    (r"\]\(", "a link"),
    (r"(?m)^\s*[-+*] +\S", "a list"),
    (r"(?m)^\s*\d+[.)] .*\n(?:.*\n)*?\s*\d+[.)] ", "a list"),
    (r"(?m)^\s*#{1,6} +\S", "a heading"),
)
FORMATTED_KEYS = "'before_use', the 'intro' of a form or part and the 'text' of a section"


def texts_with_markup(form: RawForm) -> Iterator[tuple[KeyPath, str]]:
    """(path, text) of each text that may hold markup."""
    candidates: list[tuple[KeyPath, Any]] = [(("before_use",), form.get("before_use")), (("intro",), form.get("intro"))]
    candidates += [(("parts", i, "intro"), part.get("intro")) for i, part in parts(form, "parts")]
    candidates += [(("sections", i, "text"), section.get("text")) for i, section in parts(form, "sections")]
    yield from ((path, text) for path, text in candidates if isinstance(text, str))


def markup_rule(form: RawForm) -> Iterator[Fault]:
    """A text holds only what the page, the PDF files and the Word file can all show."""
    for path, text in texts_with_markup(form):
        for row, sentence in markup_mistakes(text):
            yield (*path, row), sentence


def plain_rule(form: RawForm) -> Iterator[Fault]:
    """Labels, titles and other short words hold no markup: readers would see its characters."""
    formatted_paths = {path for path, _ in texts_with_markup(form)}
    for path, words in _words(form, ()):
        if path in formatted_paths:
            continue
        for pattern, name in MARKUP:
            match = re.search(pattern, words)
            if match:
                row = words[: match.start()].count("\n")
                yield (*path, row), f"{name} cannot be used here. Leave it out: only {FORMATTED_KEYS} are formatted"
                break


def pasted_rule(form: RawForm) -> Iterator[Fault]:
    """No text holds what Word and Excel leave behind when they are pasted from."""
    texts = {**dict(_words(form, ())), **dict(texts_with_markup(form))}
    for path, words in texts.items():
        for line, sentence in pasted_mistakes(words):
            yield (*path, line - 1), sentence


def link_findings(form: RawForm, ids: Mapping[str, Iterable[str]] | None) -> Iterator[Fault]:
    """A link in a text leads to a page or a section of one, or to an address that begins with https://."""
    for path, text in texts_with_markup(form):
        for row, words, address in links_in(text):
            sentence = _link_mistake(address, words, ids)
            if sentence:
                yield (*path, row), sentence


def _link_mistake(address: str, words: str, ids: Mapping[str, Iterable[str]] | None) -> str | None:
    if re.match(r"(?i)https://", address):
        if not ADDRESS.fullmatch(address):
            return f"the address {quote(address)} is not sound. It begins with https:// and holds no spaces or quotes"
        return None if words.strip() else "the link has no words. Write what it leads to between the square brackets"
    page = re.fullmatch(r"[a-z0-9][a-z0-9/_.-]*\.md(#\S+)?", address)
    if not page:
        advice = "A link in a form leads to a page, as toolkit/trauma.md, or to an address with https://"
        return f"the link to {quote(address)} cannot be used in a form. {advice}"
    if ids is None or not {"pages", "sections"} <= set(ids):
        return None
    if address in ids["pages"] or address in ids["sections"]:
        return None
    if address.partition("#")[0] in ids.get(UNREADABLE, ()):
        return None
    there = {*ids["pages"], *ids["sections"]}
    return f"unknown page {quote(address)} in a link.{did_you_mean(address, there)}"


def _words(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """(path, words) of every text under a key of words."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _words(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _words(inner, (*path, position))
    elif isinstance(value, str) and next((key for key in reversed(path) if isinstance(key, str)), "") in PLAIN_KEYS:
        yield path, value
