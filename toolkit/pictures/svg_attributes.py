"""The attributes of an element of SVG that may stay, and its embedded pictures."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from toolkit.pictures.formats import PictureFormat, format_of
from toolkit.pictures.svg_allowed import NOT_CSS, PICTURES, SVG_ATTRIBUTES, XLINK, XML
from toolkit.pictures.svg_css import Forbidden, clean_declarations, clean_value

EVENT = re.compile(r"on[a-z]", re.IGNORECASE)
OVERLOOKED = re.compile(r"[\x00-\x20]+")  # what a browser passes over in an address
EMBEDDED = re.compile(r"data:([\w/+.-]*)((?:;[\w=.-]+)*?)(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
SVG_LINK_STARTS = ("https:", "http:", "mailto:", "#")
EMBEDDABLE = {PictureFormat.PNG: "image/png", PictureFormat.JPEG: "image/jpeg"}


def clean_attributes(element: Any, name: str) -> tuple[dict[str, str], list[str]]:
    """The attributes of an element that will be called `name`, and why others are refused."""
    clean: dict[str, str] = {}
    faults: list[str] = []
    for key, value in element.attrib.items():
        full = etree.QName(key)
        space, local = full.namespace or "", full.localname
        try:
            if local == "href" and space in ("", XLINK):
                if etree.QName(element).localname == "a":
                    _check_link(value)
                elif "href" not in clean or not space:  # as browsers do: the one without a prefix wins
                    clean["href"] = _reference(value, name)
            elif space == XML and local in ("space", "lang"):
                clean[key] = value
            elif not space:
                clean |= _plain_attribute(local, value)
        except Forbidden as error:
            faults.append(str(error))
    return clean, faults


def _plain_attribute(name: str, value: str) -> dict[str, str]:
    """The attribute as a mapping; empty where it is left out, such as an editor's own."""
    if EVENT.match(name):
        raise Forbidden(f"has the attribute '{name[:30]}', which can run")
    if name not in SVG_ATTRIBUTES:
        return {}
    if name in NOT_CSS:
        return {name: value}
    try:
        clean = clean_declarations(value) if name == "style" else clean_value(value)
    except Forbidden as error:
        raise Forbidden(f"has '{error}' in the attribute '{name}', which could load something") from None
    return {name: clean} if clean or not value else {}


def _check_link(value: str) -> None:
    """A link is left out of the picture; only one that would run is worth a word."""
    address = OVERLOOKED.sub("", value)
    if address and not address.lower().startswith(SVG_LINK_STARTS):
        raise Forbidden(f"has a link to '{address[:30]}', which can run or lead to another file")


def _reference(value: str, name: str) -> str:
    """An address within the picture, or an embedded PNG or JPEG, encoded again."""
    address = value.strip()
    if address.startswith("#"):
        return address
    if name not in PICTURES:
        raise Forbidden(f"refers to '{address[:30]}', which is not in the file")
    match = EMBEDDED.fullmatch(address)
    if not match:
        raise Forbidden(f"shows the picture '{address[:30]}', which is not in the file. Embed it there")
    content = _decode(match[4], is_base64=bool(match[3]))
    kind = format_of(content)
    if kind is None or kind not in EMBEDDABLE:
        raise Forbidden(f"has an embedded picture ('{address[:22]}') that is neither PNG nor JPEG by its first bytes")
    return f"data:{EMBEDDABLE[kind]};base64,{base64.b64encode(content).decode()}"


def _decode(text: str, *, is_base64: bool) -> bytes:
    content = unquote_to_bytes(OVERLOOKED.sub("", text))
    if not is_base64:
        return unquote_to_bytes(text)
    try:
        return base64.b64decode(content + b"=" * (-len(content) % 4), validate=True)
    except binascii.Error:
        return b""
