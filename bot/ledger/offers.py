"""Remembers what was offered unasked, once for each message, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.ledger.database import Database
    from index.clock import Clock

OfferState = Literal["taken", "offered", "helped", "refused", "withdrawn"]
"""Looked at; shown; said to have helped, or not to fit; taken away since a post of it changed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that nobody asked for.

    Attributes:
        id: That of the question that the message asks.
        platform: Names the platform.
        workspace_id: The server or workspace.
        channel_id: The channel, as the ledger names it.
        account: Who asked.
        message: The message that offers it; "" where it was shown for a moment, or not yet.
        state: What came of it.
    """

    id: str
    platform: str
    workspace_id: str
    channel_id: str
    account: str
    message: str = ""
    state: OfferState = "taken"


@dataclass(frozen=True, slots=True)
class OfferCounts:
    """How many offers were made in a channel, and what came of them."""

    channel_id: str
    offered: int
    helped: int
    refused: int


class Offers:
    """The offers on all platforms; no text of any is kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def claim(self, offer: Offer) -> bool:
        """Take a message to look whether it is offered an answer; False where it was taken."""
        return bool(
            self._database.run(
                "INSERT INTO offers (id, platform, room, channel, asker_id, message, state,"
                " offered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                offer.id, offer.platform, offer.workspace_id, offer.channel_id, offer.account,
                offer.message, offer.state, self._clock().isoformat(),
            )
        )  # fmt: skip

    def release(self, id_: str) -> None:
        """Give back a message that is offered nothing."""
        self._database.run("DELETE FROM offers WHERE id = ? AND state = 'taken'", id_)

    def shown(self, id_: str, message: str) -> None:
        """Note which message offers an answer; what was said of it meanwhile stays."""
        self._database.run(
            "UPDATE offers SET message = ?, state ="
            " CASE state WHEN 'taken' THEN 'offered' ELSE state END WHERE id = ?",
            message,
            id_,
        )

    def note(self, id_: str, state: OfferState) -> None:
        """Note what came of an offer."""
        self._database.run("UPDATE offers SET state = ? WHERE id = ?", state, id_)

    def get(self, id_: str) -> Offer | None:
        """Return an offer; None where none is remembered."""
        return self._first("id = ?", id_)

    def in_message(self, message: str) -> Offer | None:
        """Return the offer that a message makes; None where it makes none."""
        return self._first("message = ?", message)

    def take_back(self, id_: str) -> list[str]:
        """Forget what a deleted message was offered; return the messages that offer it."""
        rows = self._database.rows("DELETE FROM offers WHERE id = ? RETURNING message", id_)
        return [message for (message,) in rows if message]

    def counts(self, platform: str = "", workspace_id: str = "") -> list[OfferCounts]:
        """Return what was offered in each channel, of one workspace or of all."""
        where, values = ("AND platform = ? AND room = ?", [platform, workspace_id])
        rows = self._database.rows(
            "SELECT channel, count(*), count(*) FILTER (WHERE state = 'helped'),"
            " count(*) FILTER (WHERE state = 'refused') FROM offers WHERE state <> 'taken'"
            f" {where if platform else ''} GROUP BY channel ORDER BY channel",
            *(values if platform else ()),
        )
        return [OfferCounts(*row) for row in rows]

    def forget_asker(self, account: str) -> None:
        """Forget what somebody was offered."""
        self._database.run("DELETE FROM offers WHERE asker_id = ?", account)

    def forget_workspace(self, platform: str, workspace_id: str) -> None:
        """Forget what was offered in a workspace."""
        self._database.run(
            "DELETE FROM offers WHERE platform = ? AND room = ?", platform, workspace_id
        )

    def forget_older(self, than: timedelta, platform: str = "", workspace_id: str = "") -> None:
        """Delete what was offered longer ago than this, in one workspace or in all."""
        oldest = (self._clock() - than).isoformat()
        where, values = ("AND platform = ? AND room = ?", [platform, workspace_id])
        self._database.run(
            f"DELETE FROM offers WHERE offered_at < ? {where if platform else ''}",
            oldest,
            *(values if platform else ()),
        )

    def _first(self, condition: str, value: str) -> Offer | None:
        rows = self._database.rows(
            "SELECT id, platform, room, channel, asker_id, message, state FROM offers"
            f" WHERE {condition}",
            value,
        )
        return Offer(*rows[0]) if rows else None
