"""Lays out the same words for each search: Material's own, Pagefind and MiniSearch, each as its makers advise."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from toolkit.search.entry import SearchEntry

MKDOCS = """site_name: Same words
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list]
strict: false
"""
MINISEARCH_OPTIONS = {
    "fields": ["title", "names", "within", "about", "summary", "text"],
    "storeFields": ["url", "title", "within", "summary", "kind"],
}


def pages_of(entries: Sequence[SearchEntry]) -> dict[str, list[SearchEntry]]:
    """By address of the page: its entries, the page itself first."""
    ordered = sorted(entries, key=lambda e: e.url.split("#")[0])
    return {page: list(found) for page, found in groupby(ordered, key=lambda e: e.url.split("#")[0])}


def words_of_entry(entry: SearchEntry) -> list[str]:
    """All that is indexed of an entry beside its title, as paragraphs."""
    summary = "" if entry.within else entry.summary
    return [part for part in ("; ".join(entry.names), "; ".join(entry.about), summary, entry.text) if part]


def make_material(entries: Sequence[SearchEntry], folder: Path) -> Path:
    """A site of the theme as it comes, with its own search; returns where it stands."""
    folder.mkdir(parents=True)
    for url, found in pages_of(entries).items():
        path = folder / "docs" / f"{url.rstrip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(_markdown(entry) for entry in _with_head(url, found)), "utf-8")
    (folder / "docs/index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    _run([sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(folder / "mkdocs.yml")])
    return folder / "site"


def make_pagefind(entries: Sequence[SearchEntry], folder: Path) -> Path:
    """Plain pages and the index that Pagefind makes of them."""
    for url, found in pages_of(entries).items():
        path = folder / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "".join(_html(entry) for entry in _with_head(url, found))
        path.write_text(f'<!doctype html><html lang="en"><title>{escape(found[0].title)}</title><body>{body}', "utf-8")
    _run([sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"])
    (folder / "index.html").write_text("<!doctype html><title>Pagefind</title><input>", "utf-8")
    return folder


def make_minisearch(entries: Sequence[SearchEntry], folder: Path, package: Path) -> Path:
    """An index of MiniSearch, made in advance; `package` is its folder below node_modules."""
    folder.mkdir(parents=True)
    fields = ("url", "title", "within", "summary", "kind", "text")
    documents = [
        {"id": number, "names": " ".join(e.names), "about": " ".join(e.about), **{f: getattr(e, f) for f in fields}}
        for number, e in enumerate(entries)
    ]
    (folder / "documents.json").write_text(json.dumps(documents), "utf-8")
    (folder / "minisearch.js").write_bytes((package / "dist/umd/index.js").read_bytes())
    script = Path(__file__).with_name("minisearch_index.mjs")
    _run(["node", str(script), str(folder), json.dumps(MINISEARCH_OPTIONS)])
    (folder / "index.html").write_text(
        "<!doctype html><title>MiniSearch</title><script src=minisearch.js></script><input>"
    )
    return folder


def _with_head(url: str, found: list[SearchEntry]) -> list[SearchEntry]:
    """A page's entries under a heading; the glossary and the examples stand on pages that are no entries themselves."""
    if "#" not in found[0].url:
        return found
    return [SearchEntry("chapters", url, url.rstrip("/").capitalize()), *found]


def _markdown(entry: SearchEntry) -> str:
    _, _, anchor = entry.url.partition("#")
    heading = f"## {entry.title} {{#{anchor}}}" if anchor else f"# {entry.title}"
    return "\n\n".join([heading, *words_of_entry(entry)])


def _html(entry: SearchEntry) -> str:
    _, _, anchor = entry.url.partition("#")
    heading = f'<h2 id="{anchor}">{escape(entry.title)}</h2>' if anchor else f"<h1>{escape(entry.title)}</h1>"
    return heading + "".join(f"<p>{escape(part)}</p>" for part in words_of_entry(entry))


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:4])} failed:\n{done.stderr or done.stdout}")
