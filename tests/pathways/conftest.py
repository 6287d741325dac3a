"""What the tests of the pathways share: the real data, and a browser that looks at the real site."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from toolkit.library import load_library

ROOT = Path(__file__).resolve().parents[2]
IDS = [path.stem for path in sorted((ROOT / "data/pathways").glob("*.yml"))]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="session")
def library():
    return load_library(ROOT)


@pytest.fixture(scope="session")
def site_address(site):
    """Where the built site is served from, without a slash at its end."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("TOOLKIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site_address):
    """Opens an address of the site; keyword arguments are those of a browser context."""
    contexts = []

    def open_page(address, **given):
        contexts.append(chromium.new_context(**given))
        page = contexts[-1].new_page()
        page.goto(f"{site_address}/{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()
