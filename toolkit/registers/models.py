"""Every register by its top-level key. The JSON Schema for editors and the authors' page come from these models."""

from __future__ import annotations

from toolkit.registers.fields import Entry
from toolkit.registers.knowledge import Example, Fact, Guidance, Term
from toolkit.registers.phrases import Phrase
from toolkit.registers.resources import Resource
from toolkit.registers.vocabulary import Area, Audience, Body, Contact, Kind, Noun, Publisher, Source, Topic

MODELS: dict[str, type[Entry]] = {
    "topics": Topic,
    "audiences": Audience,
    "kinds": Kind,
    "publishers": Publisher,
    "areas": Area,
    "sources": Source,
    "resources": Resource,
    "facts": Fact,
    "terms": Term,
    "guidance": Guidance,
    "contacts": Contact,
    "examples": Example,
    "phrases": Phrase,
    "nouns": Noun,
    "bodies": Body,
}
NOUNS = {key: key.removesuffix("s") for key in MODELS} | {"bodies": "body"}
