"""What could run in a finished page besides the site's own scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

SUSPECT = re.compile(r"""<script\b(?![^>]*\ssrc=)|javascript:|[\s"'/]on[a-z]+\s*=""", re.I)
TAG = re.compile(r"""<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>""", re.I)
VALUE = re.compile(r""""[^"]*"|'[^']*'""")
INLINE = re.compile(r"<script\b(?!.*\ssrc=)", re.I | re.S)
HANDLER = re.compile(r"[\s\"'/]on[a-z]+\s*=", re.I)
ADDRESS = re.compile(r"""\s(?:href|src|action)\s*=\s*["']?\s*javascript:""", re.I)


def running_parts(html: str) -> Iterator[str]:
    """Each tag that is a script, has an event's handler or leads to a script; what is only told in words is none."""
    if not SUSPECT.search(html):
        return
    for tag in TAG.findall(html):
        if INLINE.match(tag) or HANDLER.search(VALUE.sub('""', tag)) or ADDRESS.search(tag):
            yield tag
