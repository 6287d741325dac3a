"""Builds the site: python3 scripts/build.py"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands import build

raise SystemExit(build(sys.argv[1:]))
