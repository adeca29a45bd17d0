"""Keeps a second bot away from a data folder that one serves from."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def served_from(folder: Path) -> Iterator[None]:
    """Serve from a folder, alone: two would each take up what the other has in hand.

    The system lets go of the lock when the process ends, however that is. Where it has none, as on
    Windows and some network file systems, nobody is kept away.

    Raises:
        UnavailableError: Another process serves from it.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UnavailableError(
                Told(
                    "another `pullquote run` serves from {folder}: stop it first, or set"
                    " PULLQUOTE_DATA to another folder",
                    folder=folder,
                )
            ) from error
        except OSError:  # the file system knows no such lock
            pass
        yield
    finally:
        os.close(opened)
