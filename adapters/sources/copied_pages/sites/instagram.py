"""Reads a copied post of Instagram: what is said under a picture, and what others say of it.

In English, French, German and Spanish. Each account stands below the name of its own picture.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import ANSWER
from adapters.sources.copied_pages.statuses import is_time, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.statuses import Said

_PICTURE: Final = re.compile(
    r"(?P<whose>[\w.]{2,40})['’]s profile picture|photo de profil de (?P<de>[\w.]{2,40})"
    r"|profil(?:bild|foto) von (?P<von>[\w.]{2,40})|foto del? perfil de (?P<foto>[\w.]{2,40})",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(r"(?:edited|modifié|bearbeitet|editado)\s*[·•]\s*", re.IGNORECASE)
_GLUED: Final = re.compile(
    r"(?P<when>\d{1,3} ?(?:[smhdwyj]|sem\.?|wo\.?|std\.?|min))\s*"
    r"(?:[\d.,]+ ?(?:likes?|j['’]aime|[„“]?gefällt mir[“”]?[- ]?(?:angaben?)?|me gusta))?\s*"
    r"(?:reply|répondre|antworten|responder)?",
    re.IGNORECASE,
)
"""An age and the buttons beside it, where they are copied as one line."""
_BELOW: Final = re.compile(
    r"reply|répondre|antworten|responder|[\d.,]+ (?:likes?|j['’]aime|[„“]gefällt mir[“”].{0,9}"
    r"|me gusta)|.*\d ?likes?reply|(?:view|hide) (?:all )?(?:\d+ )?(?:replies|reply).{0,6}"
    r"|log in to like or comment\.?",
    re.IGNORECASE,
)
"""Stands below what somebody says."""
_BUTTON: Final = re.compile(
    r"follow|suivre|folgen|seguir|verified|vérifié|verifiziert|verificado|author|auteur|autor"
    r"|[·•]",
    re.IGNORECASE,
)
"""Stands beside the name of an account."""


def talk_of_picture(lines: Sequence[str]) -> list[Said]:
    """Return what an account says under its picture, and what others answer; else nothing.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    heads = [at for at in range(len(lines) - 1) if _whose(lines[at]) == lines[at + 1]]
    is_named = any("instagram" in line.lower() for line in lines)
    if not heads or not (is_named or any(map(ANSWER.fullmatch, lines[heads[0] :]))):
        return []
    found = []
    for head, after in zip_longest(heads, heads[1:], fillvalue=len(lines)):
        if said := _said(lines, head, after):
            found.append(said)
    return found


def _whose(line: str) -> str:
    found = _PICTURE.fullmatch(line) if len(line) < 80 else None  # noqa: PLR2004 -- a name is short
    return next(filter(None, found.groups()), "") if found else ""


def _said(lines: Sequence[str], head: int, end: int) -> Said | None:
    """Return what stands below an account, up to its age; None where only its buttons do."""
    begin, when = head + 2, ""
    while begin < end and (_BUTTON.fullmatch(lines[begin]) or _age(lines[begin])):
        when = when or _age(lines[begin])
        begin += 1
    buttons = (at for at in range(begin, end) if _BELOW.fullmatch(lines[at]))
    stop = next(buttons, end)
    if not when:
        ages = [at for at in range(begin, stop) if _age(lines[at])]
        glued = [stop] if stop < end and _age(lines[stop]) else []
        if not (ages or glued):
            return None
        stop = (ages or glued)[-1]
        when = _age(lines[stop])
    return said_by(lines[head + 1], when, [*range(begin, stop)]) if begin < stop else None


def _age(line: str) -> str:
    """Return how old something is, where a line says no more than that and its buttons."""
    bare = _CHANGED.sub("", line)
    if is_time(bare):
        return bare
    glued = _GLUED.fullmatch(bare)
    return glued["when"] if glued else ""
