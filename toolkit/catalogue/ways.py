"""How a helpline is reached, in words for the person who rings or texts."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.languages.language import Language
from toolkit.registers.resources import Resource, Way


def way_in_words(way: Way, language: Language) -> str:
    """One way in a few words: "Text SHOUT to 85258", "relay: 18000, in an emergency"."""
    if way.by == "text" and way.number:
        key = "ways.text-word" if way.word else "ways.text"
        said = language.translate(key, number=way.number, word=way.word or "")
    else:
        target = way.number or way.email or way.url or ""
        channel = language.translate(f"channels.{way.by}")
        said = f"{channel}: {target}" if target else channel
    return ", ".join(filter(None, (said, way.note, way.hours, way.cost)))


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
    yield from (way_in_words(way, language) for way in line.ways if way.by == "text" and way.number)


def line_in_words(line: Resource, language: Language) -> tuple[str, str]:
    """A line's name with its numbers, and what it says to its caller."""
    numbers = " · ".join(reach_in_words(line, language))
    return f"{line.title}  {numbers}", " ".join(filter(None, (line.for_caller, *details(line, language))))
