"""What a copy adds, replaces and hides, and the notes that it puts on pages that stay upstream's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from toolkit.pages.local import find_place, read_notes
from toolkit.partnership.contacts import add_months, due_on, missing_contacts, overdue
from toolkit.partnership.policy import fill_policy
from toolkit.site.model import Site

Read = Callable[[dict[str, str]], list[str]]
Make = Callable[[dict[str, str]], Site]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"


def test_a_replacement_changes_the_keys_that_it_gives_and_keeps_the_rest(site_of: Make) -> None:
    plain = site_of({}).library.resources["childline"]
    site = site_of({"resources.yml": "replace:\n  - id: childline\n    summary: Our words.\n    hours:\n"})
    ours = site.library.resources["childline"]
    assert ("Our words.", None) == (ours.summary, ours.hours)
    assert (plain.title, plain.phone, plain.url) == (ours.title, ours.phone, ours.url)
    assert list(site_of({}).library.resources) == list(site.library.resources)


def test_an_address_of_the_publisher_takes_the_place_of_an_exact_one(site_of: Make) -> None:
    text = "replace:\n  - id: childline\n    host: https://www.example.org/\n"
    ours = site_of({"resources.yml": text}).library.resources["childline"]
    assert (None, "https://www.example.org/") == (ours.url, ours.host)


def test_a_mistake_in_a_replacement_is_told_at_its_own_line(problems_of: Read) -> None:
    text = "replace:\n  - id: childline\n    summary: Fine.\n    topics: [truama]\n"
    assert ["resources.yml:4: resource 'childline': unknown topic 'truama' in 'topics'. Did you mean 'trauma'?"] == (
        problems_of({"resources.yml": text})
    )


def test_an_added_entry_that_upstream_has_already_is_told(problems_of: Read) -> None:
    text = (
        "add:\n  - id: childline\n    title: Ours\n    summary: Ours.\n    publisher: nspcc\n    kind: guide\n"
        "    topics: [trauma]\n    audience: [education]\n    access: free\n    host: https://example.org/\n"
        "    written: 2026-11-23\n"
    )
    (found,) = problems_of({"resources.yml": text})
    assert found.startswith("resources.yml:2: resource 'childline': the id 'childline' is also on line")


def test_hiding_needs_a_reason(problems_of: Read) -> None:
    assert [
        "resources.yml:2: 'childline' is hidden without a reason. Add 'reason: ...'; readers who follow a link see it"
    ] == problems_of({"resources.yml": "hide:\n  - id: childline\n"})


def test_what_is_hidden_is_in_no_list_and_keeps_its_address(site_of: Make) -> None:
    site = site_of({"resources.yml": "hide:\n  - id: childline\n    reason: Not here.\n"})
    assert "childline" not in {resource.id for resource in site.library.general}
    assert "childline" in site.library.resources
    assert [] == site.library.select(ids=["childline"])


def test_only_resources_can_be_hidden(problems_of: Read) -> None:
    text = "hide:\n  - id: trauma\n    reason: x\n"
    assert ["data/terms.yml:1: terms cannot be hidden, because pages name them. Replace the text instead"] == (
        problems_of({"data/terms.yml": text})
    )


def test_the_resources_of_an_area_are_listed_where_the_copy_is_for_it(site_of: Make) -> None:
    ids = {r.id for r in site_of({"partnership.yml": LEAST + "areas: [kent-and-medway]\n"}).library.general}
    assert "kent-medical-pathway" in ids
    assert "kent-medical-pathway" not in {r.id for r in site_of({}).library.general}


def test_a_copy_for_one_nation_lists_nothing_that_is_for_the_other_alone(site_of: Make) -> None:
    of_wales = site_of({"partnership.yml": LEAST + "jurisdictions: [wales]\n"}).library.general
    assert not [r.id for r in of_wales if r.jurisdiction == ("england",)]
    assert [r.id for r in of_wales if r.jurisdiction == ("wales",)]


def test_a_contact_keeps_its_advice_and_gains_its_number(site_of: Make) -> None:
    text = LEAST + "contacts:\n  - id: lado\n    number: '01632 960 003'\n    written: 2026-01-31\n"
    library = site_of({"partnership.yml": text}).library
    lado = library.contacts["lado"]
    assert ("01632 960 003", "Local authority designated officer (LADO)") == (lado.number, lado.name)
    assert list(site_of({}).library.contacts) == list(library.contacts)
    assert date(2026, 7, 31) == due_on(lado, lado.lines[0])
    assert [] == overdue(library, date(2026, 7, 31))
    assert [("lado", date(2026, 7, 31))] == [(c.id, due) for c, _, due in overdue(library, date(2026, 8, 1))]


def test_every_contact_that_is_not_set_is_missing_but_the_police(site_of: Make) -> None:
    site = site_of({})
    missing = [contact.id for contact, _ in missing_contacts(site.library, site.pages)]
    assert ["front-door", "out-of-hours", "lado", "sarc"] == missing


def test_a_month_ends_on_its_last_day() -> None:
    assert date(2027, 2, 28) == add_months(date(2026, 8, 31), 6)


def test_notes_stand_under_the_headings_that_they_name() -> None:
    notes = list(read_notes("At the top.\n\n## Whom to tell\n\nUs.\n### More\nAnd us.\n", "notes/x.md"))
    assert [("", "notes/x.md", 1), ("Whom to tell", "notes/x.md", 4)] == [(n.heading, n.file, n.line) for n in notes]
    assert "### More" in notes[1].text


def test_a_note_goes_to_the_end_of_its_section() -> None:
    page = "---\ntitle: x\n---\n\n# Page\n\n## One\n\ntext\n\n```\n## not a heading\n```\n\n## Two\n\nend"
    assert 14 == find_place(page, "one")
    assert 17 == find_place(page, "Two")
    assert 5 == find_place(page, "")
    assert find_place(page, "Three") is None


def test_a_note_on_a_heading_that_is_gone_is_told_with_its_line(problems_of: Read) -> None:
    found = problems_of({"notes/toolkit/trauma.md": "\n\n## In shrt\n\nText.\n"})
    assert ["notes/toolkit/trauma.md:3: the page has no heading 'In shrt'. Did you mean 'In short'?"] == found


def test_a_mistake_in_a_note_is_told_in_the_note(problems_of: Read) -> None:
    found = problems_of({"notes/toolkit/trauma.md": '## In short\n\n{{ resource("chidline") }}\n'})
    assert [
        "notes/toolkit/trauma.md:3: resource() names the unknown resource 'chidline'. Did you mean 'childline'?"
    ] == found


def test_a_page_of_the_same_path_takes_the_place_of_upstreams(site_of: Make) -> None:
    text = "---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n"
    site = site_of({"docs/toolkit/trauma.md": text, "docs/new.md": text})
    assert "Ours" == site.page_at["toolkit/trauma.md"].meta.title
    assert ["new.md"] == [page.path for page in site.local_pages]


def test_a_word_that_is_not_known_is_told_with_its_line(problems_of: Read) -> None:
    text = '---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n\n{{ noun("seting") }} {{ body("lado", "plural") }}\n'
    assert "docs/new.md:8: noun() names the unknown noun 'seting'. Did you mean 'setting'?" in problems_of(
        {"docs/new.md": text}
    )


def test_a_policy_is_filled_below_its_line_and_shows_values_as_they_are(site_of: Make) -> None:
    text = "---\nt: [headteacher]\n---\n\nFill in [headteacher].\n\n---\n\n[headteacher] tells [chair].\n"
    filled = fill_policy(text, {"headteacher": "the **head** <b>"}, site_of({}).library.contacts)
    assert filled.endswith("The &#42;&#42;head&#42;&#42; &#60;b&#62; tells [chair].\n")
    assert "Fill in [headteacher]." in filled
