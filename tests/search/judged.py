"""The judged queries and the measures of an answer to them; used by the tests and by the benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.sources.yaml_source import read_yaml

QUERIES = Path(__file__).with_name("queries.yml")
UNSEEN = Path(__file__).with_name("unseen.yml")  # never read while the search is tuned
QUESTIONS_READ = Path(__file__).with_name("questions-read.yml")
QUESTIONS_UNREAD = Path(__file__).with_name("questions-unread.yml")  # never read while the search is tuned


@dataclass(frozen=True)
class Judged:
    """What somebody types, and the addresses that answer it; `nothing` if the answer is that nothing has the word."""

    words: str
    wanted: tuple[str, ...]
    by: str = ""  # who asks
    kind: str = ""  # what sort of question it is
    nothing: bool = False

    def rank(self, answers: Sequence[str]) -> int:
        """The place of the first good answer, from 1; 0 when there is none."""
        return next((place for place, url in enumerate(answers, 1) if self.is_good(url)), 0)

    def is_good(self, url: str) -> bool:
        return url in self.wanted or any(w.endswith("/") and url.startswith(f"{w}#") for w in self.wanted)


def read_judged(path: Path = QUERIES) -> list[Judged]:
    lines = read_yaml(path, path.name).data["queries"]
    return [read_line(line) for line in lines]


def read_line(line: Mapping[str, Any] | Sequence[Any]) -> Judged:
    """One judged query, written as a list of its words and addresses or, with who asks and its kind, by keys."""
    if isinstance(line, Mapping):
        answers = tuple(line.get("answers", ()))
        return Judged(str(line["query"]), answers, line["by"], line["kind"], line.get("nothing", False))
    return Judged(str(line[0]), tuple(line[1:]))


def find_missing_addresses(site: Path, judged: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """The words and each wanted address that the site does not publish."""
    pages: dict[Path, str] = {}
    for query in judged:
        for url in query.wanted:
            page, _, anchor = url.partition("#")
            file = site / page / "index.html"
            if file not in pages:
                pages[file] = file.read_text("utf-8") if file.is_file() else ""
            if not pages[file] or (anchor and f'id="{anchor}"' not in pages[file]):
                yield query.words, url


def measures(ranks: Iterable[int]) -> dict[str, float]:
    """Success at 1, 3 and 5, and the mean of the reciprocal ranks, each as a share of the queries."""
    found = list(ranks)
    total = len(found)
    shares = {f"success@{most}": sum(1 <= rank <= most for rank in found) / total for most in (1, 3, 5)}
    return shares | {"reciprocal rank": sum(1 / rank for rank in found if rank) / total}
