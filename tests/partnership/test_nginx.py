"""The recipe for nginx, run in nginx: at a host's root and below a path."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.partnership.test_hosting import HEADERS, KEPT, links_of, policy_of
from tests.web_servers import ask, nginx_serving

pytestmark = pytest.mark.nginx


def copy_of(site: Path, place: Path) -> Path:
    """A copy of the site with a folder for a second language, which has its own page for what is not there."""
    shutil.copytree(site, place)
    (place / "cy").mkdir()
    (place / "cy/404.html").write_text("<h1>Heb ddod o hyd</h1>", "utf-8")
    return place


def sheet_of(site: Path) -> str:
    return next((site / "assets/hashed").glob("site.*.css")).relative_to(site).as_posix()


@pytest.mark.parametrize("below", ["", "toolkit/"])
def test_nginx_serves_a_copy_with_its_headers_and_own_pages_for_errors(
    below: str, larkmead: Path, tmp_path: Path
) -> None:
    copy_of(larkmead, tmp_path / "web" / below)
    with nginx_serving(tmp_path / "web", tmp_path, below) as host:
        base = host + below
        home = ask(base)
        assert 200 == home.status and "text/html; charset=utf-8" == home.headers["Content-Type"]
        assert f"{policy_of(larkmead)}; frame-ancestors 'none'" == home.headers["Content-Security-Policy"]
        assert HEADERS.items() <= home.headers.items()
        assert "nginx" == home.headers["Server"], "the version is nobody's business"
        for link in links_of(home.text):
            assert 200 == ask(urljoin(base, link)).status, link
        unknown = ask(base + "no/such/page/")
        assert 404 == unknown.status and "Page not found" in unknown.text and HEADERS.items() <= unknown.headers.items()
        assert "Heb ddod o hyd" in ask(base + "cy/no/such/page/").text
        for name in ("assets/", "toolkit"):  # a folder without a page; a slash that was left out is put in
            assert ask(base + name).status in {403, 200}
        assert "This page cannot be shown" in ask(base + "assets/").text
        for name in (".toolkit-site", "web.config", "_headers"):
            assert 404 == ask(base + name).status, name


def test_nginx_gives_each_kind_of_file_its_type(larkmead: Path, tmp_path: Path) -> None:
    script = next((larkmead / "assets/hashed").glob("site.*.js")).name
    types = {
        sheet_of(larkmead): "text/css", "version.json": "application/json",
        "assets/images/favicon.svg": "image/svg+xml", "assets/images/card.png": "image/png",
        "downloads/record-of-signs.pdf": "application/pdf",
        "downloads/record-of-signs.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip
    with nginx_serving(larkmead, tmp_path, "") as base:
        for name, kind in types.items():
            assert kind == ask(base + name).headers["Content-Type"].split(";")[0], name
        kind = ask(f"{base}assets/hashed/{script}").headers["Content-Type"].split(";")[0]
        assert kind in {"text/javascript", "application/javascript"}  # older and newer releases of nginx


def test_browsers_keep_what_is_named_by_hash_and_ask_again_for_the_rest(larkmead: Path, tmp_path: Path) -> None:
    copy_of(larkmead, tmp_path / "web")
    (tmp_path / "web/version.json.gz").write_bytes(b"sent as it is")
    with nginx_serving(tmp_path / "web", tmp_path, "") as base:
        assert KEPT == ask(base + sheet_of(larkmead)).headers["Cache-Control"]
        home = ask(base)
        assert "no-cache" == home.headers["Cache-Control"] and "ETag" in home.headers
        assert 304 == ask(base, If_None_Match=home.headers["ETag"]).status
        small = ask(base + sheet_of(larkmead), Accept_Encoding="gzip").headers
        assert ("gzip", "Accept-Encoding") == (small["Content-Encoding"], small["Vary"])
        assert "sent as it is" == ask(f"{base}version.json", Accept_Encoding="gzip").text
