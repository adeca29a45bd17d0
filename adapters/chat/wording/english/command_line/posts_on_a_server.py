"""What the commands say where PULLQUOTE_DATABASE has a server keep posts and ledger, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER: Final[Mapping[str, str]] = {
    "server_copies": (
        "{home} is backed up by the server's own tools, not by Pullquote: use pg_dump and "
        "pg_restore."
    ),
    "moved": (
        "{posts:post or comment|posts and comments}: copied from {home} to {target} and checked."
    ),
    "moved_ledger": "The ledger: {rows:row|rows}, copied and checked.",
    "moved_next": (
        "To use them there, set {setting}; what is stored from now on is not in the copy."
    ),
}
