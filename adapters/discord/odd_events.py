"""Lets an event that discord.py cannot read cost that event, and not the connection."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from bot.fault_log import FaultLog

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

_NEEDED: Final = frozenset({"READY", "RESUMED"})
"""Without these there is no session."""


def keep_apart(client: discord.Client) -> None:
    """Have what is odd in one event logged, where the library would end with it."""
    faults = FaultLog()
    state: Any = client._connection  # noqa: SLF001 - there is no other way in
    for name, parse in state.parsers.items():
        if name not in _NEEDED:
            state.parsers[name] = _apart(name, parse, faults)


def _apart(name: str, parse: Callable[[Any], None], faults: FaultLog) -> Callable[[Any], None]:
    @wraps(parse)
    def parsed(data: Any) -> None:
        try:
            parse(data)
        except Exception as fault:  # noqa: BLE001 - the library tells no faults apart
            faults.note(f"error in an event of Discord's, {name}:", fault)

    return parsed
