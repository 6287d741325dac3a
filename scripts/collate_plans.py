"""Puts filled forms of many settings side by side: python3 scripts/collate_plans.py FILE..."""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands import ROOT
from toolkit.forms.collating import collate_plans

raise SystemExit(collate_plans(ROOT, sys.argv[1:]))
