"""Plans of invented settings, with what is in them written down apart, so that counts can be held against it.

Nothing here asks the toolkit what an answer means: it writes texts under names, and counts what it wrote.

    python -m tests.collation.synthetic 200 FOLDER        writes so many plans as files, and FOLDER-before/
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

PLAN = "whole-setting-improvement-plan"
TODAY = date(2026, 11, 28)
AREAS = {
    "ethos-and-relationships": ("shared-vision", "relationships", "feedback", "diversity", "safer-recruitment"),
    "equipped-staff": ("how-common", "training"),
}
PHASES = ("Early years", "Primary", "Secondary", "All-through", "Special", "Alternative provision", "")
DISTRICTS = ("Ashford", "Canterbury", "Dover", "Maidstone", "Swale", "Thanet", "")
SIZES = ("Fewer than 50", "50 to 199", "200 to 499", "500 to 999", "1,000 or more", "")
RATINGS = ("red", "amber", "green")
STATUSES = ("not-started", "under-way", "done", "stopped", "")
LEADS = ("Designated safeguarding lead", "Deputy head", "PSHE lead", "")


@dataclass
class Facts:
    """What was written of one setting."""

    name: str
    phase: str
    district: str
    size: str
    ratings: dict[str, str] = field(default_factory=dict)  # by area/theme: a rating, "" or "not-chosen"
    activities: list[dict[str, str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    plan: str = ""
    earlier: list[tuple[str, dict[str, str]]] = field(default_factory=list)  # day and answers of earlier reviews


def invent_settings(count: int, seed: int = 1, *, choosing: bool = True) -> list[Facts]:
    """So many settings; the same each time. One in five is of before there was a choice of themes."""
    chance = random.Random(seed)
    return [_invent(number, chance, choosing=choosing and number % 5 != 0) for number in range(count)]


def _invent(number: int, chance: random.Random, *, choosing: bool) -> Facts:
    facts = Facts(
        f"School {number:03}",
        chance.choices(PHASES, (2, 9, 5, 1, 2, 1, 2))[0],
        chance.choice(DISTRICTS),
        chance.choice(SIZES),
        plan=f"plan{number:08}",
    )
    facts.answers = {"record/setting": facts.name, "record/plan-date": "2026-09-07", "record/phase": facts.phase}
    facts.answers |= {"record/district": facts.district, "record/size": facts.size}
    for area, themes in AREAS.items():
        for theme in themes:
            _invent_theme(facts, f"{area}/{theme}", chance, choosing=choosing)
    if (
        choosing
        and "not-chosen" in facts.ratings.values()
        and not any(key.endswith("/chosen") for key in facts.answers)
    ):
        facts.ratings = {key: "" if value == "not-chosen" else value for key, value in facts.ratings.items()}
    return facts


def _invent_theme(facts: Facts, theme: str, chance: random.Random, *, choosing: bool) -> None:
    if choosing and chance.random() < 0.4:
        facts.ratings[theme] = "not-chosen"
        return
    if choosing:
        facts.answers[f"{theme}/chosen"] = "yes"
    facts.ratings[theme] = rating = chance.choice((*RATINGS, ""))
    facts.answers[f"{theme}/rating"] = rating
    for entry in range(1, chance.randint(0, 3) + 1):
        place = theme if entry == 1 else f"{theme}~{entry}"
        days = chance.randint(-200, 200)
        activity = {
            "activity": f"=Activity {entry} of {theme}",
            "lead": chance.choice(LEADS),
            "due": (TODAY + timedelta(days=days)).isoformat() if days % 7 else "",
            "status": chance.choice(STATUSES),
            "priority": chance.choice(("high", "medium", "low", "")),
        }
        facts.answers |= {f"{place}/{key}": text for key, text in activity.items()}
        facts.activities.append({**activity, "theme": theme})


def is_late(activity: dict[str, str]) -> bool:
    """Due before today, and neither done nor stopped."""
    return (
        bool(activity["due"]) and activity["due"] < TODAY.isoformat() and activity["status"] not in ("done", "stopped")
    )


def move_on(facts: Facts, seed: int) -> Facts:
    """The same setting a year before: each theme rated by chance again."""
    chance = random.Random(seed)
    before = Facts(facts.name, facts.phase, facts.district, facts.size, plan=facts.plan)
    before.ratings = {theme: chance.choice((*RATINGS, "")) for theme in facts.ratings}
    before.answers = {f"{theme}/rating": rating for theme, rating in before.ratings.items()}
    before.answers["record/setting"] = facts.name
    return before


def count_ratings(settings: list[Facts], theme: str) -> Counter[str]:
    """How many settings say what of a theme."""
    return Counter(facts.ratings[theme] for facts in settings)


def write_files(settings: list[Facts], folder: Path, version: int = 2, *, with_ids: bool = True) -> None:
    """A file of answers for each setting."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, facts in enumerate(settings):
        data = {
            "format": "safeguarding-toolkit-answers",
            "format_version": 1,
            "form": PLAN,
            "form_version": version,
            **({"plan": facts.plan, "entries": {}} if with_ids else {}),
            "earlier": [{"date": day, "version": version, "answers": texts} for day, texts in facts.earlier],
            "answers": {key: text for key, text in facts.answers.items() if text},
        }
        (folder / f"{number:03}.json").write_text(json.dumps(data), "utf-8")


if __name__ == "__main__":
    everyone = invent_settings(int(sys.argv[1]))
    write_files(everyone, Path(sys.argv[2]))
    write_files([move_on(facts, number) for number, facts in enumerate(everyone)], Path(f"{sys.argv[2]}-before"), 1)
