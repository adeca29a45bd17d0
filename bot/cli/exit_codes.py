"""How the command line ends.

0   done; "nothing found" is an answer too
1   done in part: something was refused, or `check` found a problem
2   the command, the question, a filter or a name that was given is not right
3   the settings are wrong
4   the index cannot be used (missing, locked, damaged, its model cannot be loaded), or the system
    refuses a file: rights, a full or read-only disk, a folder that is missing, memory
5   a chat platform failed
70  a fault of ours; the message names an error id
130 interrupted
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from bot.errors import AskError, ConfigError, PlatformError, UnavailableError
from bot.outputs import WrongName
from index.errors import IndexingError


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    PARTLY = 1
    USAGE = 2
    SETTINGS = 3
    INDEX = 4
    PLATFORM = 5
    FAULT = 70
    INTERRUPTED = 130


EXPECTED: Final[tuple[tuple[type[Exception], Exit], ...]] = (
    (AskError, Exit.USAGE),
    (ConfigError, Exit.SETTINGS),
    (WrongName, Exit.USAGE),
    (UnavailableError, Exit.INDEX),
    (IndexingError, Exit.INDEX),
    (PlatformError, Exit.PLATFORM),
)
"""What may go wrong without being a fault of ours, and how the process then ends: by the first."""
