"""Finds nginx and Apache, with which the tests run the hosting recipes; installs them on a Debian system (seconds)."""

from __future__ import annotations

import os
import shutil

from _system import has_program

WHY = "The tests of the hosting recipes need {} (--quick does without)."
WHERE = "/usr/sbin:/usr/local/sbin"  # Debian keeps servers where only root's PATH looks.


def has_nginx() -> bool:
    """Puts nginx's path into TOOLKIT_NGINX, installing it where it can; False, after a sentence, if it cannot."""
    return _has("nginx", "TOOLKIT_NGINX", "nginx-light", "nginx")


def has_apache() -> bool:
    """The same for Apache and TOOLKIT_APACHE."""
    return _has("apache2", "TOOLKIT_APACHE", "apache2-bin", "Apache")


def _has(program: str, variable: str, package: str, name: str) -> bool:
    def find() -> bool:
        path = os.environ.get(variable) or shutil.which(program) or shutil.which(program, path=WHERE)
        os.environ[variable] = path or ""
        return bool(path)

    return has_program(find, [package], WHY.format(name), f"The tests of the recipe for {name}")
