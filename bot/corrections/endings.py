"""Tells who waits for it that no answer quotes some posts any more."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Sequence

Tell = Callable[[int], Awaitable[None]]
"""Tells somebody how many answers are left to be corrected: at most twice, 0 at the end."""

_log: Final = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Ending:
    """Somebody who waits.

    Attributes:
        posts: The posts that are to be quoted no more.
        tell: How they are told.
        is_delayed: They were told that some answers cannot be changed at the moment.
    """

    posts: Sequence[str]
    tell: Tell
    is_delayed: bool = False


class Endings:
    """Everybody who waits; a restart forgets them, though not what is to be corrected."""

    def __init__(self) -> None:
        self._waiting: list[Ending] = []

    def add(self, posts: Sequence[str], tell: Tell) -> None:
        """Let somebody wait for the end of the next look that begins."""
        self._waiting.append(Ending(posts, tell))

    def waiting(self) -> list[Ending]:
        """Return who waits now."""
        return list(self._waiting)

    async def tell(self, endings: Sequence[Ending], left: Callable[[Sequence[str]], int]) -> None:
        """Tell who waited before a look what it left, once; and the end, once it is one.

        Args:
            endings: Who waited when the look began.
            left: Counts the answers that are still to be corrected for posts.
        """
        for each in endings:
            count = left(each.posts)
            if each not in self._waiting or (count and each.is_delayed):
                continue
            if count:
                each.is_delayed = True
            else:
                self._waiting.remove(each)
            try:
                with crashes_as_errors():
                    await each.tell(count)
            except Exception:  # noqa: BLE001 - the answers are corrected all the same
                _log.exception("an end could not be told")
