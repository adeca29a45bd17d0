"""Remembers the jobs that were begun from a chat, so that a restart resumes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from uuid import uuid4

from bot.ledger.channels import everything
from bot.ledger.database import upsert
from bot.ledger.leases import in_no_hands

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ledger.database import Database
    from index.clock import Clock

Way = Literal["import", "preview", "replace", "add"]
"""Four ways to import a file: asking first where posts would go, only showing what would change,
dropping what is gone from it, dropping nothing."""

Kind = Literal[Way, "reindex", "watch"]

_OPEN: Final = "('unfinished', 'ending')"
"""The states of what is done, or is to be gone on with; the second is to come to its end."""

_AGREED: Final = "agreed:"
"""How the state begins of an import that another process is to do, which has its file."""

IMPORTS: Final = frozenset({"import", "preview", "replace", "add"})

CONSENT: Final = timedelta(days=1)
"""How long somebody may think about an import before its file is deleted."""


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of long work.

    Attributes:
        id: Names it, in buttons too.
        platform: Where it was begun.
        kind: What is done.
        subject: To what: a file, or channels with spaces between them.
        workspace_id: The guild or workspace it was begun in.
        audience: Who may see what it brings in.
        message: The message that shows its progress, as its platform names it.
        locale: The language of that message.
        started_at: When it was begun, timezone-aware.
    """

    id: str
    platform: str
    kind: Kind
    subject: str
    workspace_id: str
    audience: str
    message: str
    locale: str
    started_at: datetime

    @property
    def file(self) -> Path:
        """Is the file that an import reads."""
        return Path(self.subject.partition(":")[2])

    @property
    def channels(self) -> list[str]:
        """Are the channels that a reading is of, as the ledger names them."""
        return self.subject.split()

    @property
    def source(self) -> str | None:
        """Is what an import is to call its source; None for the file's own name."""
        return self.subject.partition(":")[0] or None


def new_job(
    platform: str,
    kind: Kind,
    subject: str,
    *,
    workspace_id: str,
    audience: str,
    locale: str,
    started_at: datetime,
) -> Job:
    """Return a job without a message yet."""
    return Job(
        id=uuid4().hex[:12],
        platform=platform,
        kind=kind,
        subject=subject,
        workspace_id=workspace_id,
        audience=audience,
        message="",
        locale=locale,
        started_at=started_at,
    )


def way_of(job: Job) -> Way:
    """Return how an import is done."""
    match job.kind:
        case "preview" | "replace" | "add" as way:
            return way
        case _:
            return "import"


def agreed(job: Job, way: str) -> Job:
    """Return an import that was only shown, as one that is done in a way somebody chose."""
    return replace(job, id=uuid4().hex[:12], kind="add" if way == "add" else "replace")


