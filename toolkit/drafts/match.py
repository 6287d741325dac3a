"""Which catalogue resource a row of a Word file is about: surely, perhaps, or none."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.drafts.blocks import RichText, TableBlock
from toolkit.registers.resources import Resource
from toolkit.registers.rules import fold, fold_address

ADDRESS_IN_TEXT = re.compile(r"https?://[^\s<>\"')\]]+|www\.[^\s<>\"')\]]+")
SITE_AFTER_TITLE = re.compile(r"\s*(?:\||-|–)\s*[^|–-]{2,40}$|\s*\([\w.-]+\.[a-z]{2,}\)\s*$")
RESOURCE_HEADINGS = {"resource", "resources", "title", "name", "document"}
LINK_HEADINGS = {"link", "links", "address", "website", "url", "web address", "where to find it"}
CLOSE = 0.84  # likeness of two titles that are perhaps the same


@dataclass(frozen=True)
class ResourceRow:
    """A row of a table of resources: what it says, and the resource that it is about."""

    title: str
    address: str
    id: str = ""
    is_sure: bool = False
    why: str = ""


class KnownResources:
    """The resources of the catalogue, to be recognised by their titles and addresses."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self.titles: dict[str, str] = {}
        self.addresses: dict[str, str] = {}
        for resource in resources:
            for title in (resource.title, *resource.also_known_as):
                self.titles.setdefault(fold(title), resource.id)
            if resource.url and not resource.same_page_as:
                self.addresses.setdefault(fold_address(resource.url), resource.id)

    def match(self, title: str, address: str) -> ResourceRow:
        """The row with the resource that has its title or its address, or a title like it."""
        titles = _without_sites(title)
        by_title = next((id for words in titles if (id := self.titles.get(fold(words)))), None)
        by_address = self.addresses.get(fold_address(address)) if address else None
        if by_title and by_address and by_title != by_address:
            why = f"its title is that of {by_title}, and its address that of {by_address}"
            return ResourceRow(title, address, by_title, why=why)
        if by_title or by_address:
            return ResourceRow(title, address, by_title or by_address or "", is_sure=True)
        near = difflib.get_close_matches(fold(titles[-1]), self.titles, n=1, cutoff=CLOSE)
        if near:
            return ResourceRow(title, address, self.titles[near[0]], why="its title is only like that of this resource")
        return ResourceRow(title, address)


def _without_sites(title: str) -> list[str]:
    """A title, then the same without the names of sites that browsers and Word put after it."""
    titles = [title]
    while (shorter := SITE_AFTER_TITLE.sub("", titles[-1])) not in (titles[-1], ""):
        titles.append(shorter)
    return titles


def is_resource_table(table: TableBlock) -> bool:
    """Whether a table lists resources with their links."""
    if len(table.rows) < 2 or not 2 <= len(table.rows[0]) <= 4:
        return False
    headings = {fold(cell.plain) for cell in table.rows[0]}
    if headings & RESOURCE_HEADINGS and headings & LINK_HEADINGS:
        return True
    linked = sum(any(_address(cell) for cell in row) for row in table.rows)
    return 2 * linked > len(table.rows)


def resource_rows(table: TableBlock, catalogue: KnownResources) -> list[ResourceRow]:
    """The rows of a table of resources, below its headings; a row of empty cells is left out."""
    headings = [fold(cell.plain) for cell in table.rows[0]]
    has_headings = bool(set(headings) & (RESOURCE_HEADINGS | LINK_HEADINGS))
    column = next((n for n, heading in enumerate(headings) if heading in RESOURCE_HEADINGS), 0)
    rows = []
    for cells in table.rows[has_headings:]:
        address = next((address for cell in cells if (address := _address(cell))), "")
        titles = [link.text for cell in cells for link in cell.links if not ADDRESS_IN_TEXT.fullmatch(link.text)]
        first = ADDRESS_IN_TEXT.sub("", cells[column].plain).strip() if column < len(cells) else ""
        for title in dict.fromkeys([*titles, first]):  # a link's words are the title more often than the description
            if title and (row := catalogue.match(title, address)).id:
                rows.append(row)
                break
        else:
            if title := next(iter([*titles, first]), "") or address:
                rows.append(ResourceRow(title, address))
    return rows


def _address(cell: RichText) -> str:
    if cell.links:
        return cell.links[0].address
    match = ADDRESS_IN_TEXT.search(cell.plain)
    return match[0].rstrip(".,;") if match else ""
