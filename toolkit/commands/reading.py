"""Reads files of answers in a process of its own: one that hangs or takes all memory does not end the others."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Self

from toolkit.answers.answers import Answers
from toolkit.answers.plain_data import from_data
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.site.compose.formats import read_answers
from toolkit.site.folders import ROOT

# Without the folder where the command was called, where somebody's plans may lie beside a file called json.py.
START_WORKER = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from toolkit.commands.reading_worker import serve; serve()"
)
SECONDS = 30  # for one file
SECONDS_TO_START = 120
MOST_MEMORY = 1_500_000_000  # bytes, libraries included


class ReadingProcess:
    """Reads one file after the other, and starts again after one that could not be read within the limits."""

    def __init__(self, seconds: float = SECONDS, memory: int = MOST_MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self.process: subprocess.Popen[bytes] | None = None
        self.is_ready = False
        self.replies: queue.Queue[bytes] = queue.Queue()
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read_file(self, path: Path) -> Answers:
        """The answers of one file; raises Unreadable, also where reading takes too long or too much memory."""
        if self.process is None or self.process.poll() is not None:
            self._start()
        if self.process is None or not self._await_start():
            return read_answers(path)  # no process can be had: better read here than not at all
        reply = self._ask(path)
        if reply is None:
            self._end()
            raise Unreadable(Reason.TOO_LONG)
        if "answers" in reply:
            return from_data(reply["answers"])
        raise Unreadable(Reason(reply["reason"]), **reply["values"])

    def _ask(self, path: Path) -> Any:
        """What the process says of a file; None if it says nothing in time."""
        assert self.process is not None
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(str(path)).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            return None
        return self._receive(self.seconds)

    def _receive(self, seconds: float) -> Any:
        try:
            line = self.replies.get(timeout=seconds)
            return json.loads(line) if line else None
        except (queue.Empty, ValueError):
            return None

    def _start(self) -> None:
        command = [sys.executable, "-I", "-c", START_WORKER, str(ROOT), str(self.memory)]
        pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        try:
            self.process = subprocess.Popen(command, **pipes)
        except OSError:
            self.process = None
            return
        self.is_ready = False
        self.replies = queue.Queue()
        threading.Thread(target=_collect, args=(self.process, self.replies), daemon=True).start()

    def _await_start(self) -> bool:
        if not self.is_ready:
            self.is_ready = self._receive(SECONDS_TO_START) == "ready"
            if not self.is_ready:
                self._end()
        return self.is_ready

    def _end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()
        self.process = None


def _collect(process: subprocess.Popen[bytes], replies: queue.Queue[bytes]) -> None:
    """Passes on the lines that a process writes; an empty one when it ends."""
    assert process.stdout is not None
    try:
        for line in process.stdout:
            replies.put(line)
    except (OSError, ValueError):
        pass  # the pipe was closed
    replies.put(b"")
