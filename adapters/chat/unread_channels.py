"""Says why a platform does not let us read a channel, and what helps: never in its own codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Final = {
    "out": ("not_in_channel",),
    "hidden": (
        "missing access", "missing permissions", "access_denied", "no_permission",
        "restricted_action", "user_not_in_channel",
    ),
    "gone": ("channel_not_found", "is_archived", "unknown channel", "unknown guild"),
    "right": ("missing_scope", "ekm_access_denied", "not_allowed_token_type", "org_login_required"),
    "token": (
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired",
        "401: unauthorized", "unauthorized",
    ),
}  # fmt: skip
"""What platforms say, by the kind of it; all else passes, and is tried again."""

_APART: Final = ("right", "token", "passing")
"""Against these no invitation helps."""

_PREFIX: Final = "Slack: "


def reasons(watching: Mapping[str, str]) -> dict[str, str]:
    """Return what `because` says, of all sentences about watched channels."""
    return {name: said for name, said in watching.items() if name.startswith("because.")}


def remedied(note: str, said: Mapping[str, str], channel: str) -> str:
    """Return that a watched channel cannot be read, why, and what helps against that.

    Args:
        note: What Slack said.
        said: Our sentences of checks, in the reader's language, by name.
        channel: What the channel is called.
    """
    kind = _kind_of(note)
    remedy = said[f"unreadable.{kind if kind in _APART else 'access'}"]
    return remedy.format(channel=channel, reason=because(note, said))


def because(note: str, said: Mapping[str, str]) -> str:
    """Return why a channel cannot be read, as a part of a sentence.

    Args:
        note: What the platform said: a code of Slack's, or Discord's words.
        said: Our sentences about channels, in the reader's language, by name.
    """
    return said[f"because.{_kind_of(note)}"].format(word=_word(note))


def with_remedy(note: str, said: Mapping[str, str]) -> str:
    """Return the same as the rest of a sentence, and what to do about it."""
    remedy = said[f"remedy.{_kind_of(note)}"]
    return remedy.format(because=because(note, said))


def _kind_of(note: str) -> str:
    said = _word(note).casefold()
    return next((kind for kind, words in _KINDS.items() if said in words), "passing")


def _word(note: str) -> str:
    return note.removeprefix(_PREFIX)
