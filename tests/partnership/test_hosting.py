"""A copy works wherever its folder is put: at a host's root, below a path, behind nginx, and opened as files."""

from __future__ import annotations

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest
import yaml

from macros import MACROS
from tests.web_servers import ask
from toolkit.site.compose.brand import with_file_links
from toolkit.site.finish.hosts import compress_for_host, what_the_host_lacks, write_server_files
from toolkit.site.model import ERROR_PAGES, Options, Site
from toolkit.site.read import read_others

ROOT = Path(__file__).resolve().parents[2]
HOSTING = ROOT / "hosting"
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


def test_every_link_leads_to_a_file_wherever_the_folder_stands(larkmead: Path) -> None:
    for page in larkmead.rglob("*.html"):
        if page.name in ERROR_PAGES:
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
        status, _, html = ask(base + start)
        assert 200 == status
        for link in links_of(html):
            address = urljoin(base + start, link)
            assert address.startswith(base) and 200 == ask(address).status, address


def test_links_of_an_offline_copy_lead_to_files() -> None:
    html = (
        '<a href="../x/">1</a><a href="./#a">2</a><a href="../..">3</a><a href="https://x.org/">4</a><a href="#b">5</a>'
    )
    assert (
        '<a href="../x/index.html">1</a><a href="./index.html#a">2</a><a href="../../index.html">3</a>'
        '<a href="https://x.org/">4</a><a href="#b">5</a>'
    ) == with_file_links(html)


# What every recipe sends besides the policy of the pages; frames are refused twice, for old browsers.
OFF = (
    "accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid idle-detection "
    "magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock serial usb "
    "xr-spatial-tracking"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in OFF.split()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
KEPT = "public, max-age=31536000, immutable"
HTTPS_ONLY = ("Strict-Transport-Security", "max-age=31536000")


def read_iis() -> dict[str, str]:
    config = ElementTree.parse(HOSTING / "published/web.config").getroot()
    headers = config.find("system.webServer/httpProtocol/customHeaders")
    assert headers is not None
    return {add.attrib["name"]: add.attrib["value"] for add in headers.iter("add")}


def read_headers_file() -> dict[str, dict[str, str]]:
    """The rules of Netlify and Cloudflare: by address, the headers below it."""
    rules: dict[str, dict[str, str]] = {}
    for line in (HOSTING / "published/_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line, {})
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            headers[name] = value
        else:
            assert not line or line.startswith("#"), line
    return rules


def read_cloudfront() -> dict[str, str]:
    settings = json.loads((HOSTING / "cloudfront-headers.json").read_text("utf-8"))
    security, items = settings["SecurityHeadersConfig"], settings["CustomHeadersConfig"]["Items"]
    assert len(items) == settings["CustomHeadersConfig"]["Quantity"]
    assert security["ContentTypeOptions"]["Override"]
    return {item["Header"]: item["Value"] for item in items} | {
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": security["FrameOptions"]["FrameOption"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "Strict-Transport-Security": f"max-age={security['StrictTransportSecurity']['AccessControlMaxAgeSec']}",
    }


def test_every_recipe_sends_the_same_headers_and_the_policy_of_the_pages(larkmead: Path) -> None:
    policy = {"Content-Security-Policy": f"{policy_of(larkmead)}; frame-ancestors 'none'"}
    rules, again = read_headers_file(), {"Cache-Control": "no-cache"}
    assert rules == {"/*": HEADERS | policy | dict([HTTPS_ONLY]), "/assets/hashed/*": {"Cache-Control": KEPT}}
    assert read_iis() == HEADERS | policy | again
    assert read_cloudfront() == HEADERS | policy | dict([HTTPS_ONLY])
    nginx = (HOSTING / "nginx.conf").read_text("utf-8")
    sent = dict(re.findall(r'^    add_header (\S+) "(.*)" always;', nginx, re.MULTILINE))
    assert sent == HEADERS | policy
    apache = (HOSTING / "published/.htaccess").read_text("utf-8")
    sent = dict(re.findall(r'^    Header always set (\S+) "([^"]*)"$', apache, re.MULTILINE))
    assert sent == HEADERS | policy
    for text in (nginx, apache, (HOSTING / "published/web.config").read_text("utf-8")):
        assert all(part in text for part in HTTPS_ONLY), "said in a remark, because the host may lack https"


def test_every_recipe_can_be_read_by_what_reads_it() -> None:
    for name in ("github-pages.yml", "github-update.yml", "github-matrix.yml", "gitlab-ci.yml"):
        assert yaml.safe_load((HOSTING / name).read_text("utf-8")), name
    assert ".git" in (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def test_iis_takes_away_what_the_server_may_set_before_it_adds_it() -> None:
    tree = ElementTree.parse(HOSTING / "published/web.config")
    for collection in tree.iter():
        steps = [(step.tag, *sorted(step.attrib.items())[:1]) for step in collection if isinstance(step.tag, str)]
        for number, step in enumerate(collection):
            if step.tag in {"add", "mimeMap", "error"} and collection.find("clear") is None:
                key = next(name for name in ("name", "fileExtension", "statusCode", "segment") if name in step.attrib)
                before = [each for each in list(collection)[:number] if each.tag == "remove"]
                assert step.attrib[key] in {each.attrib[key] for each in before}, steps


def policy_of(site: Path) -> str:
    """The policy that stands in each page: what a header says besides is what a page cannot say of itself."""
    home = (site / "index.html").read_text("utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', home)
    assert found
    return found[1]


def test_a_copy_that_names_no_host_has_the_files_of_those_that_ignore_the_rest(larkmead: Path) -> None:
    assert (larkmead / "_headers").is_file() and (larkmead / "web.config").is_file()
    assert not (larkmead / ".htaccess").exists() and not list(larkmead.rglob("*.gz"))


@pytest.mark.parametrize(
    ("host", "files"),
    [
        ("nginx", set()), ("container", set()), ("apache", {".htaccess"}), ("iis", {"web.config"}),
        ("netlify", {"_headers", "_redirects"}), ("cloudflare", {"_headers"}), ("github-pages", set()),
        ("gitlab-pages", set()), ("object-storage", set()),
    ],
)  # fmt: skip
def test_the_files_of_one_host_are_not_published_on_another(
    host: str, files: set[str], tmp_path: Path, site_of: Callable[[dict[str, str]], Site]
) -> None:
    text = f"name: Ours\nsite_name: Ours\nkind: council\nlanguages: [en, cy]\njurisdictions: [wales]\nhost: {host}\n"
    site = site_of({"partnership.yml": text})
    (tmp_path / "cy").mkdir()
    (tmp_path / "index.html").write_text("<p>Words.</p>" * 200, "utf-8")
    write_server_files(site, tmp_path)
    for translation in read_others(site, MACROS, Options(partnership=str(tmp_path / "ours"))):
        write_server_files(translation, tmp_path / "cy")
    compress_for_host(site, tmp_path)
    assert files == {path.name for path in tmp_path.iterdir()} & {".htaccess", "web.config", "_headers", "_redirects"}
    of_welsh = {path.name: path.read_text("utf-8") for path in (tmp_path / "cy").iterdir()}
    assert set(of_welsh) == files & {".htaccess", "web.config"}
    assert all("404" in text and "Content-Security-Policy" not in text for text in of_welsh.values())
    assert (tmp_path / "index.html.gz").is_file() == (host in {"nginx", "apache", "container"})
    assert bool(what_the_host_lacks(site)) == host.endswith("-pages")
