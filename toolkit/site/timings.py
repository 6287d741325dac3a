"""What each step of a build costs: processor time, time by the clock, and the most memory held so far."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True)
class BuildStep:
    """A step with its seconds, those of processes that it started included, and mebibytes (0 where not known)."""

    name: str
    processor: float
    wall: float
    memory: int

    def __str__(self) -> str:
        return f"{self.name}: {self.processor:.2f} s of the processor, {self.wall:.2f} s in all, {self.memory} MiB"


steps: list[BuildStep] = []  # of the builds of this process, in the order in which they ended


@contextmanager
def measure(name: str) -> Iterator[None]:
    """Notes what the block costs."""
    processor, start = _processor(), time.monotonic()
    try:
        yield
    finally:
        steps.append(BuildStep(name, _processor() - processor, time.monotonic() - start, _memory()))


def _processor() -> float:
    return sum(os.times()[:4])


def _memory() -> int:
    """The most that the process has held, in mebibytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 if resource else 0
