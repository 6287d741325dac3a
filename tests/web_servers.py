"""Web servers that serve a folder by our recipes, as a host would: asked by address, answered with headers."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
AROUND = "include /etc/nginx/mime.types; default_type application/octet-stream;"  # as packages and images set it
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
MODULES = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "autoindex")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


def ask(address: str, **headers: str) -> Answer:
    """What the server answers; a header's name is written with underscores."""
    request = urllib.request.Request(address, headers={name.replace("_", "-"): headers[name] for name in headers})
    try:
        with urllib.request.urlopen(request) as answer:
            return Answer(answer.status, dict(answer.headers), answer.read().decode("utf-8", "replace"))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, dict(error.headers), error.read().decode("utf-8", "replace"))


@contextmanager
def nginx_serving(web: Path, work: Path, below: str) -> Iterator[str]:
    """Serves `web` by hosting/nginx.conf, adapted for a path as its remarks say; gives the host's address."""
    port = free_port()
    recipe = (ROOT / "hosting/nginx.conf").read_text("utf-8").replace("/srv/toolkit", str(web))
    recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};")
    recipe = recipe.replace("# location /cy/", "location /cy/").replace("/cy/", f"/{below}cy/")
    recipe = recipe.replace(" /403.html", f" /{below}403.html").replace(" /404.html", f" /{below}404.html")
    temporary = " ".join(f"{kind}_temp_path {work}/{kind};" for kind in TEMPORARY)
    body = f"pid {work}/pid; error_log {work}/error.log; daemon off; worker_processes 1;"
    body += " user root;" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(f"{body} events {{}} http {{ {AROUND} {temporary} {recipe} }}", "utf-8")
    with _running([os.environ["TOOLKIT_NGINX"], "-c", f"{work}/nginx.conf", "-p", str(work)], port, work):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache_serving(web: Path, work: Path) -> Iterator[str]:
    """Serves `web` with Apache as shared hosts set it up: what differs stands in .htaccess files."""
    port = free_port()
    folder = Path(os.environ["TOOLKIT_APACHE"]).resolve().parents[1] / "lib/apache2/modules"
    modules = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES)
    (work / "mime.types").write_text("text/html html\ntext/css css\napplication/json json\n", "utf-8")
    (work / "httpd.conf").write_text(
        f"ServerRoot {work}\nListen 127.0.0.1:{port}\nServerName localhost\nPidFile {work}/pid\n"
        f"ErrorLog {work}/error.log\n{modules}\nTypesConfig {work}/mime.types\nDocumentRoot {web}\n"
        f"<Directory {web}>\nOptions Indexes\nAllowOverride All\nRequire all granted\n</Directory>\n",
        "utf-8",
    )
    with _running([os.environ["TOOLKIT_APACHE"], "-D", "FOREGROUND", "-f", f"{work}/httpd.conf"], port, work):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def _running(command: list[str], port: int, work: Path) -> Iterator[None]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process, work / "error.log")
            yield
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8") if log.exists() else "the server ended"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


Serve = Callable[[Path, str], str]
