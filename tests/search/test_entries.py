"""What can be found: sections of pages as readers see them, and the registers' entries."""

from __future__ import annotations

from toolkit.html.tree import parse_page
from toolkit.search.page_text import read_page_text
from toolkit.site.finish.search.page_entries import page_entries

PAGE = """<html><body><nav>Menu</nav><article class="md-typeset">
<h1 id="t">Title &amp; more</h1><p class="page-facts">2 minutes</p><p>First<br>words <span class="term">told<span
class="term__meaning">Not this.</span></span>.</p>
<h2 id="in-short">In short</h2><ul><li>One</li><li>Two</li></ul>
<h2 id="next">Next step</h2><p>Do it.</p><img src="x.png"><h3>Small</h3><p>More.</p>
<div class="resource-table"><table><tr><td>Not this row</td></tr></table></div>
<div data-search="off">Nor this</div>
<div class="page-end"><h2 id="end">Sources</h2>None of it</div></article><footer>Foot</footer></body></html>"""


def test_a_page_is_read_by_its_headings_without_what_stands_on_every_page() -> None:
    page = read_page_text(parse_page(PAGE))
    assert "Title & more" == page.title
    assert [("", ""), ("In short", "in-short"), ("Next step", "next")] == [(s.heading, s.anchor) for s in page.sections]
    assert "First words told." == page.sections[0].text
    assert "Do it. Small More." == page.sections[2].text


def test_a_page_is_one_entry_with_its_beginning_and_one_for_each_section() -> None:
    page, section = page_entries(
        "a/b/", "chapters", read_page_text(parse_page(PAGE)), None, about=["Trauma"], first="In short"
    )
    assert ("a/b/", "Title & more", "First words told. One Two") == (page.url, page.title, page.text)
    assert ("Trauma", "Next step") == page.about
    assert ("a/b/#next", "Next step", "Title & more") == (section.url, section.title, section.within)
