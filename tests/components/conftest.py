"""What tests of components share: the real site's data, and its files of forms in name only."""

from __future__ import annotations

import pytest

from macros import MACROS
from tests.conftest import copy_sources
from toolkit.forms.parts import papers
from toolkit.site.compose.formats import formats_of
from toolkit.site.compose.tree import composed_docs
from toolkit.site.fragments.render import Fragments
from toolkit.site.read import read_site


@pytest.fixture(scope="session")
def fragments(tmp_path_factory: pytest.TempPathFactory) -> Fragments:
    """The fragments of the real site; its PDF and Word files are empty, as only their sizes are told."""
    project = copy_sources(tmp_path_factory.mktemp("components") / "project")
    folder = composed_docs(project) / "downloads"
    folder.mkdir(parents=True)
    site = read_site(project, MACROS)
    for form in site.library.forms.values():
        for stem, _ in papers(form):
            for format in formats_of(form):
                (folder / f"{stem}{format.ending}").write_bytes(b"")
    return Fragments(site)
