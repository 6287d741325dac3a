"""The files and addresses in which a copy differs from the site without a partnership.

No rendered page holds what a copy is called: the engine renders placeholders, which the finisher replaces. So
copies whose text is the same share the same rendered pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from toolkit import __version__
from toolkit.html.literal import literal_text
from toolkit.site.compose.imprint import card_of
from toolkit.site.compose.styles.minify import minify_css
from toolkit.site.compose.styles.sheet import SHEET, in_layer
from toolkit.site.model import Site

FAVICON = "assets/images/favicon.svg"
PLAIN_ICON = "assets/images/plain.svg"  # says nothing of what the site is about
NAME_PLACEHOLDER, ADDRESS_PLACEHOLDER = "site-name-goes-here", "https://site-address-goes-here.invalid/"
LOCAL_PLACEHOLDER = "local-section-goes-here"  # the navigation's section with the pages that a copy adds
CONTENT_PLACEHOLDER = "content-hash-goes-here"  # in each footer; put in last, for it changes with every word
CARD_FILE = "assets/images/card.png"
VERSION_FILE = "version.json"
CANONICAL = re.compile(r"<(?:link|meta)[^>]*" + re.escape(ADDRESS_PLACEHOLDER) + r"[^>]*>\n?")
TITLE_ELEMENT = re.compile(r"<title>.*?</title>", re.DOTALL)
RELATIVE_LINK = re.compile(r'(href=")(?![a-z]+:|/|#)([^"#?]*)')
FAVICON_COLOURS = {"brand": "#0b4a5e", "on-brand": "#fff"}  # as docs/assets/images/favicon.svg is drawn


def brand_files(site: Site, upstream: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a copy puts beside upstream's assets or in their place: card, colours, logo, favicon and pictures."""
    files = {**site.local.pictures} | {CARD_FILE: card_of(site)}
    if site.copy is None:
        return files
    palette = site.copy.palette
    files[SHEET] = upstream[SHEET] + in_layer("base", minify_css(palette.css)).encode()
    if site.copy.partnership.discreet:
        files[FAVICON] = upstream[PLAIN_ICON]
    elif palette.light and FAVICON in upstream:
        icon = upstream[FAVICON].decode()
        for name, colour in FAVICON_COLOURS.items():
            icon = icon.replace(f'"{colour}"', f'"{palette.light[name]}"')
        files[FAVICON] = icon.encode()
    if site.copy.logo:
        files[site.copy.logo.path] = site.copy.logo.content
    return files


def put_in_names(site: Site, html: str) -> str:
    """A rendered page with the site's name and address in place of their placeholders."""
    if site.address:
        html = html.replace(ADDRESS_PLACEHOLDER, escape(site.address))
    if site.copy:
        html = html.replace(LOCAL_PLACEHOLDER, literal_text(site.copy.partnership.called))
        if site.copy.partnership.discreet:
            plain = literal_text(site.language.translate("exit-this-page.plain-title"))
            html = TITLE_ELEMENT.sub(f"<title>{plain}</title>", html, count=1)
    return CANONICAL.sub("", html).replace(NAME_PLACEHOLDER, literal_text(site.name))


def put_in_content_hash(site: Site, html: str) -> str:
    """A finished page with the hash of what the site is made from in its footer."""
    return html.replace(CONTENT_PLACEHOLDER, site.content_hash[:8])


def rebase_links(site: Site, html: str) -> str:
    """The page for addresses that do not exist: it is served at any depth, so its links begin at the site's root."""
    base = urlsplit(site.address).path or "/"
    return re.sub(r'((?:href|src|action)=")/(?!/)', rf"\1{base}", html).replace('data-root=""', f'data-root="{base}"')


def with_file_links(html: str) -> str:
    """The page with every link to a folder made one to its index.html, which a browser needs without a web server."""

    def explicit(match: re.Match[str]) -> str:
        path = match[2]
        if path.rsplit("/", 1)[-1] in {".", ".."}:
            path += "/"
        return match[1] + (path + "index.html" if path.endswith("/") else path)

    return RELATIVE_LINK.sub(explicit, html)


def version_file(site: Site) -> str:
    """What /version.json says: the release of the toolkit that a copy was built from, and the copy."""
    data = {"version": __version__, "newest": site.newest.isoformat(), "content": site.content_hash[:16]}
    if site.copy:
        partnership = site.copy.partnership
        data |= {"copy": site.copy.folder.slug, "publisher": partnership.name}
        data |= {"source": partnership.upstream} if partnership.upstream else {}
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
