"""The resources whose address nobody knows, as a sheet to fill in: by publisher, those that most pages need first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from toolkit.registers.resources import Resource
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site
from toolkit.site.views.resources import look_for
from toolkit.worksheets.export import ReadingColumns
from toolkit.worksheets.sheets import RegisterSheet

NEEDED_ON, SITE, LOOK_HERE = "Needed on", "Publisher's site", "Look here"
WORKSHEET_COLUMNS = ("id", "title", "publisher", "candidate", "candidate_note", "url", "address_from", "checked")
OUT_OF_USE = ("withdrawn", "superseded")


def address_worksheet(root: Path, sheet: RegisterSheet) -> tuple[RegisterSheet, Mapping[str, ReadingColumns]]:
    """The sheet of resources with the rows that lack an address, and what helps to find each."""
    from macros import MACROS

    site = read_site(root, MACROS, Options())
    resources = [r for r in site.library.resources.values() if not r.url and r.status not in OUT_OF_USE]
    needed = {resource.id: _places(site, resource.id) for resource in resources}
    ordered = sort_by_need(resources, {id: len(places) for id, places in needed.items()})
    columns = [column for key in WORKSHEET_COLUMNS for column in sheet.columns if column.key == key]
    by_id = {resource.id: resource for resource in ordered}
    looks = {id: look_for(site, resource) for id, resource in by_id.items()}
    extra = {
        NEEDED_ON: {id: _summary(needed[id]) for id in by_id},
        SITE: {id: resource.host or "" for id, resource in by_id.items()},
        LOOK_HERE: {id: str(look["url"]) if look else "" for id, look in looks.items()},
    }
    rows = [sheet.by_id[id] for id in by_id if id in sheet.by_id]
    return replace(sheet, rows=rows, columns=columns), {sheet.register: extra}


def sort_by_need(resources: Sequence[Resource], needs: Mapping[str, int]) -> list[Resource]:
    """By publisher, the one whose resources most pages need first; within it, those that most pages need first."""
    totals: dict[str, int] = {}
    for resource in resources:
        totals[resource.publisher] = totals.get(resource.publisher, 0) + needs[resource.id]
    return sorted(resources, key=lambda r: (-totals[r.publisher], r.publisher, -needs[r.id], r.id))


def _places(site: Site, id: str) -> list[str]:
    """The titles of all that names a resource: pages, pathways and forms."""
    pages = [page.meta.title for page in site.pages_naming.get(id, ())]
    pathways = [pathway.title for pathway in site.pathways_naming.get(id, ())]
    return [*pages, *pathways, *(form.title for form in site.library.offered_forms if id in form.named_resources)]


def _summary(places: Sequence[str]) -> str:
    if not places:
        return "0"
    return f"{len(places)}: {'; '.join(places[:5])}" + (" ..." if len(places) > 5 else "")
