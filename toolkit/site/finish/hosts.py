"""What a web host reads beside the pages: the headers to send, and which page to show for what is not there.

A copy names its host (`host` in partnership.yml), and gets that host's files alone. One that names none gets those of
the hosts that ignore what they do not know.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

from toolkit.partnership.choices import Host
from toolkit.site.model import ERROR_PAGES, Site
from toolkit.sources.text_file import read_lines

SERVER_FILES = "hosting/published"
FILES_OF = {
    Host.APACHE: (".htaccess",),
    Host.IIS: ("web.config",),
    Host.NETLIFY: ("_headers",),
    Host.CLOUDFLARE: ("_headers",),
}
FILES_OF_ANY = ("_headers", "web.config")
WITHOUT_HEADERS = {Host.GITHUB_PAGES: "GitHub Pages", Host.GITLAB_PAGES: "GitLab Pages"}
SENDS_COMPRESSED = {Host.APACHE, Host.NGINX, Host.CONTAINER}  # what stands compressed beside a file
COMPRESSIBLE = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt"}
WORTH_IT = 1024  # bytes: a smaller file fits into one packet as it is
IIS_ERRORS = """<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpErrors errorMode="Custom" existingResponse="Auto">
{}    </httpErrors>
  </system.webServer>
</configuration>
"""
IIS_ERROR = """      <remove statusCode="{0}" />
      <error statusCode="{0}" path="{0}.html" responseMode="File" />
"""


def write_server_files(site: Site, out: Path) -> None:
    """Writes what the site's host reads into `out`, the rendered folder of one of its languages."""
    host = host_of(site)
    names = FILES_OF.get(host, ()) if host else FILES_OF_ANY
    for name in names if (site.root / SERVER_FILES).is_dir() else ():  # a project may hold content alone
        text = read_lines(site.root / SERVER_FILES / name, name)
        if site.base:
            text = _error_pages_of_language(site, name, text)
        elif name == ".htaccess":
            text = re.sub(r"(?<=^ErrorDocument \d{3} )/", _path(site), text, flags=re.MULTILINE)
        if text:
            (out / name).write_text(text, "utf-8", newline="\n")
    if host is Host.NETLIFY and not site.base and len(site.languages) > 1:
        lines = (f"/{site.base_of(each)}* /{site.base_of(each)}404.html 404\n" for each in site.languages[1:])
        (out / "_redirects").write_text("".join(lines), "utf-8", newline="\n")


def host_of(site: Site) -> Host | None:
    """Where a copy says that it is published."""
    return site.copy.partnership.host if site.copy else None


def compress_for_host(site: Site, out: Path) -> None:
    """Puts a compressed file beside each text of a finished site, where the site's host would send it."""
    if host_of(site) not in SENDS_COMPRESSED:
        return
    for path in sorted(out.rglob("*")):
        if path.suffix in COMPRESSIBLE and path.stat().st_size >= WORTH_IT:
            compressed = gzip.compress(path.read_bytes(), 9, mtime=0)
            path.with_name(f"{path.name}.gz").write_bytes(compressed)


def what_the_host_lacks(site: Site) -> str | None:
    """What a copy loses at its host, for whoever builds it."""
    name = WITHOUT_HEADERS.get(host_of(site))  # type: ignore[arg-type]  # None is no key, and that is meant
    return name and (
        f"{name} sends none of our headers. Each page carries its own policy, but another site can show these pages "
        "in a frame of its own, and browsers are not told to come by https alone. Where that matters, choose another "
        "host."
    )


def _error_pages_of_language(site: Site, name: str, text: str) -> str:
    """The same file for a folder below the root: what it adds there is the language's own pages for errors."""
    numbers = [page.removesuffix(".html") for page in ERROR_PAGES]
    if name == ".htaccess":
        return "".join(f"ErrorDocument {number} {_path(site)}{number}.html\n" for number in numbers)
    if name == "web.config":
        return IIS_ERRORS.format("".join(IIS_ERROR.format(number) for number in numbers))
    return ""


def _path(site: Site) -> str:
    return urlsplit(site.address).path or f"/{site.base}"
