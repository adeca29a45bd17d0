"""Remembers which conversations people had with us, where no question tells it: ids, no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from bot.ledger.database import upsert

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import timedelta

    from bot.ledger.database import Database
    from bot.question_and_answer import Asker
    from index.clock import Clock

ConversationKind = Literal["thread", "direct"]
"""Begun with a question to us, or an answer, that is no more; or held where nobody else reads."""

_NOTE: Final = upsert("conversations", "id", "kind, platform, room, asker_id, noted_at")


class Conversations:
    """The conversations on all platforms."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note_thread(self, ids: Collection[str], platform: str, workspace_id: str) -> None:
        """Note what a thread with us may have begun with, which is taken away; not by whom.

        Args:
            ids: Questions and messages.
            platform: The platform.
            workspace_id: The server or workspace.
        """
        for id_ in sorted(ids):
            self._note(id_, "thread", platform, workspace_id, "")

    def note_direct(self, place: str, asker: Asker) -> None:
        """Note where we speak with one person, outside of any workspace."""
        self._note(place, "direct", asker.platform, "", asker.account)

    def _note(self, id_: str, kind: ConversationKind, *values: str) -> None:
        with self._database.hastily():
            self._database.run(_NOTE, id_, kind, *values, self._clock().isoformat())

    def direct(self, platform: str, most: int) -> list[str]:
        """Return where we speak with one person; where that was last comes first."""
        rows = self._database.rows(
            "SELECT id FROM conversations WHERE platform = ? AND kind = 'direct'"
            " ORDER BY noted_at DESC, id LIMIT ?",
            platform,
            most,
        )
        return [str(id_) for (id_,) in rows]

    def has_thread(self, ids: Collection[str]) -> bool:
        """Return whether a thread that began with one of these is with us."""
        is_one, values = self._database.among("id", set(ids))
        query = f"SELECT 1 FROM conversations WHERE kind = 'thread' AND {is_one} LIMIT 1"
        return bool(self._database.rows(query, values))

    def forget_asker(self, account: str) -> None:
        """Forget the conversations with somebody."""
        self._database.run("DELETE FROM conversations WHERE asker_id = ?", account)

    def forget_workspace(self, platform: str, workspace_id: str) -> None:
        """Forget the conversations in a workspace."""
        self._database.run(
            "DELETE FROM conversations WHERE platform = ? AND room = ?", platform, workspace_id
        )

    def forget_older(self, than: timedelta, platform: str = "", workspace_id: str = "") -> None:
        """Delete what was noted longer ago than this, in one workspace or in all."""
        where, values = ("AND platform = ? AND room = ?", [platform, workspace_id])
        self._database.run(
            f"DELETE FROM conversations WHERE noted_at < ? {where if platform else ''}",
            (self._clock() - than).isoformat(),
            *(values if platform else ()),
        )
