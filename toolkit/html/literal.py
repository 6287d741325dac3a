"""Text of data inside finished HTML, written so that it is never taken for a placeholder or for unrendered words."""

from __future__ import annotations

from html import escape

# The same to a reader; but neither a template engine nor the check of the finished pages sees them as markup.
REFERENCES = {"{{": "&#123;{", "{%": "&#123;%", "{#": "&#123;#", "data-placeholder=": "data-placeholder&#61;"}


def literal(html: str) -> str:
    """HTML that data has been escaped into, with the markup of templates and placeholders as character references."""
    for text, reference in REFERENCES.items():
        html = html.replace(text, reference)
    return html


def literal_text(text: str) -> str:
    """A text for an element or an attribute's value."""
    return literal(escape(text))
