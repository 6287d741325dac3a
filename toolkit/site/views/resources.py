"""What the fragments about resources show."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from urllib.parse import quote

from toolkit.catalogue.facets import facets_of, file_columns
from toolkit.catalogue.library import title_order
from toolkit.html.addresses import site_of
from toolkit.partnership.model import NO_SEARCH, WEB_SEARCH
from toolkit.registers.fields import SEARCH_WORDS
from toolkit.registers.resources import Resource
from toolkit.site.model import Site
from toolkit.site.views.record import record_of
from toolkit.site.views.similar import similar
from toolkit.site.views.topics import topic_tree
from toolkit.site.views.words import Context, first_letter, lower_first

LONG_LIST = 1000  # from here on a browser with script lays out the first rows only


def resource(site: Site, path: str, id: str, text: str | None = None) -> Context:
    """A resource, named in a sentence."""
    return {"resource": site.library.resources[id], "text": text}


def resource_table(site: Site, path: str, caption: str | None = None, **query: Any) -> Context:
    """A table of the resources that fit."""
    return {"resources": site.library.select(**query), "caption": caption or _caption(site, query)}


def helplines(site: Site, path: str, audience: str) -> Context:
    """The people who listen to some readers, in the order of need."""
    return {"helplines": site.library.helplines(audience)}


def resource_page(site: Site, path: str, id: str) -> Context:
    """The page of one resource. The placeholder in the shell names none; the finisher asks for each."""
    entry = site.library.resources[id]
    return {
        "resource": entry,
        "record": list(record_of(site, entry)),
        "look": look_for(site, entry),
        "hidden": site.library.hidden.get(id),
        "pages": site.pages_naming.get(id, ()),
        "pathways": site.pathways_naming.get(id, ()),
        "replaces": site.library.replaced.get(id, []),
        "forms": [f for f in site.library.offered_forms if id in f.named_resources],
        "facts": [f for f in site.library.facts.values() if f.resource == id],
        "similar": similar(site, entry),
    }


def look_for(site: Site, entry: Resource) -> Context | None:
    """Where a reader can look for what has no known address: the search of its publisher's site, or one of the web."""
    if entry.url or not entry.host:
        return None
    site_search = site.library.publishers[entry.publisher].search
    search = site_search or (site.copy.partnership.web_search if site.copy else WEB_SEARCH)
    words = entry.title if site_search else f"site:{site_of(entry.host)} {entry.title}"
    url = "" if search == NO_SEARCH else search.replace(SEARCH_WORDS, quote(words, safe=""))
    return {"url": url, "engine": None if site_search else site_of(search)}


def audience(site: Site, path: str, id: str) -> Context:
    """The page of an audience."""
    group, resources = site.library.audiences[id], site.library.select(audience=id)
    return {"group": group, "pages": site.pages_for(id), "resources": resources}


def kind(site: Site, path: str, id: str) -> Context:
    """The page of a kind of resource."""
    return {"group": site.library.kinds[id], "resources": site.library.select(kind=id)}


def resources_home(site: Site, path: str) -> Context:
    """The finder of resources."""
    library = site.library
    return {
        "total": len(library.general),
        "resources": library.general,
        "facets": facets_of(library, library.general),
        "columns": file_columns(library),
        "long": len(library.general) >= LONG_LIST,
        "local": len(library.local),
        "topics": topic_tree(site),
        "audiences": [(a, len(library.select(audience=a.id))) for a in library.audiences.values()],
        "kinds": [(k, len(library.select(kind=k.id))) for k in library.kinds.values()],
    }


def my_list(site: Site, path: str) -> Context:
    """The reader's own list."""
    return {"contacts": list(site.library.contacts.values())}


def a_to_z(site: Site, path: str) -> Context:
    """All resources from A to Z."""
    return {"letters": by_letter(site.library.general), "total": len(site.library.general)}


def local_resources(site: Site, path: str) -> Context:
    """The resources bound to areas."""
    local = site.library.local
    areas = [(a, [r for r in local if r.area == a.id]) for a in site.library.areas.values()]
    return {"areas": [(area, resources) for area, resources in areas if resources]}


def by_letter(resources: Iterable[Resource]) -> dict[str, list[Resource]]:
    """Resources in order of title under their first letter, digits under 0-9."""
    in_order = sorted(resources, key=title_order)
    return {
        character: list(group) for character, group in groupby(in_order, key=lambda r: first_letter(title_order(r)))
    }


def _caption(site: Site, query: Context) -> str:
    library, t = site.library, site.language.translate
    parts = [library.kinds[query["kind"]].plural if query.get("kind") else t("topic.resources")]
    if query.get("topic"):
        parts.append(t("resource-table.on-topic", topic=lower_first(library.topics[query["topic"]].name)))
    if query.get("audience"):
        parts.append(t("resource-table.for-audience", audience=lower_first(library.audiences[query["audience"]].name)))
    if query.get("source"):
        parts.append(t("resource-table.named-in", source=library.sources[query["source"]].short))
    return " ".join(parts)


VIEWS = (
    resource,
    resource_table,
    helplines,
    resource_page,
    audience,
    kind,
    resources_home,
    my_list,
    a_to_z,
    local_resources,
)
