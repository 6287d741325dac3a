"""The locks pin everything, by version and hash, for every system, and say nothing of the machine that wrote them."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROFILES = ("site", "test")


def read(profile):
    """The text of a lock."""
    return (ROOT / "requirements" / f"{profile}.lock").read_text(encoding="utf-8")


def read_pins(profile):
    """Each package of a lock, with its version, marker and hashes."""
    entries = re.findall(r"^(\S+?)==(\S+)( ; .*?)?((?: \\\n +--hash=\S+)*)$", read(profile), re.MULTILINE)
    return {name: (version, marker, hashes.split()) for name, version, marker, hashes in entries}


def read_declared():
    """The packages that pyproject.toml asks for: the site's, and those the tests need besides."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    site, test = project["project"]["dependencies"], project["dependency-groups"]["test"]
    return [{re.split(r"[<>=~! ]", line)[0].lower() for line in lines} for lines in (site, test)]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_package_is_pinned_once_and_has_hashes(profile):
    requirements = re.findall(r"^[A-Za-z]\S*", read(profile), re.MULTILINE)
    pins = read_pins(profile)
    assert [f"{name}=={pin[0]}" for name, pin in pins.items()] == requirements
    assert [] == [name for name, (_, _, hashes) in pins.items() if len(hashes) < 2]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_lock_names_no_address_and_no_folder_of_a_machine(profile):
    assert [] == re.findall(r"^.*(?:://|^--|file:|[ =]/\w|\\\w).*$", read(profile), re.MULTILINE)


def test_the_tests_run_on_the_very_packages_of_the_site():
    site, test = read_pins("site"), read_pins("test")
    assert site == {name: pin for name, pin in test.items() if name in site}


def test_the_locks_hold_what_the_project_asks_for():
    site, besides = read_declared()
    assert set() == site - set(read_pins("site"))
    assert set() == besides - set(read_pins("test"))


def test_the_installed_packages_agree_with_one_another():
    done = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, timeout=60)
    assert 0 == done.returncode, done.stdout


def test_every_npm_package_is_pinned_with_a_hash_and_without_an_address():
    lock = json.loads((ROOT / "requirements/browser/package-lock.json").read_text(encoding="utf-8"))
    asked = json.loads((ROOT / "requirements/browser/package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert asked == lock["packages"][""]["devDependencies"]
    assert asked == {name: packages[f"node_modules/{name}"]["version"] for name in asked}
    assert [] == [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")]
    assert [] == [name for name, package in packages.items() if "resolved" in package]
