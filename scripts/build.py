"""Builds the site: python3 scripts/build.py"""

import sys

if __name__ == "__main__":  # the workers of --all import this file, and must not begin again
    from _environment import ensure

    ensure("site")

    from toolkit.commands.site import build

    raise SystemExit(build(sys.argv[1:]))
