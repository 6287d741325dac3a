"""Puts filled forms of many settings side by side: python3 scripts/collate_plans.py FILE..."""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.collate import collate_plans
from toolkit.site.folders import ROOT

raise SystemExit(collate_plans(ROOT, sys.argv[1:]))
