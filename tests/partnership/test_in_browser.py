"""Copies in Chromium: nothing runs, nothing overflows, and axe finds no violation, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAGES = ("index.html", "helplines/index.html", "toolkit/trauma/index.html", "r/childline/index.html")
VIEWS = [(width, scheme) for scheme in ("light", "dark") for width in (1280, 320)]


@pytest.fixture
def opened(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("opened", VIEWS, indirect=True)
@pytest.mark.parametrize("copy", ["hostile", "larkmead"])
def test_a_copy_is_readable_and_harmless_wherever_it_is_opened_as_a_file(
    opened: Page, copy: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(copy)
    alerts: list[str] = []
    opened.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    for path in PAGES:
        opened.goto((site / path).as_uri())
        found = Axe().run(opened).response["violations"]
        assert [] == [(path, v["id"], v["nodes"][0]["target"]) for v in found]
        over = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, (path, over)
    assert [] == alerts
