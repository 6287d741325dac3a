"""Makes a catalogue of any size from the real one, the same each time.

python -m benchmarks.large_catalogue 10000 FILE
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import yaml

from toolkit.registers.display import InFacet, marks_of
from toolkit.registers.resources import Resource

ROOT = Path(__file__).resolve().parents[1]
SEED = 20261123
NOT_MIXED = {"publisher", "status"}  # a publisher comes with its titles; what is not current stays what it is
FILING = [
    key
    for field, mark in marks_of(Resource, InFacet).items()
    for key in (field, mark.to)
    if key and key not in NOT_MIXED
]


def large_catalogue(count: int, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The real entries, then new ones: each takes title, summary and filing from different real ones."""
    draw = random.Random(SEED)
    made = list(entries)
    listed = [entry for entry in entries if "area" not in entry and entry.get("status", "current") == "current"]
    words = sorted({word for entry in entries for word in entry["summary"].split() if word.isalpha()})
    for number in range(len(entries), count):
        one, two, three = draw.sample(listed, 3)
        extra = " ".join(draw.sample(words, 3))
        entry = {key: three[key] for key in FILING if key in three}
        made.append({
            "id": f"made-{number}",
            "title": f"{one['title'][:80]}: {extra} {number}",
            "summary": f"{two['summary']} {extra.capitalize()}.",
            "publisher": one["publisher"],
            "year": draw.randint(1995, 2026),
            "url": f"https://example.org/{number}",
            "written": "2026-11-23",
            **entry,
        })  # fmt: skip
    return made


def main() -> None:
    count, target = int(sys.argv[1]), Path(sys.argv[2])
    loader = yaml.CSafeLoader
    loader.yaml_implicit_resolvers = {}  # as the toolkit reads it: "no" and 12:30 are texts
    entries = yaml.load((ROOT / "resources.yml").read_text("utf-8"), loader)["resources"]
    numbers = {"min_age", "max_age", "year"}
    for entry in entries:
        entry.update({key: int(entry[key]) for key in numbers & entry.keys()})
    made = json.loads(json.dumps(large_catalogue(count, entries)))  # lists of their own: no YAML anchors
    text = yaml.safe_dump({"resources": made}, allow_unicode=True, sort_keys=False, width=1000)
    target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
