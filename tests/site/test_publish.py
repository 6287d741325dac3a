"""Publishing is whole or not at all, whatever interrupts it, and touches nothing beside the site."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from toolkit.site import publish as publishing
from toolkit.site.make import remove_leftovers
from toolkit.site.publish import check_target, publish
from toolkit.sources.problems import ProblemsFound

PROJECT = Path("/nowhere/project")


class Killed(BaseException):
    """Stands for a process that ends at once."""


def make(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def shown(target: Path) -> str:
    return (target / "index.html").read_text("utf-8")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "srv").mkdir()
    publish(make(tmp_path / "first", "first"), tmp_path / "srv/site")
    return tmp_path / "srv/site"


@pytest.fixture(params=["one step", "two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two steps":
        monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    return str(request.param)


def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it(
    target: Path, tmp_path: Path, way: str
) -> None:
    publish(make(tmp_path / "second", "second"), target)
    assert "second" == shown(target)
    assert ["site"] == [path.name for path in target.parent.iterdir()]


def test_the_system_exchanges_two_sites_in_one_step_where_it_can(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "one"), make(tmp_path / "other", "other")
    if publishing._exchange(one, other):
        assert ("other", "one") == (shown(one), shown(other))
    else:
        assert ("one", "other") == (shown(one), shown(other))
    assert not publishing._exchange(one, tmp_path / "nothing")


def test_folders_of_others_beside_the_site_are_never_touched(target: Path, tmp_path: Path, way: str) -> None:
    theirs = [".site.old", ".site.new", "site.old", ".site.toolkit-new", ".site.toolkit-old"]
    for name in theirs:
        make(target.with_name(name), "a backup")
    publish(make(tmp_path / "second", "second"), target)
    assert "second" == shown(target)
    assert sorted([*theirs, "site"]) == sorted(path.name for path in target.parent.iterdir())
    assert all(shown(target.with_name(name)) == "a backup" for name in theirs)


@pytest.mark.parametrize("renames", range(4))
def test_a_publish_that_is_killed_leaves_a_site_or_the_next_build_puts_it_back(
    target: Path, tmp_path: Path, renames: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the way with two renames, which has a moment without a site."""
    done = []

    def rename(self: Path, to: Path) -> Path:
        if len(done) == renames:
            raise Killed
        done.append(to)
        os.replace(self, to)  # noqa: PTH105 - Path.replace is what is exchanged here
        return to

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "_exchange", lambda *_: False)
        patched.setattr(Path, "replace", rename)
        patched.setattr(Path, "rename", rename)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)  # what is killed cleans nothing
        second = make(tmp_path / "second", "second")
        if renames < 3:
            with pytest.raises(Killed):
                publish(second, target)
        else:
            publish(second, target)
    check_target(target, PROJECT)
    assert ("second" if renames == 3 else "first") == shown(target)
    publish(make(tmp_path / "third", "third"), target)
    assert "third" == shown(target)
    assert ["site"] == [path.name for path in target.parent.iterdir()]


def test_a_publish_from_another_disk_is_whole_or_cleaned_up(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(self: Path, to: Path) -> Path:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(Path, "rename", cannot)
    publish(make(tmp_path / "second", "second"), target)
    assert "second" == shown(target)

    def full(*_: object, **__: object) -> None:
        reason = "[Errno 28] No space left on device"
        raise shutil.Error([("a", "b", reason), ("c", "d", reason)])

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(ProblemsFound, match=r"cannot be written \(\[Errno 28\] No space left on device\)"):
        publish(make(tmp_path / "third", "third"), target)
    assert "second" == shown(target)
    assert ["site"] == [path.name for path in target.parent.iterdir()]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_web_server_of_another_user_can_read_the_site_whatever_the_umask(target: Path, tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        second = make(tmp_path / "second", "second")
        make(second / "assets", "x")
        publish(second, target)
    finally:
        os.umask(mask)
    for path in (target, *target.rglob("*")):
        assert path.stat().st_mode & 0o444 == 0o444, path
        assert path.is_file() or path.stat().st_mode & 0o111 == 0o111, path


def test_what_killed_builds_left_is_removed_after_a_day(tmp_path: Path) -> None:
    old, new, other = (make(tmp_path / name, "x") for name in ("finished-old", "finished-new", "composed"))
    for folder in (old, other):
        os.utime(folder, (0, 0))
    remove_leftovers(tmp_path)
    assert [other, new] == sorted(tmp_path.iterdir())
