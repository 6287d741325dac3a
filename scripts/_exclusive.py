"""Lets one script at a time do what two must not do at once."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from _system import say


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Holds the lock on the file `path`, after waiting for whoever holds it.

    The system takes the lock back when its holder ends, however it ends: there are no stale locks to recover.
    """
    with path.open("a") as file:
        if not take(file.fileno()):
            say("Another script is setting up the environment: waiting for it ...")
            while not take(file.fileno()):
                time.sleep(0.2)
        os.set_inheritable(file.fileno(), True)
        yield


def take(descriptor: int) -> bool:
    """Takes the lock if it is free; raises OSError where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True
