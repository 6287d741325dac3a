"""Finds LibreOffice and Poppler, in which the tests look at documents, and installs them on a Debian system."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from _system import has_program

SOFFICE, PYTHON = "TOOLKIT_SOFFICE", "TOOLKIT_SOFFICE_PYTHON"
PACKAGES = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "python3-uno", "poppler-utils"]
MAC_OFFICE = Path("/Applications/LibreOffice.app/Contents")
WINDOWS_OFFICE = Path("C:/Program Files/LibreOffice/program")
WHY = "The tests of Word, PDF and Excel files look at them in LibreOffice and Poppler (100 MB; --quick does without)."


def has_viewers() -> bool:
    """Puts the paths of LibreOffice and of its Python into variables, installing what is missing where it can.

    False, after a sentence, where they cannot be had: they are large, and all else can be tested without them.
    """
    return has_program(_find, PACKAGES, WHY, "The tests that look at documents in LibreOffice and Poppler")


def _find() -> bool:
    offices = [shutil.which("soffice"), MAC_OFFICE / "MacOS/soffice", WINDOWS_OFFICE / "soffice.exe"]
    # Their own Python knows the programming interface; on Debian that is the system's.
    pythons: list[str | Path] = ["/usr/bin/python3", MAC_OFFICE / "Resources/python", WINDOWS_OFFICE / "python.exe"]
    paths = [os.environ.get(SOFFICE) or next((str(path) for path in offices if path and Path(path).is_file()), "")]
    paths += [os.environ.get(PYTHON) or next((str(path) for path in pythons if _knows_uno(path)), "")]
    os.environ[SOFFICE], os.environ[PYTHON] = paths
    return all(paths) and all(map(shutil.which, ("pdftotext", "pdftoppm")))


def _knows_uno(python: str | Path) -> bool:
    try:
        return subprocess.run([str(python), "-c", "import uno"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
