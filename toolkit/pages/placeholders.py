"""Marks: what a macro leaves in a page for the fragment that is put in after rendering.

Putting HTML in after Markdown keeps large tables out of the slow path, keeps data away from Jinja and Markdown,
and is the same for every site engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

MARK = re.compile(r'<(span|div) data-placeholder="([a-z-]+)" data-arguments="([^"<>]*)"></\1>')
# Python-Markdown wraps a lone inline mark in a paragraph; a block must not stand in one.
WRAPPED = re.compile(r'<p>(<div data-placeholder="[^<>]*></div>)</p>')


def inline(name: str, **given: Any) -> str:
    """A mark inside a line of text."""
    return _mark("span", name, given)


def block(name: str, **given: Any) -> str:
    """A mark that stands alone, as a paragraph does."""
    return f"\n\n{_mark('div', name, given)}\n\n"


def replace_placeholders(html: str, render: Callable[[str, str, dict[str, Any]], str]) -> str:
    """The HTML with each mark replaced by `render(tag, name, arguments)`; the tag is span in a line, else div."""
    html = WRAPPED.sub(r"\1", html)
    return MARK.sub(lambda m: render(m[1], m[2], json.loads(unquote(m[3]))), html)


def _mark(tag: str, name: str, given: dict[str, Any]) -> str:
    kept = {key: value for key, value in given.items() if value is not None}
    # Only letters, digits and % pass through Markdown untouched wherever the mark stands.
    return (
        f'<{tag} data-placeholder="{name}" data-arguments="{quote(json.dumps(kept, sort_keys=True), safe="")}"></{tag}>'
    )
