"""The recipe for nginx, run in nginx: at a host's root and below a path."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.partnership.test_hosting import ROOT, get, links_of, policy_of

pytestmark = pytest.mark.nginx
AROUND = "include /etc/nginx/mime.types; default_type application/octet-stream;"  # as packages and images set it
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
Serve = Callable[[Path, str], str]


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[Serve]:
    """Serves a folder by the recipe, adapted for a path as its remarks say, and gives the host's address."""
    started: list[subprocess.Popen[bytes]] = []

    def serve(folder: Path, below: str) -> str:
        port = free_port()
        recipe = (ROOT / "hosting/nginx.conf").read_text("utf-8").replace("/srv/toolkit", str(folder))
        recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};")
        recipe = recipe.replace("error_page 404 /404.html", f"error_page 404 /{below}404.html")
        temporary = " ".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in TEMPORARY)
        body = f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; daemon off; worker_processes 1;"
        body += " user root;" if os.geteuid() == 0 else ""
        (tmp_path / "nginx.conf").write_text(f"{body} events {{}} http {{ {AROUND} {temporary} {recipe} }}", "utf-8")
        command = [os.environ["TOOLKIT_NGINX"], "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)]
        started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        wait_for(port, started[-1], tmp_path / "error.log")
        return f"http://127.0.0.1:{port}/"

    yield serve
    for process in started:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8") if log.exists() else "nginx ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@pytest.mark.parametrize("below", ["", "toolkit/"])
def test_nginx_serves_a_copy_with_its_headers_types_and_own_page_for_unknown_addresses(
    below: str, larkmead: Path, nginx: Serve, tmp_path: Path
) -> None:
    shutil.copytree(larkmead, tmp_path / "web" / below)
    base = nginx(tmp_path / "web", below) + below
    status, headers, html = get(base)
    assert 200 == status and "text/html; charset=utf-8" == headers["Content-Type"]
    assert f"{policy_of(larkmead)}; frame-ancestors 'none'" == headers["Content-Security-Policy"]
    assert ("no-referrer", "nosniff") == (headers["Referrer-Policy"], headers["X-Content-Type-Options"])
    assert "nginx" == headers["Server"], "the version is nobody's business"
    for link in links_of(html):
        assert 200 == get(urljoin(base, link))[0], link
    status, headers, html = get(base + "no/such/page/")
    assert 404 == status and "Page not found" in html and "frame-ancestors" in headers["Content-Security-Policy"]
    assert 404 == get(base + ".toolkit-site")[0]
    assert 200 == get(base + "toolkit/trauma")[0]  # a slash that was left out is put in


def sheet_of(site: Path) -> str:
    return next((site / "assets").glob("site.*.css")).relative_to(site).as_posix()


def test_nginx_gives_each_kind_of_file_its_type(larkmead: Path, nginx: Serve, tmp_path: Path) -> None:
    shutil.copytree(larkmead, tmp_path / "web")
    base = nginx(tmp_path / "web", "")
    types = {
        "assets/site.js": "text/javascript", sheet_of(larkmead): "text/css", "version.json": "application/json",
        "assets/images/favicon.svg": "image/svg+xml", "assets/images/card.png": "image/png",
        "downloads/record-of-signs.pdf": "application/pdf",
        "downloads/record-of-signs.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip
    for name, kind in types.items():
        assert kind == get(base + name)[1]["Content-Type"].split(";")[0], name


def test_what_has_not_changed_is_not_sent_again_and_text_travels_compressed(
    larkmead: Path, nginx: Serve, tmp_path: Path
) -> None:
    shutil.copytree(larkmead, tmp_path / "web")
    base = nginx(tmp_path / "web", "")
    _, headers, _ = get(base + sheet_of(larkmead))
    assert "no-cache" == headers["Cache-Control"]
    again = urllib.request.Request(base + sheet_of(larkmead), headers={"If-None-Match": headers["ETag"]})
    with pytest.raises(urllib.error.HTTPError, match="304"):
        urllib.request.urlopen(again)
    small = urllib.request.Request(base + sheet_of(larkmead), headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(small) as answer:
        assert "gzip" == answer.headers["Content-Encoding"]
