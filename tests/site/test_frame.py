"""A resource's page stands in the very frame of a chapter: the same policy, header, way in and footer."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

CHAPTER = "toolkit/trauma/index.html"
RESOURCE = "r/childline/index.html"


def text(site: Path, path: str) -> str:
    """A page with its way to the root written as `/`, so that depth makes no difference."""
    html = (site / path).read_text("utf-8")
    return html.replace("../" * path.count("/"), "/")


def test_the_header_leads_to_the_same_pages_from_a_chapter_and_from_a_resource(site: Path) -> None:
    chapter, resource = (header_links(site, path) for path in (CHAPTER, RESOURCE))
    assert len(chapter) > 5
    assert chapter == resource


def header_links(site: Path, path: str) -> list[str]:
    header = re.search(PARTS["header"], (site / path).read_text("utf-8"), re.DOTALL)
    assert header, path
    return [urljoin(f"/{path}", href) for href in re.findall(r'href="([^"]*)"', header[0])]


def part(html: str, pattern: str) -> str:
    found = re.search(pattern, html, re.DOTALL)
    assert found, pattern
    # Where the reader is, and how a link is written from there, differs, and should.
    current = re.sub(r' aria-current="[a-z]+"| href="(?!http)[^"]*"', "", found[0])
    return " ".join(current.split())


PARTS = {
    "document": r"<!doctype html>.*?<head>",
    "policy": r'<meta http-equiv="Content-Security-Policy"[^>]*>',
    "referrer": r'<meta name="referrer"[^>]*>',
    "view": r'<meta name="viewport"[^>]*>',
    "colours": r'<meta name="color-scheme"[^>]*>',
    "icon": r'<link rel="icon"[^>]*>',
    "stylesheets": r'<link rel="stylesheet".*?</head>',
    "body": r"<body[^>]*>",
    "skip link": r'<a class="skip".*?</a>',
    "way out": r'<aside class="exit-this-page".*?</aside>',
    "header": r'<header class="site-header"[^>]*>.*?</header>',
    "footer": r'<footer class="site-footer"[^>]*>.*?</footer>',
    "scripts": r"</footer>.*</html>",
}


@pytest.mark.parametrize("name", PARTS)
def test_a_resource_page_has_the_chapters(name: str, site: Path) -> None:
    assert part(text(site, CHAPTER), PARTS[name]) == part(text(site, RESOURCE), PARTS[name])


def test_no_resource_page_holds_the_name_of_the_shell_that_it_was_poured_into(site: Path) -> None:
    for path in (site / "r").rglob("*.html"):
        html = path.read_text("utf-8")
        assert "goes-here" not in html and "r/_resource" not in html, path
    assert not (site / "r/_resource").exists()


def test_the_policy_allows_nothing_inline_and_no_other_host(site: Path) -> None:
    policy = part(text(site, CHAPTER), PARTS["policy"])
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http:" not in policy and "https:" not in policy and "*" not in policy
