"""A copy works wherever its folder is put: at a host's root, below a path, behind nginx, and opened as files."""

from __future__ import annotations

import functools
import http.server
import json
import re
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest
import yaml

from toolkit.site.compose.brand import with_file_links

ROOT = Path(__file__).resolve().parents[2]
Serve = Callable[[Path], str]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def plain_server(tmp_path: Path) -> Iterator[Serve]:
    """Serves a folder with Python's own server and gives its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def links_of(html: str) -> set[str]:
    found = {urldefrag(link)[0] for link in re.findall(r'(?:href|src)="([^"]*)"', html)}
    return {link for link in found if link and not re.match(r"[a-z]+:", link)}


def get(address: str) -> tuple[int, dict[str, str], str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, dict(answer.headers), answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode("utf-8", "replace")


def test_every_link_leads_to_a_file_wherever_the_folder_stands(larkmead: Path) -> None:
    for page in larkmead.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in links_of(page.read_text("utf-8")):
            assert not link.startswith("/"), (page, link)
            target = (page.parent / unquote(link)).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (page, link)


def test_a_copy_works_below_a_path(larkmead: Path, tmp_path: Path, plain_server: Serve) -> None:
    (tmp_path / "web").mkdir()
    shutil.copytree(larkmead, tmp_path / "web" / "a" / "toolkit")
    base = plain_server(tmp_path / "web") + "a/toolkit/"
    for start in ("", "toolkit/trauma/", "r/childline/"):
        status, _, html = get(base + start)
        assert 200 == status
        for link in links_of(html):
            address = urljoin(base + start, link)
            assert address.startswith(base) and 200 == get(address)[0], address


def test_links_of_an_offline_copy_lead_to_files() -> None:
    html = (
        '<a href="../x/">1</a><a href="./#a">2</a><a href="../..">3</a><a href="https://x.org/">4</a><a href="#b">5</a>'
    )
    assert (
        '<a href="../x/index.html">1</a><a href="./index.html#a">2</a><a href="../../index.html">3</a>'
        '<a href="https://x.org/">4</a><a href="#b">5</a>'
    ) == with_file_links(html)


def test_recipes_are_well_formed_and_send_the_policy_of_the_pages(larkmead: Path) -> None:
    hosting = ROOT / "hosting"
    for name in ("github-pages.yml", "github-update.yml", "github-matrix.yml", "gitlab-ci.yml"):
        assert yaml.safe_load((hosting / name).read_text("utf-8")), name
    config = ElementTree.parse(hosting / "published/web.config").getroot()
    (iis,) = (add.get("value") for add in config.iter("add") if add.get("name") == "Content-Security-Policy")
    (headers,) = re.findall(r"Content-Security-Policy: (.*)", (hosting / "published/_headers").read_text("utf-8"))
    (nginx,) = re.findall(r'Content-Security-Policy "(.*)" always', (hosting / "nginx.conf").read_text("utf-8"))
    network = json.loads((hosting / "cloudfront-headers.json").read_text("utf-8"))
    cloud = network["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert iis == headers == nginx == cloud == f"{policy_of(larkmead)}; frame-ancestors 'none'"


def policy_of(site: Path) -> str:
    """The policy that stands in each page: what a header says besides is what a page cannot say of itself."""
    home = (site / "index.html").read_text("utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', home)
    assert found
    return found[1]


def test_what_web_hosts_read_is_published(larkmead: Path) -> None:
    assert (larkmead / "_headers").is_file() and (larkmead / "web.config").is_file()
