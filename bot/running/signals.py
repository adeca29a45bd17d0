"""Passes on what one process tells all others that serve over the same database."""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.outages import is_told

if TYPE_CHECKING:
    from collections.abc import Callable

_log: Final = logging.getLogger(__name__)


class Signals:
    """Who is to hear what; nothing may depend on it alone, for what is told may be lost.

    Args:
        send: Tells a text to all processes; raises UnavailableError.
    """

    def __init__(self, send: Callable[[str], None] = lambda _: None) -> None:
        self._send = send
        self._hear: dict[str, list[Callable[[str], None]]] = defaultdict(list)
        self._missed: list[Callable[[], None]] = []

    def on(self, kind: str, hear: Callable[[str], None]) -> Callable[[], None]:
        """Have something hear each text of a kind; return what ends that."""
        self._hear[kind].append(hear)
        return lambda: self._hear[kind].remove(hear)

    def on_missed(self, hear: Callable[[], None]) -> Callable[[], None]:
        """Have something hear when texts of any kind may have been missed; return what ends it."""
        self._missed.append(hear)
        return lambda: self._missed.remove(hear)

    def tell(self, kind: str, text: str = "") -> None:
        """Tell all processes something, this one too where it hears; what fails is logged."""
        try:
            self._send(f"{kind} {text}")
        except UnavailableError as error:
            if not is_told(error):
                _log.warning("other processes are not told of a change: %s", error)

    def told(self, message: str) -> None:
        """Hand on what was told."""
        kind, _, text = message.partition(" ")
        for hear in [*self._hear[kind]]:
            _guarded(lambda hear=hear: hear(text))  # type: ignore[misc]

    def missed(self) -> None:
        """Hand on that something may have been missed."""
        for hear in [*self._missed]:
            _guarded(hear)


def _guarded(hear: Callable[[], None]) -> None:
    """Let none who hears keep the others from hearing."""
    try:
        hear()
    except Exception:  # noqa: BLE001 - whatever it is, the next look finds what was told
        _log.exception("what another process told was not taken")
