"""The judged queries and the measures of an answer to them; used by the tests and by the benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.sources.yaml_source import read_yaml

QUERIES = Path(__file__).with_name("queries.yml")
UNSEEN = Path(__file__).with_name("unseen.yml")  # never read while the search is tuned


@dataclass(frozen=True)
class Judged:
    """What somebody types, and the addresses that answer it."""

    words: str
    wanted: tuple[str, ...]

    def rank(self, answers: Sequence[str]) -> int:
        """The place of the first good answer, from 1; 0 when there is none."""
        return next((place for place, url in enumerate(answers, 1) if self.is_good(url)), 0)

    def is_good(self, url: str) -> bool:
        return url in self.wanted or any(w.endswith("/") and url.startswith(f"{w}#") for w in self.wanted)


def read_judged(path: Path = QUERIES) -> list[Judged]:
    lines = read_yaml(path, path.name).data["queries"]
    return [Judged(str(line[0]), tuple(line[1:])) for line in lines]


def measures(ranks: Iterable[int]) -> dict[str, float]:
    """Success at 1, 3 and 5, and the mean of the reciprocal ranks, each as a share of the queries."""
    found = list(ranks)
    total = len(found)
    shares = {f"success@{most}": sum(1 <= rank <= most for rank in found) / total for most in (1, 3, 5)}
    return shares | {"reciprocal rank": sum(1 / rank for rank in found if rank) / total}
