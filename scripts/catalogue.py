"""Registers out to a spreadsheet, and back in: python3 scripts/catalogue.py export catalogue.xlsx"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.catalogue import catalogue
from toolkit.site.folders import ROOT

raise SystemExit(catalogue(ROOT, sys.argv[1:]))
