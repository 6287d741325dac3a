"""A site in two languages: the toggle, the right `lang`, what has no translation, and one language as it was."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from macros import MACROS
from tests.browsing import expect_address
from tests.partnership.conftest import build_copy
from tests.site.pages import read_pages
from toolkit.languages.read import read_languages
from toolkit.site.model import ERROR_PAGES, Options
from toolkit.site.read import read_others, read_site
from toolkit.sources.problems import ProblemsFound

WELSH = "cy/"
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def both(once: Once) -> Path:
    """The built example for Wales: English at the root, Welsh below cy/."""
    return once("dyffryn-helyg", lambda out: build_copy("dyffryn-helyg-demo", out))


def html(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_every_page_stands_in_both_languages(both: Path) -> None:
    pages = {path.relative_to(both).as_posix() for path in both.rglob("*.html")}
    welsh = {path.removeprefix(WELSH) for path in pages if path.startswith(WELSH)}
    assert {path for path in pages if not path.startswith(WELSH)} == welsh


def test_each_page_names_its_language_and_leads_to_itself_in_the_other(both: Path) -> None:
    wrong = []
    for path, page in read_pages(both).items():
        code, other = ("cy", "en") if path.startswith(WELSH) else ("en", "cy")
        counterpart = path.removeprefix(WELSH) if code == "cy" else WELSH + path
        told = next(attributes["lang"] for tag, attributes in page.elements if tag == "html")
        ways = [
            a["href"] for tag, a in page.elements if tag == "a" and a.get("hreflang") == other and a["lang"] == other
        ]
        home = {f"{WELSH}index.html", "index.html"} if path.endswith(ERROR_PAGES) else {counterpart}
        if code != told or {page.resolve(urlsplit(way).path) for way in ways} - home or not ways:
            wrong.append(path)
    assert [] == wrong


def test_every_link_of_every_language_leads_to_a_file(both: Path) -> None:
    dead = {
        f"{page.path}: {address}"
        for page in read_pages(both).values()
        for _, address in page.links
        if not urlsplit(address).scheme and not page.path.endswith(ERROR_PAGES)
        if not (both / page.resolve(address)).is_file()
    }
    assert set() == dead


def test_search_engines_are_told_of_both_languages(both: Path) -> None:
    found = re.findall(r'rel="alternate" hreflang="([a-z-]+)" href="([^"]+)"', html(both, "cy/r/childline/index.html"))
    root = "https://safeguarding.dyffryn-helyg.example.org/"
    expected = [("en", f"{root}r/childline/"), ("cy", f"{root}cy/r/childline/"), ("x-default", f"{root}r/childline/")]
    assert expected == found


def test_a_page_without_a_translation_says_so_and_names_the_language_of_its_text(both: Path) -> None:
    page = html(both, "cy/toolkit/trauma/index.html")
    note = read_languages(Path(__file__).parents[2])["cy"].translate_html("translation.none")
    assert '<article class="md-typeset" lang="en">' in page
    assert f'lang="cy" data-search="off">{note}</p>' in page
    assert str(note) not in html(both, "cy/what-to-do/index.html")


def test_a_translated_page_keeps_the_addresses_of_its_sections(both: Path) -> None:
    english, welsh = (
        re.findall('<h2 id="([^"]+)"', html(both, f"{base}what-to-do/index.html")) for base in ("", WELSH)
    )
    assert english == welsh
    assert '<h2 id="in-short">Yn fyr</h2>' in html(both, "cy/what-to-do/index.html")


def test_text_of_data_that_is_not_translated_names_its_language(both: Path) -> None:
    assert re.search(r'<h1 lang="en">Report Remove', html(both, "cy/r/report-remove/index.html"))
    assert ' lang="en"' not in html(both, "r/childline/index.html").replace('<html lang="en"', "")


def test_no_english_word_of_the_interface_stands_on_a_page_that_is_all_welsh(both: Path) -> None:
    languages = read_languages(Path(__file__).parents[2])
    english, welsh = languages["en"].words, languages["cy"].words
    sentences = [words for key, words in english.items() if isinstance(words, str) and words != welsh[key]]
    sentences = [words for words in sentences if "{" not in words and len(words.split()) > 1]
    for path in ("cy/index.html", "cy/what-to-do/index.html", "cy/search/index.html", "cy/my-list/index.html"):
        page = re.sub(r'lang="en"[^>]*>.*?</', "", html(both, path))
        assert [] == [words for words in sentences if f">{words}<" in page], path


def test_each_script_speaks_the_language_of_its_site(both: Path) -> None:
    (script,) = (both / "cy/assets/hashed").glob("site.*.js")
    words = script.read_text("utf-8")
    assert "Clirio popeth" in words and "Clear all" not in words
    assert "Tachwedd" in html(both, "cy/assets/forms.js")


def test_the_search_of_each_language_holds_its_words_and_all_pages(both: Path) -> None:
    index = json.loads(html(both, "cy/assets/search/index.js").split(", ", 1)[1].removesuffix(");\n"))
    assert "Llinellau cymorth" in index["entries"] and "Trauma" in index["entries"]


@pytest.mark.parametrize(("form", "language"), [("record-of-signs", "cy-GB"), ("staff-survey", "en-GB")])
def test_a_document_names_its_language(both: Path, form: str, language: str) -> None:
    with pikepdf.open(both / f"cy/downloads/{form}.pdf") as pdf:  # the second has no translation
        assert language == str(pdf.Root.Lang)
    with zipfile.ZipFile(both / f"cy/downloads/{form}.docx") as word:
        assert f"<dc:language>{language}<" in word.read("docProps/core.xml").decode()


def test_answers_stand_under_the_same_names_and_values_in_each_language(both: Path) -> None:
    asked = {}
    for base in ("", WELSH):
        page = read_pages(both)[f"{base}forms/record-of-signs/index.html"]
        fields = [attributes for tag, attributes in page.elements if tag in {"input", "textarea"}]
        asked[base] = [(field.get("name"), field.get("value")) for field in fields if field.get("name")]
    assert asked[""] == asked[WELSH]
    assert "Teimladau</label>" in html(both, "cy/forms/record-of-signs/index.html")


def test_files_for_hosts_stand_once(both: Path) -> None:
    assert (both / "version.json").is_file() and not (both / "cy/version.json").exists()


def test_a_site_in_one_language_has_no_trace_of_another(site: Path) -> None:
    assert not (site / "cy").exists()
    for path in ("index.html", "helplines/index.html"):
        assert "hreflang" not in html(site, path) and "Cymraeg" not in html(site, path)


@pytest.mark.browser
def test_the_toggle_leads_there_and_back_from_a_folder(both: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((both / "toolkit/trauma/index.html").as_uri())
    page.get_by_role("link", name="Cymraeg").click()
    expect_address(page, "/cy/toolkit/trauma/index.html")
    page.get_by_role("link", name="English", exact=True).click()
    expect_address(page, (both / "toolkit/trauma/index.html").as_uri())
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation_on_welsh_pages(both: Path, chromium: Browser, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    found = []
    for path in ("index", "what-to-do/index", "toolkit/trauma/index", "pathways/images/index", "resources/index"):
        page.goto((both / f"cy/{path}.html").as_uri())
        found += [f"{path}: {violation['id']}" for violation in Axe().run(page).response["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.close()
    assert [] == found


def test_a_translation_of_nothing_and_one_without_its_headings_are_told(project: Path) -> None:
    for name, text in {"toolkit/nothing": "", "toolkit/trauma": "# Trawma\n"}.items():
        front = "---\ntitle: Trawma\ndescription: Trawma.\n---\n\n"
        (project / f"docs/{name}.cy.md").write_text(front + text, "utf-8")
    folder = project / "partnerships/ours"
    folder.mkdir(parents=True)
    settings = "name: Ours\nsite_name: Ours\nkind: partnership\nlanguages: [en, cy]\n"
    (folder / "partnership.yml").write_text(settings, "utf-8")
    options = Options(partnership="ours")
    with pytest.raises(ProblemsFound) as found:
        read_site(project, MACROS, options)
    assert ["docs/toolkit/nothing.cy.md: there is no page toolkit/nothing.md that this could be a translation of"] == [
        str(problem) for problem in found.value.problems
    ]
    (project / "docs/toolkit/nothing.cy.md").unlink()
    with pytest.raises(ProblemsFound) as found:
        list(read_others(read_site(project, MACROS, options), MACROS, options))
    assert "docs/toolkit/trauma.cy.md" in str(found.value) and "Keep each of them" in str(found.value)


def test_a_copy_in_a_language_that_is_not_there_is_told(project: Path) -> None:
    folder = project / "partnerships/ours"
    folder.mkdir(parents=True)
    settings = "name: Ours\nsite_name: Ours\nkind: partnership\nlanguages: [en, cz]\n"
    (folder / "partnership.yml").write_text(settings, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_site(project, MACROS, Options(partnership="ours"))
    assert "partnerships/ours/partnership.yml:4" in str(found.value) and "'cz'" in str(found.value)


def test_every_form_stands_in_each_language(both: Path) -> None:
    names = {path.parent.name for path in (both / "forms").glob("*/index.html")}
    assert {"leaflet-children", "leaflet-parents", "pocket-card-talking-with-a-child", "record-of-signs"} <= names
    assert names == {path.parent.name for path in (both / "cy/forms").glob("*/index.html")}


@pytest.mark.parametrize("language", ["", "cy/"])
@pytest.mark.parametrize("leaflet", ["leaflet-children", "leaflet-parents"])
def test_a_leaflet_is_one_sheet_of_two_sides_in_each_language(both: Path, language: str, leaflet: str) -> None:
    with pikepdf.open(both / f"{language}downloads/{leaflet}.pdf") as paper:
        assert 2 == len(paper.pages)


def test_every_script_of_words_to_say_is_a_card_in_each_language(both: Path) -> None:
    names = {path.name for path in (both / "downloads").glob("words-to-say-*.pdf")}
    assert len(names) >= 12
    assert names == {path.name for path in (both / "cy/downloads").glob("words-to-say-*.pdf")}
    with pikepdf.open(both / "cy/downloads/words-to-say-child-begins-to-tell.pdf") as pdf:
        assert "Geiriau i'w dweud: Mae plentyn yn dechrau dweud" == str(pdf.docinfo["/Title"])


@pytest.mark.browser
def test_every_sheet_of_a_pathway_in_welsh_fits_one_page(both: Path, chromium: Browser) -> None:
    sheets = sorted((both / "cy/pathways").glob("*/print/index.html"))
    assert len(sheets) >= 11
    page = chromium.new_page()
    pages = {}
    for sheet in sheets:
        page.goto(sheet.as_uri())
        pages[sheet.parent.parent.name] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    page.close()
    assert {} == {name: count for name, count in pages.items() if count != 1}
