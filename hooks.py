"""The site engine's events, handed on; what is done at each is in toolkit/site/render/engine.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from toolkit.site.render.engine import Events

_events = Events()
on_startup = _events.on_startup
on_config = _events.on_config
on_files = _events.on_files
on_env = _events.on_env
on_post_build = _events.on_post_build
on_serve = _events.on_serve
