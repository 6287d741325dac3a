"""What was asked of a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.collation.splits import Filter


@dataclass(frozen=True)
class ReportOptions:
    """What a report counts from, whom it is about and what it leaves out.

    `smallest` is the lowest count that is given; 0: all are. With it there are sums alone, and nothing of one setting.
    """

    today: date
    filters: tuple[Filter, ...] = ()
    smallest: int = 0
    without_names: bool = False

    @property
    def has_settings(self) -> bool:
        """Whether the report may say anything of a single setting."""
        return not self.smallest

    @property
    def has_texts(self) -> bool:
        """Whether the report may give what people wrote."""
        return self.has_settings and not self.without_names
