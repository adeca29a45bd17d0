"""Remembers briefly what was heard of messages, so that no process undoes what another stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.posts import whole_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.ledger.database import Database

KEPT_SECONDS: Final = 86_400.0
"""No page of old messages is on its way for longer, and no event comes later than others."""


class HeardMessages:
    """Which posts were edited or removed lately, and when by the database's clock."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moment(self) -> float:
        """Return the seconds since 1970, by the clock that all processes share.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        ((moment,),) = self._database.rows(f"SELECT {self._database.now}")
        return float(moment)

    def note(self, ids: Iterable[str]) -> None:
        """Note that something was just heard of these posts.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        now = self._database.now
        with self._database.hastily():
            for id_ in sorted(set(map(whole_of, ids))):  # in one order: two may note the same
                self._database.run(
                    f"INSERT INTO heard (post, at) VALUES (?, {now})"
                    " ON CONFLICT (post) DO UPDATE SET at = excluded.at",
                    id_,
                )

    def since(self, moment: float, ids: Collection[str]) -> set[str]:
        """Return those of these posts of which something was heard after a moment.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        is_one, wholes = self._database.among("post", {*map(whole_of, ids)})
        rows = self._database.rows(
            f"SELECT post FROM heard WHERE at > ? AND {is_one}", moment, wholes
        )
        heard = {str(row[0]) for row in rows}
        return {id_ for id_ in ids if whole_of(id_) in heard}

    def forget_old(self) -> None:
        """Delete what no page can undo any more.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        now = self._database.now
        self._database.run(f"DELETE FROM heard WHERE at < {now} - ?", KEPT_SECONDS)
