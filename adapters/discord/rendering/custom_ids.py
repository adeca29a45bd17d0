"""What our buttons and forms are called on Discord, so that a press tells all it needs; pure."""

from __future__ import annotations

from typing import Final, NamedTuple

_OURS: Final = "pullquote"


class Pressed(NamedTuple):
    """A button that was pressed, or a form that was sent.

    Attributes:
        action: What is to be done.
        subject: To which question, job or confirmation.
        page: Which page comes next.
    """

    action: str
    subject: str
    page: int = 1


def custom_id(action: str, subject: str, page: int = 1) -> str:
    """Return the name of a button: it outlives a restart, for it holds all there is to know."""
    return f"{_OURS}:{action}:{page}:{subject}"


def parsed(name: str) -> Pressed | None:
    """Return what a name says; None for one that is not ours."""
    ours, _, rest = name.partition(":")
    action, _, rest = rest.partition(":")
    page, _, subject = rest.partition(":")
    if ours != _OURS or not page.isdecimal() or not subject:
        return None
    return Pressed(action, subject, int(page))
