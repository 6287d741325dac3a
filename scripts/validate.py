"""Checks the catalogue, forms and partnerships without building: python3 scripts/validate.py"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.site import validate

raise SystemExit(validate(sys.argv[1:]))
