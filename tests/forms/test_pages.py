"""Form pages and the template library as they are built, and a form of another field that needs only its file."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.site.pages import Page, read_pages
from toolkit.catalogue.library import Library
from toolkit.documents.layout import lay_out
from toolkit.forms.mentions import mentions
from toolkit.forms.parts import papers
from toolkit.pages.page import page_url
from toolkit.site.compose.formats import formats_of

AFTER_TELLING = (
    *("record-of-what-a-child-said", "referral-preparation", "what-happens-next"),
    *("pupil-safety-plan", "chronology", "escalation-letter"),
)


def page_at(site: Path, path: str) -> Page:
    page = Page(path)
    page.feed((site / path / "index.html").read_text("utf-8"))
    return page


def test_every_field_of_every_form_stands_on_its_page_with_a_label(site: Path, library: Library) -> None:
    for form in library.forms.values():
        page = page_at(site, f"forms/{form.id}")
        inputs = [a for tag, a in page.elements if tag in ("input", "textarea", "select") and "name" in a]
        assert {field.key for field in lay_out(form).fields} == {a["name"] for a in inputs}
        labelled = {a["for"] for tag, a in page.elements if tag == "label" and "for" in a}
        assert {a["id"] for a in inputs if "id" in a} == {name for name in labelled if name.startswith("f/")}
        assert len(set(page.ids)) == len(page.ids), form.id


def test_a_form_about_people_is_never_kept_by_the_browser(library: Library) -> None:
    personal = {form.id for form in library.forms.values() if form.holds_personal_data}
    expected = {"record-of-signs", "supervision-reflection-sheet", "staff-survey", *AFTER_TELLING}
    assert expected | {"family-safety-plan-siblings", "family-safety-plan-adult-at-home"} <= personal
    assert {"file"} == {library.forms[name].save for name in personal}


def test_the_library_lists_every_form_with_files_that_are_there(site: Path, library: Library) -> None:
    in_library = {address for _, address in page_at(site, "forms").links}
    for form in library.forms.values():
        assert f"../{form.entrance}" in in_library
        names = [f"{stem}{format.ending}" for stem, _ in papers(form) for format in formats_of(form)]
        names += [f"{stem}-example.pdf" for stem, _ in papers(form) if form.id in library.form_examples]
        assert names, form.id
        assert not [name for name in names if not (site / "downloads" / name).is_file()]
        own = {address for _, address in page_at(site, form.address).links}
        assert {f"../../downloads/{name}" for name in names} <= own
        files = {f"../downloads/{name}" for name in names}
        assert files & in_library == (set() if form.leads_through else files), form.id


def test_lists_and_offers_lead_to_a_safety_plan_through_the_page_on_exit_which_leads_on(
    site: Path, library: Library
) -> None:
    through = {form.id: form for form in library.forms.values() if form.leads_through}
    assert {"family-safety-plan-siblings", "family-safety-plan-adult-at-home", "pupil-safety-plan"} == set(through)
    onward = {address for _, address in page_at(site, "before-a-safety-plan").links}
    for form in through.values():
        assert f"../{form.address}" in onward, form.id
        assert "before-a-safety-plan/" == form.entrance
        assert "../../before-a-safety-plan/" in {address for _, address in page_at(site, form.address).links}
        for listing in ("forms", *(page_url(path) for path in form.pages)):
            html = (site / listing / "index.html").read_text("utf-8")
            links = set(re.findall(rf'href="([^"]*)"[^>]*>{re.escape(form.title)}</a>', html))
            assert {"../" * len(Path(listing).parts) + form.entrance} == links, (form.id, listing)
    text = (site / "before-a-safety-plan/index.html").read_text("utf-8")
    assert "Not yet reviewed by a safeguarding practitioner" in text


def test_no_page_leads_past_the_page_on_exit(site: Path, library: Library) -> None:
    forms = [form for form in library.forms.values() if form.leads_through]
    through = {f"{form.address}index.html": form for form in forms}
    through |= {
        f"downloads/{stem}{type.ending}": form
        for form in forms
        for stem, _ in papers(form)
        for type in formats_of(form)
    }
    past = {
        (page.path, address)
        for page in read_pages(site).values()
        for tag, address in page.links
        if tag == "a" and not address.startswith("#") and (form := through.get(page.resolve(address)))
        if page.path not in (f"{form.entrance}index.html", f"{form.address}index.html")
        if page.path != "development/components/index.html"  # it leads editors to every component that is a page
    }
    assert set() == past


def test_a_result_of_the_search_leads_to_the_page_on_exit(site: Path, library: Library) -> None:
    data = json.loads((site / "assets/search/index.js").read_text("utf-8").partition(", ")[2].rstrip(");\n"))
    assert {form.address: form.entrance for form in library.forms.values() if form.leads_through} == dict(
        data["entrances"]
    )
    assert set(dict(data["entrances"])) <= {line.split("\t")[2] for line in data["entries"].split("\n")}


def test_a_pathway_names_the_forms_that_help_there(site: Path, library: Library) -> None:
    for pathway in library.pathways.values():
        links = {address for _, address in page_at(site, f"pathways/{pathway.id}").links}
        forms = [library.forms[id] for id in pathway.forms]
        assert forms, pathway.id
        for form in forms:
            assert (f"../../{form.entrance}" in links) != form.held_for_review, (pathway.id, form.id)


def test_a_row_leads_to_its_chapters_and_each_chapter_leads_back_to_the_row(site: Path, library: Library) -> None:
    for form in library.forms.values():
        links = {address for _, address in page_at(site, f"forms/{form.id}").links}
        for path, parts in mentions(form).items():
            back = {address for _, address in page_at(site, page_url(path)).links}
            root = "../" * page_url(path).count("/")
            assert any(link.startswith(f"../../{page_url(path)}") for link in links), (form.id, path)
            if form.leads_through:
                assert f"{root}{form.entrance}" in back, (form.id, path)
                continue
            assert {f"{root}forms/{form.id}/#{part.anchor}" for part in parts} <= back, (form.id, path)


def test_every_form_to_fill_in_says_what_to_read_at_some_part_of_it(library: Library) -> None:
    fillable = [form for form in library.forms.values() if form.is_fillable]
    assert [] == [form.id for form in fillable if not any(mentions(form).values())]
