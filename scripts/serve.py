"""Serves the site on this computer and rebuilds it when a source changes: python3 scripts/serve.py"""

import sys

from _environment import ensure

ensure("site")

from toolkit.commands.site import serve

raise SystemExit(serve(sys.argv[1:]))
