"""Makes an ordinary error of what a library raises outside of Python's ordinary errors."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS: Final = (KeyboardInterrupt, SystemExit, GeneratorExit, asyncio.CancelledError)
"""What ends the work on purpose."""


class LibraryCrash(Exception):
    """A library gave up in a way that `except Exception` does not see, as a panic in Rust does."""


@contextmanager
def crashes_as_errors() -> Iterator[None]:
    """Let nothing out of a block but ordinary errors, cancellation and interrupts.

    Raises:
        LibraryCrash: Something else was raised, which is its cause.
    """
    try:
        yield
    except (Exception, *_ENDS):
        raise
    except BaseException as crash:
        raise LibraryCrash(type(crash).__name__) from crash
