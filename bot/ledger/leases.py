"""Remembers which of several processes alone does something, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ledger.database import Database


def in_no_hands(database: Database, platform: str) -> tuple[str, str]:
    """Return the condition that no living process has a row in hand, and what is bound to it.

    Args:
        database: Where it is asked.
        platform: The platform that the row is of.
    """
    condition = (
        "NOT EXISTS (SELECT 1 FROM leases WHERE name = ? || taken_by AND taken_by <> ''"
        f" AND until > {database.now})"
    )
    return condition, serving(platform)


def serving(platform: str, holder: str = "") -> str:
    """Return the lease of a process that serves a platform beside others, or how it begins."""
    return f"{platform} is served by {holder}"


class Leases:
    """Who does what; all by the database's clock, so that those of the machines may differ."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, name: str, holder: str, seconds: float) -> bool:
        """Take a lease, or go on with it; return False where another has it.

        Args:
            name: What is to be done by one alone.
            holder: Who is to do it: another name for each process.
            seconds: How long from now on, unless it is gone on with.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        now = self._database.now
        return bool(
            self._database.run(
                f"INSERT INTO leases (name, holder, until) VALUES (?, ?, {now} + ?)"
                " ON CONFLICT (name) DO UPDATE"
                " SET holder = excluded.holder, until = excluded.until"
                f" WHERE leases.holder = excluded.holder OR leases.until <= {now}",
                name,
                holder,
                float(seconds),
            )
        )

    def give_back(self, name: str, holder: str) -> None:
        """End a lease before its time, unless another has it by now.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        self._database.run("DELETE FROM leases WHERE name = ? AND holder = ?", name, holder)

    def ended(self, platform: str) -> list[str]:
        """Return, once each, the processes that served a platform beside others and died.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        beginning = serving(platform)
        rows = self._database.rows(
            "DELETE FROM leases WHERE substr(name, 1, ?) = ?"
            f" AND until <= {self._database.now} RETURNING holder",
            len(beginning),
            beginning,
        )
        return [str(row[0]) for row in rows]

    def served(self, platform: str) -> dict[str, str]:
        """Return who serves each part of a platform; "" stands for all of it.

        A process that serves beside others is among them under its own name.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        beginning = serving(platform)
        rows = self._database.rows(
            "SELECT name, holder FROM leases WHERE (name = ? OR substr(name, 1, ?) = ?)"
            f" AND until > {self._database.now} ORDER BY name",
            platform,
            len(beginning),
            beginning,
        )
        return {name.removeprefix(beginning) if name != platform else "": by for name, by in rows}

    def are_held(self) -> bool:
        """Return whether any process does something alone just now.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        query = f"SELECT 1 FROM leases WHERE until > {self._database.now} LIMIT 1"
        return bool(self._database.rows(query))
