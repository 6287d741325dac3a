"""What the page "My list" makes handouts from: each resource in short, with the QR code of its address."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import Any

import segno

from toolkit.registers.phones import dial
from toolkit.registers.resources import Resource
from toolkit.site.finish.search.write import delivery_script
from toolkit.site.model import Site

RESOURCES_SCRIPT = "assets/resources.js"
QR_MASK = 1  # any mask may be read; choosing the best of eight takes eight times as long


def my_list_script(site: Site) -> str:
    """The resources and their codes as a script, fetched by the one page that shows them."""
    return delivery_script("resources", my_list_data(site))


def my_list_data(site: Site) -> dict[str, Any]:
    """{codes, resources}: resources that share an address share a code."""
    resources = site.library.general
    addresses = sorted({address for r in resources if (address := address_of(site, r))})
    places = {address: number for number, address in enumerate(addresses)}
    entries = [_list_entry(site, resource, places) for resource in resources]
    return {"codes": [qr_code(address) for address in addresses], "resources": entries}


def address_of(site: Site, resource: Resource) -> str:
    """Where a reader is sent for it: its own address, else its page on this site; empty if the site knows not its own.

    The page says how to look for it; the front page of a publisher, on paper or in a code, would not.
    """
    return resource.url or (f"{site.address}r/{resource.id}/" if site.address else "")


@lru_cache(maxsize=4000)
def qr_code(text: str) -> str:
    """A QR code as `size:` and its modules, row after row, eight to a byte, in base 64."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False, mask=QR_MASK, boost_error=False).matrix]
    bits = "".join("1" if module else "0" for row in rows for module in row)
    bits += "0" * (-len(bits) % 8)
    content = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return f"{len(rows)}:{base64.b64encode(content).decode()}"


def _list_entry(site: Site, resource: Resource, places: dict[str, int]) -> dict[str, Any]:
    library = site.library
    address = address_of(site, resource)
    entry: dict[str, Any] = {
        "id": resource.id,
        "title": resource.title,
        "summary": resource.summary,
        "publisher": library.publishers[resource.publisher].name,
        "kind": library.kinds[resource.kind].name,
        "phone": resource.phone,
        "ring": dial(resource.phone) if resource.phone else None,
        "hours": resource.hours,
        "access": None if resource.access == "free" else site.language.translate(f"resource-page.{resource.access}"),
        "status": None if resource.status == "current" else site.language.translate(f"status.{resource.status}"),
        "address": address,
        "code": places.get(address),
    }
    return {key: value for key, value in entry.items() if value not in (None, "")}
