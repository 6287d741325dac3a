"""What is published of styles: one sheet, small, in layers, under a name that its content gives."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from pathlib import Path

import pytest
import tinycss2

from toolkit.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast
from toolkit.partnership.palette import site_colours
from toolkit.site.model import ERROR_PAGES

MOST_BYTES, MOST_COMPRESSED = 84_000, 17_000  # of the whole sheet; 82,394 and 16,386 with all that plans show
MOST_OF_THEME = 16_000  # 13,149 of the theme's 137,572
LAYERS = ["theme", "base", "components", "utilities"]
SIZES = re.compile(r"(?<![\w-])(font-size|(?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap):([^;{}]+)")
LARGE = {"3.4rem", "28rem"}  # the room for a step's number; half the page's width
TEXT_ON = [
    ("ink", "paper"), ("ink", "panel"), ("ink", "notice"), ("ink-soft", "paper"), ("ink-soft", "panel"),
    ("link", "paper"), ("link", "panel"), ("link", "notice"), ("link-visited", "paper"), ("link-visited", "panel"),
    ("link-hover", "paper"), ("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-urgent", "urgent"),
    ("urgent-text", "paper"), ("on-focus", "focus"), ("ink", "mark"), ("ink", "field"),
    ("tag-ink", "tag-free"), ("tag-ink", "tag-paid"), ("tag-ink", "tag-login"),
]  # fmt: skip
EDGE_ON = [("line-strong", "paper"), ("line-strong", "panel"), ("line-strong", "field"), ("link", "paper")]


@pytest.fixture(scope="module")
def sheet(site: Path) -> Path:
    """The one sheet."""
    (only,) = site.rglob("*.css")
    return only


def test_one_sheet_is_published_under_the_hash_of_its_content_and_every_page_links_it(site: Path, sheet: Path) -> None:
    name = f"assets/hashed/site.{sha256(sheet.read_bytes()).hexdigest()[:8]}.css"
    assert name == sheet.relative_to(site).as_posix()
    for page in site.rglob("*.html"):
        links = re.findall(r'<link rel="stylesheet" href="([^"]*)">', page.read_text("utf-8"))
        root = "/" if page.name in ERROR_PAGES else "../" * (len(page.relative_to(site).parts) - 1)
        assert [root + name] == links, page


def test_the_sheet_keeps_to_its_weight(sheet: Path) -> None:
    css = sheet.read_bytes()
    assert len(css) < MOST_BYTES and len(gzip.compress(css)) < MOST_COMPRESSED
    assert len(layers_of(css.decode())["theme"]) < MOST_OF_THEME


def test_the_sheet_is_minified_but_for_the_themes_licence(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    assert css.startswith("/*! ") and "Martin Donath" in css.partition("*/")[0] and "MIT" in css.partition("*/")[0]
    rest = css.partition("*/")[2]
    assert "/*" not in rest and "  " not in rest and "; " not in rest and len(LAYERS) + 2 == rest.count("\n")


def test_the_layers_are_in_their_order_and_hold_everything(sheet: Path) -> None:
    css = sheet.read_text("utf-8").partition("*/\n")[2]
    assert css.startswith(f"@layer {','.join(LAYERS)};")
    assert set(LAYERS) == set(layers_of(css)) and all(layers_of(css).values())
    rules = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    assert {"layer"} == {getattr(rule, "lower_at_keyword", "a rule in no layer") for rule in rules}


def test_no_rule_needs_important_and_no_colour_or_size_is_its_own(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    assert "!important" not in css
    own = layers_of(css)
    for layer in ("base", "components", "utilities"):
        assert ".md-typeset" not in own[layer]
        for name, value in SIZES.findall(own[layer]):
            assert set(re.findall(r"[\d.]*\drem", value)) <= LARGE, f"{name}: {value} (use styles/base/sizes.css)"
    on_screen = [
        tinycss2.serialize(rule.content)
        for rule in tinycss2.parse_rule_list(own["components"], skip_whitespace=True)
        if tinycss2.serialize(rule.prelude).strip() != "print"
    ]
    assert [] == re.findall(r":[^;{}]*#[0-9a-f]{3,8}\b", ";".join(on_screen))


def test_the_theme_publishes_no_file_of_its_own(site: Path) -> None:
    assert not (site / "assets/javascripts").exists() and not (site / "assets/stylesheets").exists()
    dead = ("*.map", "lunr.*.min.js", "wordcut.js", "tinyseg.js", "bundle.*.js", "favicon.png")
    assert [] == [path for pattern in dead for path in site.rglob(pattern)]


def test_pages_hold_nothing_of_the_themes_document(site: Path) -> None:
    for name in ("index.html", "404.html", "toolkit/trauma/index.html", "r/childline/index.html"):
        html = (site / name).read_text("utf-8")
        assert "md-toggle" not in html and "__drawer" not in html and "data-md" not in html, name
        assert 1 == html.count("<main"), name


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_pair_of_colours_that_meet_can_be_told_apart(scheme: int, root: Path) -> None:
    colours = site_colours(root)[scheme]
    for least, pairs in ((TEXT_CONTRAST, TEXT_ON), (GRAPHIC_CONTRAST, EDGE_ON)):
        for one, other in pairs:
            assert contrast(colours[one], colours[other]) >= least, f"--{one} on --{other}"


def layers_of(css: str) -> dict[str, str]:
    """The text of each layer by its name."""
    found: dict[str, str] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.content is not None:
            name = tinycss2.serialize(rule.prelude).strip()
            found[name] = found.get(name, "") + tinycss2.serialize(rule.content)
    return found
