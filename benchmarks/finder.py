"""How long a tick in the resource finder takes: until its result is painted, and until counts and address follow.

With `--against OTHER` (another build) both are ticked in turn, so that the ratio holds on a busy machine.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.phone import browser, phone, served

ROUNDS = 3
TICKS = 12
# A tick: the moment after the frame that shows its result, and after all that was put off until then.
TICK = """(number) => new Promise((done) => {
  const boxes = [...document.querySelectorAll(':is([data-facet=topic], [data-facet=access], [data-facet=kind]) input')];
  const box = boxes[number * 5 % boxes.length];
  const start = performance.now();
  let painted;
  requestAnimationFrame(() => setTimeout(() => (painted = performance.now() - start)));
  box.click();
  requestAnimationFrame(() => setTimeout(() => setTimeout(() => done([painted, performance.now() - start]))));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("--against", type=Path, help="another built site, ticked in turn with the first")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser to drive")
    given = parser.parse_args()
    sites = [given.site, *([given.against] if given.against else [])]
    with browser(given.chromium) as opened:
        for name, slow in (("phone, 4 times slower", True), ("desk computer", False)):
            times: dict[Path, list[tuple[float, float]]] = {site: [] for site in sites}
            for _ in range(ROUNDS):
                for site in sites:
                    times[site] += ticks(opened, site, slow)
            medians = [report(f"{name}, {site}", times[site]) for site in sites]
            if given.against:
                print(f"  ratio {medians[0] / medians[1]:.2f}")


def ticks(opened: Browser, site: Path, slow: bool) -> list[tuple[float, float]]:
    """Milliseconds of each tick in a page just opened: (until its result is painted, until all is done)."""
    with served(site) as base, phone(opened, slow) as page:
        page.goto(f"{base}resources/", timeout=120_000)
        page.wait_for_selector(".finder--live", timeout=120_000)
        page.wait_for_timeout(1000)
        return [tuple(page.evaluate(TICK, number)) for number in range(TICKS)]


def report(name: str, times: list[tuple[float, float]]) -> float:
    """Prints and gives the median until the result is painted; the quickest quarter met the machine at its calmest."""
    painted, done = zip(*times, strict=True)
    quarter, median, _ = statistics.quantiles(painted, n=4)
    print(f"{name}: painted in {median:.0f} ms (a quarter in {quarter:.0f}), all done in {statistics.median(done):.0f}")
    return float(median)


if __name__ == "__main__":
    main()