class JobRecords:
    """The jobs of all platforms.

    Args:
        database: Remembers them.
        clock: Tells the time.
        holder: Names this process and no other; "" where there is one alone.
        serves: Returns whether the jobs of a workspace are looked after.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        holder: str = "",
        serves: Callable[[str], bool] = everything,
    ) -> None:
        self._database = database
        self._clock = clock
        self._holder = holder
        self._serves = serves

    def put(self, job: Job) -> None:
        """Keep a job as unfinished."""
        self._database.run(
            upsert(
                "jobs",
                "id",
                "platform, kind, subject, room, audience, message, locale, started_at, state,"
                " taken_by",
            ),
            job.id,
            job.platform,
            job.kind,
            job.subject,
            job.workspace_id,
            job.audience,
            job.message,
            job.locale,
            job.started_at.isoformat(),
            "unfinished",
            self._holder,
        )

    def unfinished(self, platform: str) -> list[Job]:
        """Return what a restart goes on with, the oldest first."""
        return self._where(f"platform = ? AND state IN {_OPEN}", platform)

    def left(self, platform: str) -> list[Job]:
        """Return what is unfinished, and in the hands of no living process but this one."""
        is_left, served = in_no_hands(self._database, platform)
        condition = f"platform = ? AND state IN {_OPEN} AND (taken_by = ? OR {is_left})"
        found = self._where(condition, platform, self._holder, served)
        return [each for each in found if self._serves(each.workspace_id)]

    def cancel(self, job_id: str) -> None:
        """Ask whichever process does a job to end it."""
        self._move(job_id, "unfinished", "ending")

    def are_ending(self) -> set[str]:
        """Return the ids of the jobs that are to be ended."""
        rows = self._database.rows("SELECT id FROM jobs WHERE state = 'ending'")
        return {str(row[0]) for row in rows}

    def agree(self, job: Job, way: str) -> bool:
        """Leave an import that is decided to the process with its file; False where that is dead.

        Args:
            job: The import, about which somebody was to decide.
            way: How it is to be done.
        """
        is_left, served = in_no_hands(self._database, job.platform)
        statement = (
            "UPDATE jobs SET state = ? WHERE id = ? AND state = 'asking'"
            f" AND taken_by <> ? AND NOT {is_left}"
        )
        return bool(self._database.run(statement, f"{_AGREED}{way}", job.id, self._holder, served))

    def agreed(self, platform: str) -> list[tuple[Job, str]]:
        """Return the imports that were left to this process, once each, and how each is done."""
        condition = "platform = ? AND state = ? AND taken_by = ?"
        return [
            (job, way)
            for way in ("add", "replace")
            for job in self._where(condition, platform, f"{_AGREED}{way}", self._holder)
            if self._move(job.id, f"{_AGREED}{way}", "finished")
        ]

    def settle(self, job_id: str) -> bool:
        """Note that somebody decided about a job; False where that was done before."""
        return self._move(job_id, "asking", "finished")

    def _move(self, job_id: str, before: str, after: str) -> bool:
        statement = "UPDATE jobs SET state = ? WHERE id = ? AND state = ?"
        return bool(self._database.run(statement, after, job_id, before))

    def _where(self, condition: str, *values: str) -> list[Job]:
        rows = self._database.rows(
            "SELECT id, platform, kind, subject, room, audience, message, locale, started_at"
            f" FROM jobs WHERE {condition} ORDER BY started_at",
            *values,
        )
        dated = datetime.fromisoformat
        return [
            Job(
                id=id_,
                platform=of,
                kind=kind,
                subject=subject,
                workspace_id=room,
                audience=audience,
                message=message,
                locale=locale,
                started_at=dated(begun),
            )
            for id_, of, kind, subject, room, audience, message, locale, begun in rows
        ]

    def narrow(self, job_id: str, subject: str) -> None:
        """Note what is left to be done of a job."""
        self._database.run("UPDATE jobs SET subject = ? WHERE id = ?", subject, job_id)

    def wait(self, job_id: str) -> None:
        """Note that somebody is to say whether a job should be gone on with."""
        self._database.run("UPDATE jobs SET state = 'asking' WHERE id = ?", job_id)

    def asking(self, job_id: str) -> Job | None:
        """Return a job about which somebody is still to decide."""
        oldest = (self._clock() - CONSENT).isoformat()
        found = self._where("id = ? AND state = 'asking' AND started_at >= ?", job_id, oldest)
        return found[0] if found else None

    def is_reading(self, platform: str, file: Path) -> bool:
        """Return whether a file is being imported, or is to be, whatever its source is called."""
        return any(each.kind in IMPORTS and each.file == file for each in self.unfinished(platform))

    def take_back(self, file: Path) -> None:
        """Ask no more about a file: another is to take its place."""
        for job in self._where("state = 'asking'"):
            if job.file == file:
                self.finish(job.id)

    def files(self) -> set[Path]:
        """Return the files that are to be imported, or that somebody is to decide about."""
        oldest = (self._clock() - CONSENT).isoformat()
        waits = f"(state = 'asking' OR substr(state, 1, {len(_AGREED)}) = '{_AGREED}')"
        open_ = f"(state IN {_OPEN} OR {waits} AND started_at >= ?)"
        return {each.file for each in self._where(open_, oldest) if each.kind in IMPORTS}

    def forget_older(self, than: timedelta) -> None:
        """Delete what nobody goes on with, and was begun longer ago than this."""
        oldest = (self._clock() - than).isoformat()
        self._database.run(
            f"DELETE FROM jobs WHERE state NOT IN {_OPEN} AND started_at < ?", oldest
        )

    def finish(self, job_id: str) -> None:
        """Note that a job is done, was cancelled, or cannot be done."""
        self._database.run("UPDATE jobs SET state = 'finished' WHERE id = ?", job_id)
