"""Reports what is stale, unchecked or hard to read, and how to mend it: python3 scripts/doctor.py"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.site import doctor

raise SystemExit(doctor(sys.argv[1:]))
