"""LibreOffice and Poppler, as people open documents in them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

SOFFICE = os.environ.get("TOOLKIT_SOFFICE") or shutil.which("soffice") or "soffice"
ITS_PYTHON = os.environ.get("TOOLKIT_SOFFICE_PYTHON") or "/usr/bin/python3"
EDITOR = Path(__file__).with_name("edit_in_libreoffice.py")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
LONGEST = 300  # seconds
PIPE = "toolkit-tests"


class LibreOffice:
    """LibreOffice with a profile of its own in `folder`, started for each job."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]

    def to_pdf(self, files: Sequence[Path]) -> dict[str, Path]:
        """Word files as tagged PDF, by the names of the files without their endings."""
        folder = self.folder / "pdf"
        command = [*self.command, "--convert-to", TAGGED, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        return {file.stem: folder / f"{file.stem}.pdf" for file in files}

    def convert(self, file: Path, format: str) -> Path:
        """A file as LibreOffice saves it in a format: `odt`, or `docx:` with the name of a filter."""
        ending, folder = format.split(":", maxsplit=1)[0], self.folder / "converted"
        command = [*self.command, "--convert-to", format, "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        return folder / f"{file.stem}.{ending}"

    def edit(self, source: Path, edits: Mapping[str, Sequence[str | None]]) -> Path:
        """The file as it is after somebody wrote into the first controls of each kind and saved it as Word."""
        target, wanted = self.folder / f"edited-{source.name}", self.folder / "edits.json"
        wanted.write_text(json.dumps(edits), "utf-8")
        with subprocess.Popen(
            [*self.command, f"--accept=pipe,name={PIPE}{os.getpid()};urp"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as office:
            command = [ITS_PYTHON, str(EDITOR), f"{PIPE}{os.getpid()}", str(source), str(target), str(wanted)]
            try:
                subprocess.run(command, check=True, timeout=LONGEST)
            finally:
                office.terminate()
        return target


def text_of(pdf: Path | bytes) -> list[str]:
    """The words on each page of a PDF, as Poppler reads them, typed answers among them."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=content, check=True, capture_output=True, timeout=LONGEST)
    return done.stdout.decode("utf-8").rstrip("\f").split("\f")


def one_line(pages: Sequence[str]) -> str:
    """All words of some pages with one space between them, wherever a line was broken."""
    return " ".join(" ".join(pages).split())
