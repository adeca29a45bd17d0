"""What `pullquote check` finds."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One line of `check`.

    Attributes:
        subject: What was looked at, in a word.
        is_fine: Whether it is as it should be.
        text: How it is; with the remedy, where it is not fine.
    """

    subject: str
    is_fine: bool
    text: str
