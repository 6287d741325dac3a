"""The built site in a real Chromium, served from this computer; whatever a page does amiss is collected."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

CHROMIUM = os.environ.get("TOOLKIT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class QuietServer(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: a page that is left while it still loads hangs up."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site's address on this computer, with a slash at its end."""
    handler = functools.partial(QuietHandler, directory=str(site))
    server = QuietServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page of the browser and all that went amiss in it: console errors, and requests that left the site."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def watch(self) -> None:
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.context.route("**/*", self._pass)

    def _pass(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:")):
            route.continue_()
        else:
            self.left.append(route.request.url)
            route.abort()


class Visits:
    """Opens visits, each in a context of its own, and closes them when the test is over."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.opened: list[Visit] = []

    def open(self, width: int = 1280, height: int = 900, scheme: str = "light", script: bool = True) -> Visit:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        visit = Visit(context.new_page(), self.address)
        visit.watch()
        self.opened.append(visit)
        return visit


@pytest.fixture
def visits(chromium: Browser, address: str) -> Iterator[Visits]:
    opened = Visits(chromium, address)
    yield opened
    for visit in opened.opened:
        visit.page.context.close()


def expect_address(page: Page, ending: str) -> None:
    """The page's address ends so: at once, or as soon as the page has written it."""
    expect(page).to_have_url(re.compile(re.escape(ending) + "$"))
