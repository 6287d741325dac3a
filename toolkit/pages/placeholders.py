"""Placeholders: what a macro leaves in a page for the fragment that is put in after rendering.

Putting HTML in after Markdown keeps large tables out of the slow path, keeps data away from Jinja and Markdown,
and is the same for every site engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

PLACEHOLDER_ELEMENT = re.compile(r'<(span|div) data-placeholder="([a-z-]+)" data-arguments="([^"<>]*)"></\1>')
# Python-Markdown wraps a lone inline placeholder in a paragraph; a block must not be in one.
WRAPPED_BLOCK = re.compile(r'<p>(<div data-placeholder="[^<>]*></div>)</p>')


def inline(name: str, **arguments: Any) -> str:
    """A placeholder inside a line of text."""
    return _placeholder("span", name, arguments)


def block(name: str, **arguments: Any) -> str:
    """A placeholder on its own, as a paragraph is."""
    return f"\n\n{_placeholder('div', name, arguments)}\n\n"


def replace_placeholders(html: str, render: Callable[[str, str, dict[str, Any]], str]) -> str:
    """The HTML with placeholders replaced by `render(tag, name, arguments)`; the tag is span in a line, else div."""
    html = WRAPPED_BLOCK.sub(r"\1", html)
    return PLACEHOLDER_ELEMENT.sub(lambda m: render(m[1], m[2], json.loads(unquote(m[3]))), html)


def _placeholder(tag: str, name: str, arguments: dict[str, Any]) -> str:
    values = {key: value for key, value in arguments.items() if value is not None}
    # Only letters, digits and % pass through Markdown untouched wherever the placeholder is.
    text = quote(json.dumps(values, sort_keys=True), safe="")
    return f'<{tag} data-placeholder="{name}" data-arguments="{text}"></{tag}>'
