"""Puts a list of its sections under the title of each long page, with links back to it.

It works on finished pages, so chapters, pathways, topics and every page that data determines are treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from jinja2 import Environment

CONTENTS_TEMPLATE = "contents/contents.html"
LONG = 450  # words of text that fill some three screens of a phone of 390 by 844
SCREEN = 170  # and one screen: after so much, a section ends with a link back
FEWEST = 3  # sections that a list is worth while for
ARTICLE_BODY = re.compile(r"(?<=<article)\b.*(?=</article>)", re.DOTALL)
# A second heading that can be linked to, with what opens just before it.
SECTION_START = re.compile(
    r'(?:<div class="page-end">\s*)?(?:<section\b[^>]*>\s*)?'
    r'<h2\b(?![^>]*visually-hidden)[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>',
    re.DOTALL,
)
# What the title is followed by before the list: the line with the minutes, what this is, and 999 for danger now.
BEFORE_LIST = "page-facts|lead|pathway-page__danger"
PAGE_TOP = re.compile(rf'</h1>(?:\s*(?:<div lang="[^"]*">)?<p class="(?:{BEFORE_LIST})"[^>]*>.*?</p>)*', re.DOTALL)
ANY_TAG = re.compile(r"<[^>]*>")
# Pages that have navigation of their own and end in a link to the top: a finder with its filters, a form.
OTHER_NAVIGATION = ('data-state="address"', 'class="form-page"')
PRINT_SHEET = 'class="pathway-sheet"'  # to print
OWN_JUMPS = 'class="letters"'  # a page's own list of jumps
SITUATIONS = '<div class="pathway">'  # a page that begins with a choice of situations has its list below them


def with_contents(html: str, environment: Environment) -> str:
    """A finished page with its list of sections, where it is long enough for one."""
    return ARTICLE_BODY.sub(lambda match: _with_list(match[0], environment), html, count=1)


def _with_list(article: str, environment: Environment) -> str:
    top, headings = PAGE_TOP.search(article), list(SECTION_START.finditer(article))
    if top is None or len(headings) < FEWEST or _count_words(article) < LONG or PRINT_SHEET in article:
        return article
    parts = environment.get_template(CONTENTS_TEMPLATE).module
    if any(marker in article for marker in OTHER_NAVIGATION):
        start, to_top = str(parts.start()), str(parts.to_top())  # type: ignore[attr-defined]
        return article[: top.end()] + start + article[top.end() :] + to_top
    begins = article[top.end() : headings[0].start()]
    has_own = OWN_JUMPS in begins or begins.count('href="#') >= FEWEST  # as the author wrote it
    if has_own:
        places = [(top.end(), str(parts.start()))]  # type: ignore[attr-defined]
    else:
        sections = [(heading[1], _words(heading[2])) for heading in headings]
        place = headings[1].start() if SITUATIONS in article[: headings[1].start()] else top.end()
        places = [(place, str(parts.list(sections)))]  # type: ignore[attr-defined]
    ends = [end for end in _ends(article, headings) if end != places[0][0]]  # no link back just below the list
    places += [(end, str(parts.back())) for end in ends]  # type: ignore[attr-defined]
    for place, part in reversed(places):
        article = article[:place] + part + article[place:]
    return article


def _ends(article: str, headings: list[re.Match[str]]) -> Iterator[int]:
    """Where sections end that fill a screen or more, alone or with those before them."""
    since = 0
    for heading, after in pairwise(headings):
        since += _count_words(article[heading.start() : after.start()])
        if since >= SCREEN:
            yield after.start()
            since = 0


def _count_words(html: str) -> int:
    return len(ANY_TAG.sub(" ", html).split())


def _words(html: str) -> str:
    """The words of a heading, without its tags; the template escapes them again."""
    return " ".join(unescape(ANY_TAG.sub("", html)).split())
