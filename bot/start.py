"""Begins a command, and ends it quietly where it is interrupted before its parts are loaded."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Load the command line and run it."""
    try:
        from bot.__main__ import main as run
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()
