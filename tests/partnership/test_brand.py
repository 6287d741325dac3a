"""A copy's brand where it is hard: a logo that could not be seen, and names with signs that no font holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.partnership.conftest import LEAST, ROOT
from toolkit.site.compose.brand import FAVICON, PLAIN_ICON, brand_files, put_in_names
from toolkit.site.compose.imprint import imprint_of
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Site

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="{}"/></svg>'


def settings(brand: str, **names: str) -> str:
    return LEAST.replace("Ours", names.get("name", "Ours")) + f"brand:\n  logo: logo.svg\n{brand}"


@pytest.mark.parametrize(("colour", "has_backing"), [("#0a0a30", True), ("#ffffff", False), ("#ffd9a0", False)])
def test_a_logo_that_is_too_dark_for_the_header_has_a_white_backing(
    colour: str, has_backing: bool, site_of: Callable[[dict[str, str]], Site]
) -> None:
    site = site_of({"partnership.yml": settings(""), "logo.svg": LOGO.format(colour)})
    assert has_backing is ("--backing" in Fragments(site).render("masthead", {}, PageLocation("", "index.md")))
    logo = imprint_of(site).logo
    assert logo and has_backing is logo.has_backing


def test_where_the_logo_stands_can_be_said(site_of: Callable[[dict[str, str]], Site]) -> None:
    site = site_of({"partnership.yml": settings("  logo_on: header\n"), "logo.svg": LOGO.format("#000000")})
    assert site.copy and not site.copy.has_backing


@pytest.mark.parametrize(("name", "sign"), [("Ours 🎉", "🎉"), ("保护", "保")])
def test_a_name_that_documents_cannot_show_is_refused(
    name: str, sign: str, problems_of: Callable[[dict[str, str]], list[str]]
) -> None:
    (found,) = problems_of({"partnership.yml": LEAST.replace("Ours", name)})
    assert found.endswith(f"partnership.yml:1: 'name' holds '{sign}', which PDF files cannot show. Write it without")


@pytest.mark.parametrize("name", ["Ynys Môn & Gŵynedd", "Łódź", "Θεσσαλία", "Київ", "O’Brien – “Sons”"])
def test_a_name_in_other_letters_is_fine(
    name: str, copy_folder: Callable[..., Path], site_of: Callable[..., Site]
) -> None:
    assert name in site_of({"partnership.yml": LEAST.replace("Ours", f"'{name}'")}).copy.partnership.name


def test_a_damaged_logo_is_told_with_its_line(problems_of: Callable[[dict[str, str]], list[str]]) -> None:
    damaged = '<svg xmlns="http://www.w3.org/2000/svg">\n<rect width=></svg>'
    (found,) = problems_of({"partnership.yml": settings(""), "logo.svg": damaged})
    assert found.startswith("logo.svg:2: is not sound XML (")


PAGE = "<head><title>Trauma – site-name-goes-here</title></head><h1>Trauma</h1><svg><title>A drawing</title></svg>"
COLOURS = "brand: {colours: {primary: '#1f5c3a'}}\n"


@pytest.mark.parametrize(
    ("discreet", "title"),
    [("", "Trauma – Our toolkit"), ("discreet: true\n", "Page"), ("discreet: false\n", "Trauma – Our toolkit")],
)
def test_a_discreet_copy_shows_a_neutral_title_and_icon_and_keeps_its_headings(
    discreet: str, title: str, site_of: Callable[[dict[str, str]], Site]
) -> None:
    site = site_of({"partnership.yml": LEAST + COLOURS + discreet})
    expected = f"<head><title>{title}</title></head><h1>Trauma</h1><svg><title>A drawing</title></svg>"
    assert expected == put_in_names(site, PAGE)
    assets = ("assets/site.css", FAVICON, PLAIN_ICON)
    upstream = {name: (ROOT / "docs" / name).read_bytes() if name != "assets/site.css" else b"" for name in assets}
    icon = brand_files(site, upstream)[FAVICON]
    assert (upstream[PLAIN_ICON] == icon) is (title == "Page")
    assert (b"#1f5c3a" in icon) is (title != "Page")


def test_a_copys_way_out_leads_where_it_says_or_is_left_out(site_of: Callable[[dict[str, str]], Site]) -> None:
    at = PageLocation("", "index.md")
    ours = Fragments(site_of({"partnership.yml": f"{LEAST}exit: https://www.example.org/\n"}))
    assert 2 == ours.render("exit-this-page", {}, at).count('href="https://www.example.org/"')
    none = Fragments(site_of({"partnership.yml": f"{LEAST}features: {{exit_link: false}}\n"}))
    assert "" == none.render("exit-this-page", {}, at)
