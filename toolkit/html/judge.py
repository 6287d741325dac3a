"""Judges one element of a page by an allow-list: its name, its attributes and the addresses in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.html.addresses import LINK_SCHEMES, is_elsewhere, read_address, scheme_of
from toolkit.html.allowed import AllowList
from toolkit.html.reasons import attribute_reason, element_reason
from toolkit.sources.pasted import own_disk_mistake
from toolkit.sources.problems import quote

Attributes = Mapping[str, str | None]
POLICY_HEADER = "content-security-policy"
# What a link of the page's head may be. The first loads nothing: it says where the page itself is.
NAMING_RELATIONS = frozenset({"canonical", "alternate"})
LOADING_RELATIONS = frozenset({"stylesheet", "icon", "apple-touch-icon", "manifest"})
INPUT_TYPES = frozenset({"", "checkbox", "date", "email", "file", "month", "number", "radio", "search", "tel", "text"})


@dataclass(frozen=True)
class Mistake:
    """What is wrong with an element: its name, a sentence, and the attribute that it is about with its value."""

    element: str
    sentence: str
    attribute: str = ""
    value: str = ""


def judge(element: str, attributes: Attributes, allowed: AllowList) -> Iterator[Mistake]:
    """Each mistake of an element with its attributes, as a browser reads both."""
    if not allowed.has_element(element):
        yield Mistake(element, element_reason(element))
        return
    for name, value in attributes.items():
        if not allowed.has_attribute(element, name) or name == "data-placeholder":
            yield Mistake(element, attribute_reason(element, name), name, value or "")
        elif sentence := address_mistake(element, name, value or ""):
            yield Mistake(element, sentence, name, value or "")
    if sentence := WHOLE.get(element, _nothing)(attributes):
        yield Mistake(element, sentence)


def address_mistake(element: str, name: str, value: str) -> str:
    """What is wrong with an attribute's address; empty if nothing is, or if it holds none."""
    if name in {"href", "src"} and (sentence := own_disk_mistake(value)):
        return sentence
    if name == "href" and element != "link":
        return _link_mistake(value)
    if name in {"src", "action"} and is_elsewhere(value):
        if element == "img":
            return (
                f"the picture {quote(value)} would be loaded from elsewhere. Put it beside the page and name it there"
            )
        return f"{name}= of <{element}> leads away from the site: {quote(value)}. Take it out"
    return ""


def _link_mistake(value: str) -> str:
    scheme = scheme_of(value)
    if scheme and scheme not in LINK_SCHEMES:
        schemes = ", ".join(f"{scheme}:" for scheme in LINK_SCHEMES)
        return (
            f"the link {quote(value)} begins with {quote(scheme + ':')}. Begin it with one of {schemes}, or name a page"
        )
    if read_address(value).startswith("//"):
        return f"the link {quote(value)} does not say how it is reached. Begin it with https://"
    return ""


def _nothing(attributes: Attributes) -> str:
    return ""


def _meta(attributes: Attributes) -> str:
    directive = (attributes.get("http-equiv") or POLICY_HEADER).lower()
    return "" if directive == POLICY_HEADER else f"{element_reason('meta')} (http-equiv={directive})"


def _link(attributes: Attributes) -> str:
    relations = frozenset((attributes.get("rel") or "").lower().split())
    address = attributes.get("href") or ""
    if not relations or not relations <= NAMING_RELATIONS | LOADING_RELATIONS:
        return f"{element_reason('link')} (rel={' '.join(sorted(relations))})"
    if relations & LOADING_RELATIONS and is_elsewhere(address):
        return f"{element_reason('link')} ({quote(address)})"
    return ""


def _script(attributes: Attributes) -> str:
    return "" if attributes.get("src") else element_reason("script")


def _input(attributes: Attributes) -> str:
    kind = (attributes.get("type") or "").lower()
    return "" if kind in INPUT_TYPES else f"<input type={kind}> is not one of the fields that a page may hold"


WHOLE: Mapping[str, Callable[[Attributes], str]] = {"meta": _meta, "link": _link, "script": _script, "input": _input}
