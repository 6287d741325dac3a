"""Lists what a copy changes, and what changed beneath it: python3 scripts/compare_partnership.py SLUG"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.partnership import compare_partnership

raise SystemExit(compare_partnership(sys.argv[1:]))
