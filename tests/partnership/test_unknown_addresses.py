"""What is offered where nobody knows the address of a resource: a search that says so, and never a made-up link."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.site.finish.my_list import my_list_data
from toolkit.site.model import Site
from toolkit.site.views.resources import resource_page

Make = Callable[[dict[str, str]], Site]
Read = Callable[[dict[str, str]], list[str]]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"
FILM, KNOWN = "supporting-practice-01", "childline"


def look(site: Site, id: str = FILM) -> dict[str, str | None] | None:
    return resource_page(site, f"r/{id}.md", id)["look"]


def test_a_search_for_the_title_is_limited_to_the_publishers_site(site_of: Make) -> None:
    site = site_of({})
    url = "https://duckduckgo.com/?q=site%3Acsacentre.org.uk%20Introduction%20to%20our%20videos%20%2801%2F12%29"
    assert {"url": url, "engine": "duckduckgo.com"} == look(site)
    assert look(site, KNOWN) is None


def test_a_copy_chooses_the_search_or_none(site_of: Make) -> None:
    site = site_of({"partnership.yml": LEAST + "web_search: https://search.example.org/find/{words}?safe=1\n"})
    url = "https://search.example.org/find/site%3Acsacentre.org.uk%20Introduction%20to%20our%20videos%20%2801%2F12%29?safe=1"
    assert {"url": url, "engine": "search.example.org"} == look(site)
    assert "" == (look(site_of({"partnership.yml": LEAST + "web_search: none\n"})) or {})["url"]


def test_the_search_of_the_publishers_own_site_comes_first(site_of: Make) -> None:
    text = "replace:\n  - id: csa-centre\n    search: https://www.csacentre.org.uk/?s={words}\n"
    publisher = site_of({}).library.resources[FILM].publisher
    found = look(site_of({"data/publishers.yml": text.replace("csa-centre\n", f"{publisher}\n")}))
    url = "https://www.csacentre.org.uk/?s=Introduction%20to%20our%20videos%20%2801%2F12%29"
    assert {"url": url, "engine": None} == found


def test_a_search_without_a_place_for_the_words_is_refused(problems_of: Read) -> None:
    for value in ("https://search.example.org/", "http://search.example.org/?q={words}", "find it"):
        problems = problems_of({"partnership.yml": f"{LEAST}web_search: '{value}'\n"})
        assert 1 <= len(problems) and "partnership.yml:4: 'web_search" in problems[0], problems


def test_a_handout_has_the_exact_address_or_that_of_the_page_on_this_site(site_of: Make) -> None:
    entries = {entry["id"]: entry for entry in my_list_data(site_of({}))["resources"]}
    assert "https://www.childline.org.uk/" == entries[KNOWN]["address"]
    assert not {"address", "code"} & entries[FILM].keys(), "a site that does not know its own address prints none"
    data = my_list_data(site_of({"partnership.yml": LEAST + "address: https://our.example.org/\n"}))
    entries = {entry["id"]: entry for entry in data["resources"]}
    assert f"https://our.example.org/r/{FILM}/" == entries[FILM]["address"]
    assert data["codes"][entries[FILM]["code"]]
