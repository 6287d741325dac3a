"""Reads one file of answers after the other for another process (reading.py), which ends this one if need be.

A line in is the path of a file, a line out what is in it: {"answers": {...}}, or {"reason": ..., "values": {...}}.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from toolkit.answers.plain_data import to_data
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.site.compose.formats import read_answers


def serve() -> None:
    """Answers until the input ends. Whatever libraries print does not get among the answers."""
    replies = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(2, 1)
    _limit_memory(int(sys.argv[1]))
    print(json.dumps("ready"), file=replies, flush=True)
    for line in sys.stdin.buffer:
        print(json.dumps(_reply(Path(json.loads(line)))), file=replies, flush=True)


def _limit_memory(most: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _reply(path: Path) -> dict[str, Any]:
    try:
        return {"answers": to_data(read_answers(path))}
    except Unreadable as unreadable:
        failure = unreadable
    except MemoryError:
        failure = Unreadable(Reason.TOO_LONG)
    except Exception as fault:  # noqa: BLE001 - one file never ends the reading of all
        failure = Unreadable(Reason.FAULT, problem=type(fault).__name__)
    return {"reason": failure.reason, "values": failure.values}
