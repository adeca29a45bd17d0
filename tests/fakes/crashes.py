"""A library that gives up in a way that `except Exception` does not see."""

from __future__ import annotations


class Crash(BaseException):
    """What it raises."""
