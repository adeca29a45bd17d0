"""Reads a copied page of TikTok: what is said with a video, and what others say of it.

In English, French, German and Spanish. The name of the sound stands below the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import is_name
from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.statuses import is_time, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.statuses import Said

_HANDLE: Final = re.compile(r"(?!\d+$)[a-z0-9_.]{2,24}")
_SOUND: Final = re.compile(
    r"(?:♬ ?)?(?:original sound|son original|originalton|sonido original) [-–] .{1,60}",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?P<name>.{1,40}?) · (?P<when>.{2,25})")
_CALLED: Final = re.compile(r"(?P<first>[^\W\d_]{2,20})(?: [^\W\d_][\w.'’-]{0,20}){0,3}")
_MORE: Final = re.compile(r"(?:more|plus|mehr|más)(?: …|\.\.\.)?", re.IGNORECASE)
_ANSWER: Final = re.compile(r"reply|répondre|antworten|responder", re.IGNORECASE)
_BUTTON: Final = re.compile(r"follow|suivre|folgen|seguir|[·•]", re.IGNORECASE)
_HEAD: Final = 4
"""Lines; below an account its name, a button and the time are as many at most."""
_BUTTONS: Final = 3
"""Lines; as many at most stand between a time and the button to answer, with it."""
_LONGEST: Final = 60
"""Lines; what is said with a video has fewer."""


def talk_of_clip(lines: Sequence[str]) -> list[Said]:
    """Return what an account says with its video, and what others answer; else nothing.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    for sound in (at for at, line in enumerate(lines) if _SOUND.fullmatch(line)):
        for at in range(max(0, sound - _LONGEST), sound):
            if _HANDLE.fullmatch(lines[at]) and (said := _clip(lines, at, sound)):
                return [said, *_comments(lines, sound)]
    return []


def _clip(lines: Sequence[str], head: int, sound: int) -> Said | None:
    """Return what stands between the head of a video and its sound; None where that is no head."""
    name = ""
    for at in range(head + 1, min(head + 1 + _HEAD, sound)):
        told = _NAMED.fullmatch(lines[at])
        when = told["when"] if told else lines[at].lstrip("·• ")
        if is_time(when):
            name = name or (told["name"] if told else lines[head])
            words = [by for by in range(at + 1, sound) if not _MORE.fullmatch(lines[by])]
            return said_by(name, when, words) if words else None
        if not _BUTTON.fullmatch(lines[at]):
            if name:
                return None
            name = lines[at]
    return None


def _comments(lines: Sequence[str], sound: int) -> list[Said]:
    """Return what stands above each time, below an account; a name needs a button to answer it."""
    found = []
    begin = sound + 1
    for when in (at for at in range(sound + 1, len(lines)) if is_time(lines[at])):
        heads = [at for at in range(begin, when) if kind_of_line(lines[at]) == "text"]
        head = next((at for at in heads if _HANDLE.fullmatch(lines[at])), None)
        if head is None and any(map(_ANSWER.fullmatch, lines[when + 1 : when + 1 + _BUTTONS])):
            head = next((at for at in heads if is_name(lines[at])), None)
        if head is not None and head + 1 < when:
            found.append(_comment(lines, head, when))
            begin = when + 1
    return found


def _comment(lines: Sequence[str], head: int, when: int) -> Said:
    """Return a comment; below an account may stand what its user is called."""
    name, words = lines[head], head + 1
    called = _CALLED.fullmatch(lines[words])
    is_called = called is not None and called["first"].lower() in name.lower()
    if is_called and words + 1 < when:
        name, words = lines[words], words + 1
    said = said_by(name, lines[when], [*range(words, when)])
    said.is_comment = True
    return said
