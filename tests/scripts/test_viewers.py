"""LibreOffice and Poppler for the tests: installed where that is possible, and said where it is not."""

import os

import pytest

import _system
import _viewers


@pytest.fixture(autouse=True)
def nothing_here(monkeypatch, tmp_path):
    """A computer without either program, which is nobody's check for all."""
    monkeypatch.delenv("CI", raising=False)
    for name in (_viewers.SOFFICE, _viewers.PYTHON):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(_viewers.shutil, "which", lambda name: None)
    monkeypatch.setattr(_viewers, "MAC_OFFICE", tmp_path)
    monkeypatch.setattr(_viewers, "WINDOWS_OFFICE", tmp_path)
    monkeypatch.setattr(_viewers, "_knows_uno", lambda python: False)


@pytest.fixture
def refused(monkeypatch):
    """A computer on which nothing may be installed."""

    def refuse(names, why):
        raise SystemExit(f"{why} Run this, then try again: sudo apt-get install {' '.join(names)}")

    monkeypatch.setattr(_system, "install_packages", refuse)


def test_where_they_cannot_be_had_that_is_said_and_the_run_goes_on(refused, capsys):
    assert not _viewers.has_viewers()
    said = capsys.readouterr().err
    assert "sudo apt-get install libreoffice-writer-nogui" in said
    assert "left out of this run" in said


def test_a_check_that_stands_for_everyone_leaves_nothing_out(refused, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="sudo apt-get install"):
        _viewers.has_viewers()


def test_they_are_installed_once_and_their_places_are_handed_on(monkeypatch, tmp_path):
    asked = []

    def install(names, why):
        asked.append(names)
        (tmp_path / "soffice").touch()
        monkeypatch.setattr(_viewers.shutil, "which", lambda name: str(tmp_path / "soffice"))
        monkeypatch.setattr(_viewers, "_knows_uno", lambda python: python == "/usr/bin/python3")

    monkeypatch.setattr(_system, "install_packages", install)
    assert _viewers.has_viewers() and _viewers.has_viewers()
    assert [_viewers.PACKAGES] == asked
    assert (str(tmp_path / "soffice"), "/usr/bin/python3") == (
        os.environ["TOOLKIT_SOFFICE"],
        os.environ[_viewers.PYTHON],
    )
