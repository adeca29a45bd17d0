"""Remembers the long work that was begun from a chat, so that a restart goes on with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

if TYPE_CHECKING:
    from bot.ledger.database import Database

Kind = Literal["import", "reindex", "watch"]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work.

    Attributes:
        id: Names it, in buttons too.
        platform: Where it was begun.
        kind: What is done.
        subject: To what: a file, a channel.
        room: The guild or workspace it was begun in.
        audience: Who may see what it brings in.
        message: The message that shows its progress, as its platform names it.
        locale: The language of that message.
        started_at: When it was begun, timezone-aware.
    """

    id: str
    platform: str
    kind: Kind
    subject: str
    room: str
    audience: str
    message: str
    locale: str
    started_at: datetime


def new_job(
    platform: str, kind: Kind, subject: str, *, room: str, audience: str, locale: str
) -> Job:
    """Returns a job that begins now, without a message yet."""
    now = datetime.now(UTC)
    return Job(uuid4().hex[:12], platform, kind, subject, room, audience, "", locale, now)


class Work:
    """The jobs of all platforms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, job: Job) -> None:
        """Keeps a job as unfinished."""
        self._database.run(
            "INSERT OR REPLACE INTO jobs (id, platform, kind, subject, room, audience, message,"
            " locale, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'unfinished')",
            job.id,
            job.platform,
            job.kind,
            job.subject,
            job.room,
            job.audience,
            job.message,
            job.locale,
            job.started_at.isoformat(),
        )

    def unfinished(self, platform: str) -> list[Job]:
        """Returns what a restart goes on with, the oldest first."""
        rows = self._database.rows(
            "SELECT id, platform, kind, subject, room, audience, message, locale, started_at"
            " FROM jobs WHERE platform = ? AND state = 'unfinished' ORDER BY started_at",
            platform,
        )
        dated = datetime.fromisoformat
        return [
            Job(id_, of, kind, subject, room, audience, message, locale, dated(begun))
            for id_, of, kind, subject, room, audience, message, locale, begun in rows
        ]

    def finish(self, job_id: str) -> None:
        """Notes that a job is done, was cancelled, or cannot be done."""
        self._database.run("UPDATE jobs SET state = 'finished' WHERE id = ?", job_id)
