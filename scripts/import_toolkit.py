"""Turns a toolkit in Word into draft chapters: python3 scripts/import_toolkit.py FILE.docx"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.import_toolkit import import_toolkit
from toolkit.site.folders import ROOT

raise SystemExit(import_toolkit(ROOT, sys.argv[1:]))
