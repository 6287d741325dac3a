"""Every link of every built page leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.pages import read_pages
from toolkit.site.model import ERROR_PAGES

STATE = re.compile(r"[a-z]+=")  # what a page shows, such as #list=childline: read by its script, no place in it
LEAVING = {"a"}  # the only element that may point to another host, when a reader follows it
LOADING = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "link", "form", "input"}


def is_own(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def test_every_internal_link_leads_to_a_file_of_the_site(site: Path) -> None:
    dead = {
        f"{page.path}: {address}"
        for page in read_pages(site).values()
        for _, address in page.links
        if is_own(address) and not (site / page.resolve(address)).is_file()
    }
    assert set() == dead


def test_every_page_can_be_reached_from_another(site: Path) -> None:
    pages = read_pages(site)
    reached = {
        page.resolve(address)
        for page in pages.values()
        for tag, address in page.links
        if tag == "a" and is_own(address) and page.resolve(address) != page.path
        if page.path != "development/components/index.html"  # it shows parts of other pages
    }
    # A host shows them.
    assert {*ERROR_PAGES} == pages.keys() - reached


def test_every_fragment_is_the_id_of_an_element(site: Path) -> None:
    pages = read_pages(site)
    dead = {
        f"{page.path}: {address}"
        for page in pages.values()
        for tag, address in page.links
        if tag == "a" and is_own(address) and urlsplit(address).fragment and page.resolve(address) in pages
        if not STATE.match(urlsplit(address).fragment)
        and unquote(urlsplit(address).fragment) not in pages[page.resolve(address)].ids
    }
    assert set() == dead


def test_no_id_stands_twice_in_a_page(site: Path) -> None:
    twice = {
        f"{page.path}: {word}"
        for page in read_pages(site).values()
        for word, count in Counter(page.ids).items()
        if count > 1
    }
    assert set() == twice


def test_what_describes_or_labels_an_element_is_on_its_page(site: Path) -> None:
    missing = {
        f"{page.path}: {word}"
        for page in read_pages(site).values()
        for _, attributes in page.elements
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for word in attributes.get(key, "").split()
        if word not in page.ids
    }
    assert set() == missing


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    elsewhere = {
        f"{page.path}: <{tag}> {address}"
        for page in read_pages(site).values()
        for tag, address in page.links
        if not is_own(address) and tag not in LEAVING and not address.startswith("data:image/")
    }
    assert set() == elsewhere


def test_no_stylesheet_loads_anything_from_another_host(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert "url(http" not in text.replace('"', "") and "url(//" not in text and "@import" not in text, sheet


def test_links_lead_by_web_telephone_or_mail_only_and_tell_no_other_host_where_they_came_from(site: Path) -> None:
    for page in read_pages(site).values():
        for tag, attributes in page.elements:
            scheme = urlsplit(attributes.get("href", "")).scheme
            assert scheme in {"", "http", "https", "tel", "sms", "mailto"}, f"{page.path}: {attributes}"
            if tag == "a" and scheme.startswith("http"):
                assert "noreferrer" in attributes.get("rel", ""), f"{page.path}: {attributes}"


def test_there_is_no_script_or_style_inside_a_page(site: Path) -> None:
    for page in read_pages(site).values():
        for tag, attributes in page.elements:
            assert tag != "style" and "style" not in attributes, f"{page.path}: {tag} {attributes}"
            assert tag != "script" or "src" in attributes, page.path
            assert not [key for key in attributes if key.startswith("on")], f"{page.path}: {attributes}"


def test_every_resource_has_a_page_at_its_permanent_address_and_it_names_the_pages_that_name_it(
    site: Path, root: Path
) -> None:
    from toolkit.catalogue.read import load_library

    pages = read_pages(site)
    for id in load_library(root).resources:
        assert f"r/{id}/index.html" in pages
    back = {address for _, address in pages["r/communicating-with-children-guide/index.html"].links}
    assert "../../toolkit/talking-with-a-child/" in back
