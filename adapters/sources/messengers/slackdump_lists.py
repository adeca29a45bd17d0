"""Reads the lists that slackdump writes as text, and knows its transcripts of channels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADS: Final = re.compile(
    r"\s*(?:Name[ \t]+ID[ \t]+Bot\?[ \t].*|ID[ \t]+Arch[ \t].*\bWhat[ \t]*)(?:\r?\n|$)"
)
_TRANSCRIPT: Final = re.compile(
    r"\s*> [^\n]{0,200} @ \d\d/\d\d/\d{4} \d\d:\d\d:\d\d (?:Z|[+-]\d{4}):[ \t]*(?:\r?\n|$)"
)
_ACCOUNT: Final = re.compile(r"(?P<name>\S.*?)\s+(?P<id>[UW][A-Z0-9]+)(?P<bot>\s+bot)?(?:\s.*)?")


def is_slackdump_list(text: str) -> bool:
    """Return whether a text begins as a list of accounts, with their addresses, or of channels."""
    return _HEADS.match(text) is not None


def is_slackdump_transcript(text: str) -> bool:
    """Return whether a text begins as slackdump writes the messages of a channel for people.

    It names neither the channel nor who reads it; the dump that it was made of does.
    """
    return _TRANSCRIPT.match(text) is not None


def listed_accounts(text: str) -> Iterator[dict[str, object]]:
    """Yield the accounts of a list, as Slack itself describes them; none of a list of channels."""
    for line in text.splitlines()[1:]:
        found = _ACCOUNT.fullmatch(line.strip())
        if found is not None:
            yield {"id": found["id"], "name": found["name"], "is_bot": bool(found["bot"])}
