"""Braces in a page's text that are no macro call: each is reported, so that the rest of the page can be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError

from toolkit.pages.tracing import without_raw
from toolkit.sources.problems import quote

PARSER = Environment(autoescape=True)  # only parses; nothing is rendered with it
LINE_ADVICE = 'Write it as {{ name("id") }}, or show braces as code between {% raw %} and {% endraw %}'
STATEMENT_ADVICE = (
    'is an order of another program. Only macro calls such as {{ resource("childline") }} are used here: take it out'
)
OPENING = re.compile(r"\{\{|\{%|\{#")
BRACE_ENDS = {"{{": re.compile(r"\}\}|\{\{|\{%|\n[ \t]*\n|\Z"), "{%": re.compile(r"%\}|\{\{|\{%|\n[ \t]*\n|\Z")}
CLOSING = {"{{": "}}", "{%": "%}"}
RAW_BEGIN = re.compile(r"\{%-?\s*raw\b")
STATEMENT_END = re.compile(r"\{%-?\s*(?:end|else|elif|elsif)")
HEADING_ID = re.compile(r"\{#([A-Za-z][\w-]*)[ \t]*\}")
CURLY_QUOTE = re.compile("[\u201c\u201d\u2018\u2019]")


def broken_braces(text: str) -> Iterator[tuple[int, int, str]]:
    """(begin, end, sentence) of each place where braces are opened and no call can be read.

    The sentence is empty for the end of something that was reported where it began.
    """
    bare, position = without_raw(HEADING_ID.sub(lambda match: " " * len(match[0]), text)), 0
    for match in HEADING_ID.finditer(text):
        yield (
            match.start(),
            match.end(),
            f"an address of a heading is written {{: #{match[1]} }}, with a colon and spaces",
        )
    while opening := OPENING.search(bare, position):
        begin = opening.start()
        end = BRACE_ENDS[opening[0]].search(bare, opening.end()) if opening[0] in BRACE_ENDS else None
        is_closed = end is not None and end[0] == CLOSING[opening[0]]
        position = end.end() if end and is_closed else opening.end()
        if not is_closed:
            yield begin, position, f"the braces here are not closed. {LINE_ADVICE}"
        elif opening[0] == "{{" and (reason := _parse_mistake(bare[begin:position])):
            yield begin, position, reason
        elif opening[0] == "{%" and RAW_BEGIN.match(bare, begin):
            yield begin, len(text), "the braces of {% raw %} are not closed. Write {% endraw %} after the passage"
            return
        elif opening[0] == "{%":
            is_end = STATEMENT_END.match(bare, begin)  # the end of one that was reported
            call = " ".join(bare[begin:position].split())
            yield begin, position, "" if is_end else f"{quote(call)} {STATEMENT_ADVICE}"


def _parse_mistake(call: str) -> str:
    try:
        PARSER.parse(call)
    except TemplateSyntaxError as error:
        if CURLY_QUOTE.search(call):
            return 'the quotation marks between the braces are curly. Type straight ones: "..."'
        return f"the braces here cannot be read ({error.message}). {LINE_ADVICE}"
    return ""


def without_broken_braces(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with spaces for what cannot be read; every other position stays."""
    for begin, end in places:
        text = text[:begin] + re.sub(r"[^\n]", " ", text[begin:end]) + text[end:]
    return text


def single_braces(text: str, names: Collection[str]) -> Iterator[tuple[int, str]]:
    """(position, sentence) of each macro that has one brace on a side, and so would be shown to readers."""
    pattern = re.compile(rf"(?<!\{{)\{{ *({'|'.join(map(re.escape, names))})\(|\[\[ *({'|'.join(names)})\(")
    for match in pattern.finditer(text):
        name = match[1] or match[2]
        yield match.start(), f'{name}() needs two braces on each side, or readers see it: {{{{ {name}("...") }}}}'
