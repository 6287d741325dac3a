"""Finds nginx, with which the tests run the hosting recipe, and installs it on a Debian system (a few seconds)."""

from __future__ import annotations

import os
import shutil

from _system import has_program

VARIABLE = "TOOLKIT_NGINX"
PACKAGES = ["nginx-light"]
WHY = "The tests of the hosting recipe need nginx (--quick does without)."


def has_nginx() -> bool:
    """Puts nginx's path into TOOLKIT_NGINX, installing it where it can; False, after a sentence, if it cannot."""
    return has_program(_find, PACKAGES, WHY, "The tests of the recipe for nginx")


def _find() -> bool:
    # Debian keeps it where only root's PATH looks.
    path = os.environ.get(VARIABLE) or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    os.environ[VARIABLE] = path or ""
    return bool(path)
