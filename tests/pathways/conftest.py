"""What the tests of the pathways share: the real data, and a browser that looks at the real site."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue.read import load_library

ROOT = Path(__file__).resolve().parents[2]
IDS = [path.stem for path in sorted((ROOT / "data/pathways").glob("*.yml"))]


@pytest.fixture(scope="session")
def library():
    return load_library(ROOT)


@pytest.fixture
def open_page(chromium, address):
    """Opens an address of the site; keyword arguments are those of a browser context."""
    contexts = []

    def open_page(path, **given):
        contexts.append(chromium.new_context(**given))
        page = contexts[-1].new_page()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
