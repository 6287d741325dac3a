"""How long a tick in the resource finder takes until its result is painted: on a phone, and on a desk computer."""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path

from benchmarks.phone import browser, phone, served

TICKS = 8
# A tick, and the moment after the frame that shows its result.
TICK = """(number) => new Promise((done) => {
  const boxes = [...document.querySelectorAll(':is([data-facet=topic], [data-facet=access], [data-facet=kind]) input')];
  const start = performance.now();
  boxes[number * 5 % boxes.length].click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a built site")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser to drive")
    given = parser.parse_args()
    with served(given.site) as base, browser(given.chromium) as opened:
        for name, slow in (("phone, 4 times slower", True), ("desk computer", False)):
            with phone(opened, slow) as page:
                page.goto(f"{base}resources/", timeout=120_000)
                page.wait_for_selector(".finder--live", timeout=120_000)
                page.wait_for_timeout(1000)
                times = [page.evaluate(TICK, number) for number in range(TICKS)]
                rows = page.locator("tbody tr").count()
                print(f"{name}: {rows} rows, median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")


if __name__ == "__main__":
    main()
