"""Writes a folder to begin a branded copy with: python3 scripts/new_partnership.py"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.partnership import new_partnership

raise SystemExit(new_partnership(sys.argv[1:]))
