"""Lays pictures of every component in each of its states into a folder, to look at.

    python3 scripts/components.py --out pictures               builds the site first
    python3 scripts/components.py --out pictures --site site   takes a site that is built already

Each state is there in light, in dark, on a phone, as printed and without script: DIR/light/term--the-word-itself.png
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

from _environment import ROOT, ensure

PAGE = "development/components/index.html"
# How each set of pictures is taken: the settings of the browser, and the medium.
SETS: dict[str, tuple[dict[str, Any], Any]] = {
    "light": ({}, "screen"),
    "dark": ({"color_scheme": "dark"}, "screen"),
    "phone": ({"viewport": {"width": 390, "height": 844}}, "screen"),
    "print": ({}, "print"),
    "no-script": ({"java_script_enabled": False}, "screen"),
}


def main(arguments: list[str]) -> int:
    """Takes the pictures; returns 1 where there is no site to take them of."""
    options = parse(arguments)
    ensure("test")
    site = options.site or options.out / "site"
    if (
        not options.site
        and subprocess.run([sys.executable, "scripts/build.py", "--out", str(site)], cwd=ROOT).returncode
    ):
        return 1
    page = (site / PAGE).resolve()
    if not page.is_file():
        print(f"{site} holds no {PAGE}. Build the site into it, or leave --site out.", file=sys.stderr)
        return 1
    print(f"{take_pictures(page, options.out)} pictures in {options.out}")
    return 0


def take_pictures(page: Path, out: Path) -> int:
    """Takes every set; returns how many pictures there are."""
    import os

    from playwright.sync_api import sync_playwright

    from _browser import VARIABLE, ensure_browser

    ensure_browser()
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ[VARIABLE], args=["--no-sandbox"])
        for name, (settings, medium) in SETS.items():
            tab = browser.new_context(**settings).new_page()
            tab.goto(page.as_uri())
            tab.emulate_media(media=medium)
            (out / name).mkdir(parents=True, exist_ok=True)
            for stage in tab.locator("[data-example]").all():
                if stage.bounding_box():  # some parts are not printed
                    title = (
                        (stage.get_attribute("data-example") or "")
                        .replace(": ", "--")
                        .replace(" ", "-")
                        .replace(",", "")
                    )
                    stage.screenshot(path=str(out / name / f"{title}.png"))
                    count += 1
        browser.close()
    return count


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options given."""
    parser = argparse.ArgumentParser(
        prog="components.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the pictures")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
