"""Opens the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from bot.ledger.asked import AskedLately
from bot.ledger.channel_groups import ChannelGroups
from bot.ledger.channels import Channels, everything
from bot.ledger.conversations import Conversations
from bot.ledger.database import Database, LedgerNotWritten, upsert
from bot.ledger.deliveries import Deliveries
from bot.ledger.heard import HeardMessages
from bot.ledger.jobs import JobRecords
from bot.ledger.leases import Leases
from bot.ledger.offers import Offers
from bot.ledger.questions.answers import Answers
from bot.ledger.questions.asked_questions import Questions
from bot.ledger.sqlite.database import SqliteDatabase
from bot.ledger.workspace_settings import SettingsRecords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.clock import Clock


REPEATED: Final = timedelta(days=2)
"""No platform repeats a delivery later than this."""

PASSING: Final = timedelta(days=1)
"""A question of somebody who is to be forgotten is kept for so long, and till the next look."""

ASKED: Final = timedelta(minutes=1)
"""When somebody asked is not kept for longer, and till the next question of anybody."""

STANDS: Final = timedelta(days=365)
"""An answer is corrected for so long after it was last shown."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the bot remembers beside the posts.

    Attributes:
        settings: What was chosen for a workspace.
        leases: What a process does alone.
        offers: What was offered unasked.
        conversations: Where people speak with the bot, beside what they asked.
        heard: What several processes just heard of messages.
        asked: Who just asked any of them.
        holder: Names this process and no other; "" where there is one alone.
        part: The part of a platform that alone is looked after; "" for all of it.
        serves: Returns whether a workspace is of that part.
        keep: How long questions and ratings are kept, where a workspace does not keep them less.
    """

    questions: Questions
    answers: Answers
    deliveries: Deliveries
    channels: Channels
    groups: ChannelGroups
    jobs: JobRecords
    settings: SettingsRecords
    leases: Leases
    offers: Offers
    conversations: Conversations
    heard: HeardMessages
    asked: AskedLately
    holder: str
    database: Database
    clock: Clock
    keep: timedelta
    part: str = ""
    serves: Callable[[str], bool] = everything

    def part_of(self, part: str, serves: Callable[[str], bool]) -> Ledger:
        """Return what looks after a part of a platform, beside processes with other parts.

        What is in hand bears the part's name, so that whoever has the part goes on with it.

        Args:
            part: Names the part.
            serves: Returns whether a workspace is of it.
        """
        database, clock = self.database, self.clock
        return replace(
            self,
            deliveries=Deliveries(database, clock, part),
            channels=Channels(database, clock, serves),
            jobs=JobRecords(database, clock, part, serves),
            settings=SettingsRecords(database, serves),
            part=part,
            serves=serves,
        )

    @classmethod
    def open(cls, path: Path, keep: timedelta, clock: Clock) -> Self:
        """Open a ledger in a file, as `over` does.

        Raises:
            UnavailableError: The file cannot be used.
        """
        return cls.over(SqliteDatabase.open(path), keep, clock)

    @classmethod
    def over(
        cls,
        database: Database,
        keep: timedelta,
        clock: Clock,
        holder: str = "",
        *,
        is_for_reading: bool = False,
    ) -> Self:
        """Give what a database keeps, and delete what is older than it is to be kept.

        Args:
            database: It; it is closed with the ledger.
            keep: How long questions and ratings are kept.
            clock: Tells the time.
            holder: Names this process, where several share the database.
            is_for_reading: Whether one that cannot be written is given all the same.

        Raises:
            UnavailableError: The database cannot be used.
        """
        ledger = cls(
            Questions(database, clock), Answers(database, clock),
            Deliveries(database, clock, holder), Channels(database, clock),
            ChannelGroups(database), JobRecords(database, clock, holder),
            SettingsRecords(database), Leases(database), Offers(database, clock),
            Conversations(database, clock),
            HeardMessages(database), AskedLately(database), holder, database, clock, keep,
        )  # fmt: skip
        try:
            ledger.forget_old()
        except BaseException as error:
            if is_for_reading and isinstance(error, LedgerNotWritten):
                return ledger
            database.close()
            raise
        return ledger

    def forget_old(self) -> None:
        """Delete what is older than it is to be kept, here or by the settings of a workspace.

        It goes from the bytes of a file, too, where no other process reads just then.

        Raises:
            UnavailableError: The database cannot be written.
        """
        for (platform, workspace_id), chosen in self.settings.all().items():
            if chosen.keep_days:
                days = timedelta(days=chosen.keep_days)
                self.questions.forget_older(days, platform, workspace_id)
                self.offers.forget_older(days, platform, workspace_id)
                self.conversations.forget_older(days, platform, workspace_id)
        self.questions.forget_older(self.keep)
        self.questions.forget_passing(PASSING)
        self.answers.forget_older(STANDS)
        self.deliveries.forget_older(REPEATED)
        self.jobs.forget_older(self.keep)
        self.offers.forget_older(self.keep)
        self.conversations.forget_older(self.keep)
        self.heard.forget_old()
        self.asked.forget_old(ASKED.total_seconds())
        # What was deleted stands in a file until its log is read into it.
        self.database.empty_log()

    def note(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self.database.run(upsert("notes", "name", "value"), name, value)

    def noted(self, name: str) -> str:
        """Return the value kept under a name; "" for none."""
        rows = self.database.rows("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""

    def noted_moment(self, name: str) -> datetime | None:
        """Return the moment kept under a name; None where there is none.

        A moment to come was noted while the clock went wrong, and could be years away: it is the
        present one from now on.
        """
        if not (value := self.noted(name)):
            return None
        moment, now = datetime.fromisoformat(value), self.clock()
        if moment > now:
            self.note(name, now.isoformat())
        return min(moment, now)

    def notes(self, beginning: str) -> dict[str, str]:
        """Return all values that are kept under names with this beginning."""
        rows = self.database.rows(
            "SELECT name, value FROM notes WHERE substr(name, 1, ?) = ? ORDER BY name",
            len(beginning),
            beginning,
        )
        return {str(name): str(value) for name, value in rows}

    def forget_note(self, name: str) -> bool:
        """Delete the value kept under a name; False where there is none."""
        return bool(self.database.run("DELETE FROM notes WHERE name = ?", name))

    def forget_notes(self, beginning: str) -> None:
        """Delete the values kept under names that begin like this."""
        self.database.run(
            "DELETE FROM notes WHERE substr(name, 1, ?) = ?", len(beginning), beginning
        )

    def close(self) -> None:
        """Close the database."""
        self.database.close()
