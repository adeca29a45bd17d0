"""Reads the lists of accounts and channels that slackdump writes as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADS: Final = re.compile(
    r"\s*(?:Name[ \t]+ID[ \t]+Bot\?[ \t].*|ID[ \t]+Arch[ \t].*\bWhat[ \t]*)(?:\r?\n|$)"
)
_ACCOUNT: Final = re.compile(r"(?P<name>\S.*?)\s+(?P<id>[UW][A-Z0-9]+)(?P<bot>\s+bot)?(?:\s.*)?")


def is_slackdump_list(text: str) -> bool:
    """Return whether a text begins as a list of accounts, with their addresses, or of channels."""
    return _HEADS.match(text) is not None


def listed_accounts(text: str) -> Iterator[dict[str, object]]:
    """Yield the accounts of a list, as Slack itself describes them; none of a list of channels."""
    for line in text.splitlines()[1:]:
        found = _ACCOUNT.fullmatch(line.strip())
        if found is not None:
            yield {"id": found["id"], "name": found["name"], "is_bot": bool(found["bot"])}
