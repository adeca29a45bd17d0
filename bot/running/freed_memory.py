"""Gives what was freed back to the system, so that a burst is not paid for until the end."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
from typing import Final

SECONDS: Final = 60.0
"""How often: it takes some milliseconds."""

_ARENAS: Final = 1
_ARENA_MAX: Final = -8
"""The name of the setting in glibc's malloc.h."""


def limit_arenas() -> None:
    """Have all threads share one arena: each would keep for itself what its thread once needed.

    Before any thread is begun. Where the C library is not glibc, nothing is done.
    """
    _call("mallopt", _ARENA_MAX, _ARENAS)


async def return_regularly(seconds: float = SECONDS) -> None:
    """Give back what was freed, again and again, until it is cancelled.

    glibc by itself gives back only what lies behind all that is in use.
    """
    while True:
        await asyncio.sleep(seconds)
        gc.collect()  # what only circles hold is freed late otherwise, and in many places
        await asyncio.to_thread(return_freed)


def return_freed() -> None:
    """Give each page back that holds nothing any more."""
    _call("malloc_trim", 0)


def _call(name: str, *values: int) -> None:
    # Windows has no library of this kind, and other C libraries than glibc not these functions.
    function = getattr(ctypes.CDLL(None), name, None) if os.name == "posix" else None
    if function is not None:
        function(*values)
