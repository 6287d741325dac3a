"""Names that Windows keeps for devices: no file or folder there can have them, whatever its ending."""

from __future__ import annotations

RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "clock$", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)


def is_reserved_name(name: str) -> bool:
    """Whether Windows keeps a name, up to its first full stop, for a device."""
    return name.partition(".")[0].strip().casefold() in RESERVED_NAMES
