"""Reads out of LinkedIn's addresses which post and which comment they lead to."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

_NUMBER: Final = r"\d+(?:-\d+)?"
"""A post's number; in a group that of the group, a dash, and its own."""
_URN: Final = re.compile(rf"urn:li:(\w+):({_NUMBER})")
_COMMENT: Final = re.compile(rf"urn:li:comment:\((?:urn:li:)?(\w+):({_NUMBER}),(\d+)\)?")
_NEWER_COMMENT: Final = re.compile(rf"urn:li:fsd_comment:\((\d+),(?:urn:li:)?(\w+):({_NUMBER})\)?")
_IN_WORDS: Final = re.compile(r"\b(activity|share|ugcPost|article)-(\d+)|\b(groupPost)-(\d+-\d+)")
_OF_A_GROUP: Final = re.compile(r"/groups/.*?\b(\d+-\d+)\b")
_PULSE: Final = re.compile(r"/pulse/([^/?#]+)")


def names_of(link: str) -> tuple[str, str]:
    """Return the names in a link: of the post, and of a comment on it; "" for what it has not."""
    address = unquote(link)
    named = [(found[1], found[2], found[3]) for found in _COMMENT.finditer(address)]
    named += [(found[2], found[3], found[1]) for found in _NEWER_COMMENT.finditer(address)]
    post = _post(_NEWER_COMMENT.sub("", _COMMENT.sub("", address)))
    if not named:
        return post, ""
    # The last one is the reply, where there are a comment and a reply to it.
    kind, number, comment = named[-1]
    return post or f"{kind}/{number}", f"comment/{number}/{comment}"


def _post(address: str) -> str:
    if found := _URN.search(address):
        return f"{found[1]}/{found[2]}"
    if found := _IN_WORDS.search(address):
        return f"{found[1] or found[3]}/{found[2] or found[4]}"
    if found := _OF_A_GROUP.search(address):
        return f"groupPost/{found[1]}"
    if found := _PULSE.search(address):
        return f"article/{found[1]}"
    return ""
