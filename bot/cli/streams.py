"""Makes the standard streams fit for whatever is printed, and knows what they lead to."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import Final

_WRITING: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What only writing comes to."""

_OUTPUT: Final = Path("/proc/self/fd/1")


def prepare() -> None:
    """Let nothing that is printed fail for the stream that it is printed to."""
    _take_closed()
    _survive_any_character()


def refused_output(error: BaseException) -> Path | None:
    """Return what the standard output leads to, where an error says that it takes no more.

    Every file that is written otherwise is named by its error.
    """
    if not isinstance(error, OSError) or error.errno not in _WRITING or error.filename:
        return None
    try:
        return _OUTPUT.readlink()
    except OSError:  # the system does not tell
        return None


def _take_closed() -> None:
    """Lead a standard stream that is closed nowhere, lest a file that is opened takes its place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the least number that is free: this one


def _survive_any_character() -> None:
    """Let a terminal that knows few characters show "?" for the others, instead of failing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
