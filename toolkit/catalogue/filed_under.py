"""How a resource is filed: what decides which others are like it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.registers.resources import Resource


@dataclass(frozen=True)
class FiledUnder:
    """The topics, the groups of readers and the kind of a resource."""

    topics: frozenset[str]
    audience: frozenset[str]
    kind: str

    @classmethod
    def of(cls, resource: Resource) -> FiledUnder:
        """That of a resource."""
        return cls(frozenset(resource.topics), frozenset(resource.audience), resource.kind)
