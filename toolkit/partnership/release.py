"""Leaflets that a copy's host has reviewed: what holds them back is taken off."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from toolkit.forms.definition import Form


def release_forms(forms: Mapping[str, Form], ids: Collection[str]) -> dict[str, Form]:
    """The forms, with those of the given ids no longer held for review."""
    return {id: form.model_copy(update={"held_for_review": False}) if id in ids else form for id, form in forms.items()}
