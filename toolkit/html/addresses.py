"""Addresses in HTML as a browser reads them, whatever is between their characters."""

from __future__ import annotations

import re

# What the URL standard takes off both ends of an address, and out of it wherever it is.
ENDS = "".join(map(chr, range(0x21)))
INSIDE = re.compile(r"[\t\n\r]")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
LINK_SCHEMES = ("https", "http", "mailto", "tel", "sms")


def read_address(address: str) -> str:
    """An attribute's value as the browser takes it: without what it overlooks, every backslash as a slash."""
    return INSIDE.sub("", address.strip(ENDS)).replace("\\", "/")


def scheme_of(address: str) -> str:
    """The scheme of an address in lower case; empty for an address within the site or below the same scheme."""
    match = SCHEME.match(read_address(address))
    return match[1].lower() if match else ""


def is_elsewhere(address: str) -> bool:
    """Whether a browser that loads the address would ask anything but the site itself."""
    return bool(scheme_of(address)) or read_address(address).startswith("//")


def site_of(address: str) -> str:
    """The host of an address, as people say it: www.nspcc.org.uk without www."""
    host = address.split("//", 1)[-1].split("/", 1)[0]
    return host.removeprefix("www.")
