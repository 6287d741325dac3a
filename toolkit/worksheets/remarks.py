"""What an editor should know of a sheet that came back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Remarks:
    """What an editor should know: mistakes stop the import, notes do not."""

    mistakes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
