"""Every number that a reader may have to ring or text is a link, made in one place from plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from toolkit.catalogue.read import load_library
from toolkit.registers.phones import national_digits, phone_mistake
from toolkit.site.finish.numbers import Numbers, numbers_of

NUMBERS = Numbers(
    {
        "999": "tel:999",
        "101": "tel:101",
        "111": "tel:111",
        "116123": "tel:116123",
        "18000": "tel:18000",
        "08001111": "tel:08001111",
        "08088005000": "tel:08088005000",
        "85258": "sms:85258?body=SHOUT",
    }
)
LINKED = {
    "Ring 999.": 'Ring <a href="tel:999">999</a>.',
    "<h2>In danger now? Ring 999</h2>": '<h2>In danger now? Ring <a href="tel:999">999</a></h2>',
    "<strong>999</strong> or (101)": '<strong><a href="tel:999">999</a></strong> or (<a href="tel:101">101</a>)',
    "Samaritans 116 123": 'Samaritans <a href="tel:116123">116 123</a>',
    "0800\u00a01111": '<a href="tel:08001111">0800\u00a01111</a>',
    "08001111": '<a href="tel:08001111">08001111</a>',
    "text SHOUT to 85258": 'text SHOUT to <a href="sms:85258?body=SHOUT">85258</a>',
    "You can text 999": 'You can text <a href="sms:999">999</a>',
    "neges destun at 999": 'neges destun at <a href="sms:999">999</a>',
    "999 neu 101 i adrodd": '<a href="tel:999">999</a> neu <a href="tel:101">101</a> i adrodd',
    "0800 1111, 999": '<a href="tel:08001111">0800 1111</a>, <a href="tel:999">999</a>',
    '<p title="999 > 101">101</p>': '<p title="999 > 101"><a href="tel:101">101</a></p>',
    "<!-- 999 -->999": '<!-- 999 --><a href="tel:999">999</a>',
}
LEFT = [
    '<a href="x">ring <b>999</b> now</a>',
    "<code>999</code>",
    "<pre><code>101</code></pre>",
    "<h1>999: emergency services</h1>",
    "<label>999</label>",
    "<button>999</button>",
    "<summary>999</summary>",
    '<textarea>999</textarea><option value="999">999</option>',
    '<input value="999"><img alt="999">',
    "101 resources, 111 children, 101 o adnoddau, PDF, 101 kB",
    "section 101 of the Act, article 111, page 101",
    "1,999 and 999,000 and 0.999 and £999 and 999% and 101/2 and 2,101",
    "in 1999, 9990, 0999, A999, 101st",
    "0800 11112 and 10800 1111 and 5 0800 1111",
]


@pytest.mark.parametrize("html", LINKED)
def test_a_number_in_a_text_becomes_a_link(html: str) -> None:
    assert NUMBERS.link_part(html) == LINKED[html]


@pytest.mark.parametrize("html", LEFT)
def test_what_is_no_number_to_ring_or_cannot_hold_a_link_stays(html: str) -> None:
    assert NUMBERS.link_part(html) == html


def test_links_are_made_in_the_main_part_alone_and_once() -> None:
    page = "<header>999</header><main><p>999</p></main><footer>999</footer>"
    once = NUMBERS.link(page)
    assert once == '<header>999</header><main><p><a href="tel:999">999</a></p></main><footer>999</footer>'
    assert NUMBERS.link(once) == once


def test_a_site_knows_the_numbers_of_its_catalogue_and_of_its_own_contacts(root: Path) -> None:
    library = load_library(root)
    front_door = library.contacts["front-door"].model_copy(update={"number": "01632 960001"})
    own = {**library.__dict__, "contacts": {**library.contacts, "front-door": front_door}}
    known = numbers_of(type(library)(**{key: own[key] for key in library.__dataclass_fields__}))
    assert known.addresses["01632960001"] == "tel:01632960001"
    for phone in (r.phone for r in library.resources.values() if r.phone):
        assert known.link_part(f"<p>{phone}</p>").startswith('<p><a href="tel:'), phone


IN_TEXT = re.compile(r"(?<![\w./=-])0[0-9][0-9 ]{7,}[0-9]\b")


def test_every_number_that_a_text_gives_can_ring_and_is_known(root: Path) -> None:
    """A wrong digit in a chapter, pathway, form or translation is found, wherever it is written."""
    known = numbers_of(load_library(root)).addresses
    files = [*(root / "docs").rglob("*.md"), *(root / "forms").glob("*.yml"), *(root / "data").rglob("*.yml")]
    found = {
        (path.relative_to(root).as_posix(), number)
        for path in files
        if "development" not in path.parts
        for number in IN_TEXT.findall(path.read_text("utf-8"))
    }
    assert len(found) > 10
    examples = {one for one in found if national_digits(one[1]).startswith("01632")}
    assert {one for one in found - examples if national_digits(one[1]) not in known} == set()
    assert {one for one in found if phone_mistake(one[1])} == set()


OUTSIDE = frozenset(
    {"a", "code", "h1", "label", "pre", "select", "svg", "textarea", "button", "summary", "nav", "script"}
)
MUST_RING = re.compile(
    r"\b(999|116 123|0800 1111|0808 \d[\d ]+\d|85258|18000)\b|(?:\b(?:ring|police|on|or|neu|ar|dial)) (101)\b",
    re.IGNORECASE,
)


def plain_texts(node: LexborNode) -> Iterator[str]:
    """The texts below a node that stand in no link, and in nothing that can hold none."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            yield child.text(deep=False)
        elif child.tag not in OUTSIDE:
            yield from plain_texts(child)


def test_no_page_has_a_number_to_ring_as_plain_text(site: Path) -> None:
    plain: dict[str, list[str]] = {}
    linked = 0
    for page in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        linked += len(tree.css('main a[href^="tel:"], main a[href^="sms:"]'))
        for main in tree.css("main"):
            found = [text.strip() for text in plain_texts(main) if MUST_RING.search(text)]
            if found:
                plain[page.relative_to(site).as_posix()] = found
    assert plain == {} and linked > 300


def test_no_count_or_section_became_a_number_to_ring(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        for found in re.finditer(r'<a href="tel:(?:101|111|999)">(\d+)</a> ?(\w*)', html):
            assert found[2] not in {"resources", "chapters", "words", "children", "pages", "adnodd", "kB"}, (
                page,
                found[0],
            )
