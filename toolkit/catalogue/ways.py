"""How a helpline is reached, in words for the person who rings or texts."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.languages.language import Language
from toolkit.registers.resources import Resource, Way


def way_in_words(route: Way, language: Language) -> str:
    """One way in a few words: "Text SHOUT to 85258", "relay: 18000, in an emergency"."""
    if route.by == "text" and route.number:
        key = "ways.text-word" if route.word else "ways.text"
        words = language.translate(key, number=route.number, word=route.word or "")
    else:
        target = route.number or route.email or route.url or ""
        channel = language.translate(f"channels.{route.by}")
        words = f"{channel}: {target}" if target else channel
    return ", ".join(filter(None, (words, route.note, route.hours, route.cost)))


def details(line: Resource, language: Language) -> Iterator[str]:
    """When somebody answers a line's phone, and what it costs."""
    if line.hours:
        yield language.translate("contact.hours", hours=line.hours)
    if line.cost_to_call:
        yield language.translate("helplines.cost", cost=line.cost_to_call)


def reach_in_words(line: Resource, language: Language) -> Iterator[str]:
    """The numbers of a line on paper: its phone, then what can be texted."""
    if line.phone:
        yield line.phone
    yield from (way_in_words(route, language) for route in line.ways if route.by == "text" and route.number)


def line_in_words(line: Resource, language: Language) -> tuple[str, str]:
    """A line's name with its numbers, and what it says to its caller."""
    numbers = " · ".join(reach_in_words(line, language))
    return f"{line.title}  {numbers}", " ".join(filter(None, (line.for_caller, *details(line, language))))
