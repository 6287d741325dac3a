"""Every setting of a copy is explained on the page of settings and named in the file that a new copy begins with."""

from __future__ import annotations

from pathlib import Path

from toolkit.catalogue.read import load_library
from toolkit.overlays.folder import SETTINGS
from toolkit.pages.placeholders import block
from toolkit.partnership.languages import TRANSLATED
from toolkit.partnership.model import Colours, Partnership
from toolkit.partnership.reference import setting_groups, setting_lines
from toolkit.partnership.scaffold import NewCopy, unnamed_settings, write_folder
from toolkit.site.pages.reference_pages import SETTINGS_PAGE, reference_pages


def test_every_setting_is_explained_in_words() -> None:
    lines = dict(setting_lines())
    assert {"name", "legal.post", "brand.colours.dark.link", "children.year"} <= lines.keys()
    assert [] == [path for path, about in lines.items() if not about]
    groups = {group.path: {key.name for key in group.keys} for group in setting_groups()}
    assert Colours.model_fields.keys() - {"dark"} == groups["brand.colours"]
    assert Partnership.model_fields.keys() == groups["partnership"] | {path for path in groups if "." not in path} - {
        "partnership"
    }


def test_a_new_copy_begins_with_a_file_that_names_every_setting(root: Path, tmp_path: Path) -> None:
    folder = write_folder(root, "our-copy", NewCopy("Our body", "Our toolkit"), tmp_path)
    text = (folder / SETTINGS).read_text("utf-8")
    assert "\n# children.count: Children under 18\n" in text and "<" not in text.replace("<slug>", "")
    named_below = {line[2:].split(":")[0] for line in text.splitlines() if line.startswith("# ")}
    assert set() == {path for path, _ in unnamed_settings(text)} - named_below


def test_the_page_of_settings_shows_every_group(root: Path) -> None:
    pages = {path: text for path, _, _, text in reference_pages(load_library(root))}
    assert all(block("setting-help", group=group.path) in pages[SETTINGS_PAGE] for group in setting_groups())


def test_the_settings_that_may_differ_by_language_are_marked_in_the_model() -> None:
    assert ("name", "short_name", "site_name", "nouns", "legal") == TRANSLATED
