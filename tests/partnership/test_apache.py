"""The file for Apache, run in Apache as shared hosts set it up: at a host's root and below a path."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.partnership.test_hosting import HEADERS, KEPT, policy_of
from tests.web_servers import apache_serving, ask
from toolkit.site.finish.hosts import compress_for_host, write_server_files
from toolkit.site.model import Site

pytestmark = pytest.mark.apache
SETTINGS = "name: Ours\nsite_name: Our toolkit\nkind: partnership\nhost: apache\n"


@pytest.mark.parametrize("below", ["", "toolkit/"])
def test_apache_serves_a_copy_with_its_headers_types_and_own_pages_for_errors(
    below: str, larkmead: Path, tmp_path: Path, site_of: Callable[[dict[str, str]], Site]
) -> None:
    folder = tmp_path / "web" / below
    shutil.copytree(larkmead, folder)
    site = replace(
        site_of({"partnership.yml": f"{SETTINGS}address: https://example.org/{below}\n"}),
        address=f"https://example.org/{below}",
    )
    write_server_files(site, folder)
    compress_for_host(site, folder)
    with apache_serving(tmp_path / "web", tmp_path) as host:
        base = host + below
        for page in ("", "toolkit/trauma/", "toolkit/trauma"):
            plain, small = ask(base + page), ask(base + page, Accept_Encoding="gzip")
            for answer in (plain, small):
                assert 200 == answer.status and "text/html; charset=utf-8" == answer.headers["Content-Type"]
                assert f"{policy_of(larkmead)}; frame-ancestors 'none'" == answer.headers["Content-Security-Policy"]
                assert HEADERS.items() <= answer.headers.items() and "no-cache" == answer.headers["Cache-Control"]
                assert "Accept-Encoding" == answer.headers["Vary"]
            assert "<!doctype html>" in plain.text and "gzip" == small.headers["Content-Encoding"]
        sheet = next((folder / "assets/hashed").glob("site.*.css"))
        kept = ask(f"{base}assets/hashed/{sheet.name}", Accept_Encoding="gzip").headers
        assert (KEPT, "gzip", "text/css; charset=utf-8") == (
            kept["Cache-Control"], kept["Content-Encoding"], kept["Content-Type"],
        )  # fmt: skip
        unknown = ask(base + "no/such/page/")
        assert 404 == unknown.status and "Page not found" in unknown.text and HEADERS.items() <= unknown.headers.items()
        refused = ask(base + "assets/")
        assert 403 == refused.status and "This page cannot be shown" in refused.text
        assert ask(base + ".toolkit-site").status in {403, 404}
    assert sheet.read_bytes() == gzip.decompress(sheet.with_name(f"{sheet.name}.gz").read_bytes())
