"""What is expensive to make, and what it is made from.

An artefact is a name and the hash of its declared inputs. It is made again when that hash changes, and only then:
whatever can change an artefact is one of its inputs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Artefact:
    """A thing to be made: its name, such as that of a file, and the hash of its inputs (64 hexadecimal digits)."""

    name: str
    key: str

    @classmethod
    def of(cls, name: str, *inputs: object) -> Artefact:
        """The artefact of a name that is made from the inputs and nothing else."""
        return cls(name, fingerprint(name, *inputs))


def fingerprint(*inputs: object) -> str:
    """The hash of values, the same in every process.

    A path counts by the content of its file. Mappings and sets count without their order. Anything else, such as a
    frozen dataclass or a model, counts by its `repr`, which must show all of it. The parts are separated by their
    lengths, so that no two lists of inputs have one text.
    """
    digest = sha256()
    for value in inputs:
        for part in _parts(value):
            digest.update(b"%d:" % len(part))
            digest.update(part)
    return digest.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, str):
        yield value.encode("utf-8", "surrogatepass")
    elif isinstance(value, Path):
        yield value.read_bytes()
    elif isinstance(value, Mapping):
        yield b"mapping %d" % len(value)
        for key, inner in sorted(value.items(), key=lambda item: repr(item[0])):
            yield from _parts(key)
            yield from _parts(inner)
    elif isinstance(value, Set):
        yield from _parts(sorted(value, key=repr))
    elif isinstance(value, list | tuple):
        yield b"sequence %d" % len(value)
        for inner in value:
            yield from _parts(inner)
    else:
        yield repr(value).encode("utf-8", "surrogatepass")
