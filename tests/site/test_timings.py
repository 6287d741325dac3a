"""What a build's steps cost is noted, also where a step fails."""

from __future__ import annotations

import pytest

from toolkit.site import timings


def test_a_step_is_noted_with_its_cost_also_where_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timings, "steps", [])
    with timings.measure("add"):
        sum(range(300_000))
    with pytest.raises(ValueError, match="stop"), timings.measure("fail"):
        raise ValueError("stop")
    first, second = timings.steps
    assert ("add", "fail") == (first.name, second.name)
    assert first.processor >= 0 and first.wall > 0 and first.memory > 1
    assert str(first).startswith("add: ")
