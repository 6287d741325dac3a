"""What copies share is found out while it is rendered: whatever shows one copy's own is rendered for each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros import MACROS
from toolkit.site import views
from toolkit.site.fragments import shared
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site

HOME, TRAUMA = PageLocation("", "index.md"), PageLocation("toolkit/trauma/", "toolkit/trauma.md")
SETTINGS = "name: {name}\nsite_name: {name}'s toolkit\nkind: partnership\nshort_name: {name}\n"
Pair = tuple[Fragments, Fragments]


@pytest.fixture
def pair(project: Path, tmp_path: Path) -> Callable[[], Pair]:
    """The fragments of two copies of one project that differ in their settings alone."""

    def make() -> Pair:
        shared._rendered.clear()
        return Fragments(read(project, tmp_path, "Ashe")), Fragments(read(project, tmp_path, "Brook"))

    return make


def read(project: Path, folder: Path, name: str) -> Site:
    (folder / name.lower()).mkdir()
    (folder / name.lower() / "partnership.yml").write_text(SETTINGS.format(name=name), "utf-8")
    return read_site(project, MACROS, Options(partnership=str(folder / name.lower())))


def count(monkeypatch: pytest.MonkeyPatch, name: str, view: Callable[..., Any]) -> list[str]:
    """Replaces a view, and notes each call of it."""
    calls: list[str] = []

    def counted(site: Site, path: str, **given: Any) -> Any:
        calls.append(type(site).__name__)
        return view(site, path, **given)

    monkeypatch.setitem(views.VIEWS, name, counted)
    return calls


def test_a_setting_shown_by_a_template_is_each_copys_own(pair: Callable[[], Pair], project: Path) -> None:
    with (project / "components/topics-home/topics-home.html").open("a") as template:
        template.write("\n{% if copy is not none %}<p>{{ copy.partnership.name }}</p>{% endif %}\n")
    one, other = pair()
    assert "<p>Ashe</p>" in one.render("topics-home", {}, HOME)
    assert "<p>Brook</p>" in other.render("topics-home", {}, HOME)


def test_a_setting_that_a_view_reads_is_each_copys_own(
    pair: Callable[[], Pair], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = views.VIEWS["topics-home"]
    with (project / "components/topics-home/topics-home.html").open("a") as template:
        template.write("\n<p>{{ whose }}</p>\n")
    monkeypatch.setitem(
        views.VIEWS,
        "topics-home",
        lambda site, path: usual(site, path) | {"whose": "nobody" if site.copy is None else site.name},
    )
    one, other = pair()
    assert "<p>Ashe&#39;s toolkit</p>" in one.render("topics-home", {}, HOME)
    assert "<p>Brook&#39;s toolkit</p>" in other.render("topics-home", {}, HOME)


def test_what_shows_nothing_of_a_copy_is_rendered_once_for_both(
    pair: Callable[[], Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = count(monkeypatch, "topic", views.VIEWS["topic"])
    one, other = pair()
    assert one.render("topic", {"id": "trauma"}, TRAUMA) == other.render("topic", {"id": "trauma"}, TRAUMA)
    assert ["SharedSite"] == calls


def test_contacts_pages_texts_and_names_belong_to_one_copy(pair: Callable[[], Pair]) -> None:
    view = shared.share(pair()[0].site)
    for ask in (
        lambda: view.copy,
        lambda: view.local_pages,
        lambda: view.library.contacts,
        lambda: view.pages,
        lambda: view.filed_pages[0].text,
        lambda: view.filed_pages[0].words,
        lambda: view.page_at["about/index.md"],
        lambda: view.page_at.get("nowhere.md"),
        lambda: "nowhere.md" in view.page_at,
    ):
        with pytest.raises(shared.OfOneCopy):
            ask()
