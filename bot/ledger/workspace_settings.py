"""Remembers how each server or workspace wants the bot to behave there."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from bot.errors import UnavailableError
from bot.ledger.channels import everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ledger.database import Database

OfferWay = Literal["thread", "asker"]
"""Where an answer is offered unasked: in the thread, or to the asker alone."""

WAYS: Final[tuple[OfferWay, ...]] = get_args(OfferWay)


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """What the admins of a server or workspace chose; as it stands, nothing was chosen.

    Attributes:
        language: The language of our own words there; "" for the installation's, or the reader's.
        answers_in: The channels where questions are answered openly; empty for all of them.
        quiet_in: Channels where they are not.
        goes_on: What follows an answer in a thread is taken as a question without a mention.
        admins: Accounts that look after the posts beside those whom the platform lets.
        keep_days: How many days questions are kept; 0 for as long as the installation does.
        digest_in: The channel that is told each week what nothing answered; "" for none.
        trusted: Roles, groups and accounts that say which message answered, whoever asked.
        helps_in: Channels where answers are offered unasked, each after the way and a slash.
    """

    language: str = ""
    answers_in: frozenset[str] = frozenset()
    quiet_in: frozenset[str] = frozenset()
    goes_on: bool = True
    admins: frozenset[str] = frozenset()
    keep_days: int = 0
    digest_in: str = ""
    trusted: frozenset[str] = frozenset()
    helps_in: frozenset[str] = frozenset()

    def answers(self, channel_id: str) -> bool:
        """Return whether questions are answered openly in a channel, as the ledger names it."""
        is_open = not self.answers_in or channel_id in self.answers_in
        return is_open and channel_id not in self.quiet_in

    @property
    def offering(self) -> dict[str, OfferWay]:
        """The channels where answers are offered unasked, and how."""
        return {
            channel: way
            for way in WAYS
            for each in sorted(self.helps_in)
            if (channel := each.removeprefix(f"{way}/")) != each
        }

    def with_offers(self, channel_id: str, way: OfferWay | None) -> WorkspaceSettings:
        """Return the settings with answers offered in a channel in this way, or not at all."""
        offering: dict[str, OfferWay] = {**self.offering}
        offering.pop(channel_id, None)
        if way is not None:
            offering[channel_id] = way
        helps_in = frozenset(f"{each}/{channel}" for channel, each in offering.items())
        return replace(self, helps_in=helps_in)


DEFAULTS = WorkspaceSettings()
"""Where nobody chose anything."""


class SettingsRecords:
    """The settings of the workspaces of all platforms: only what was chosen is stored.

    Args:
        database: Keeps them.
        serves: Returns whether a workspace is looked after.
    """

    def __init__(self, database: Database, serves: Callable[[str], bool] = everything) -> None:
        self._database = database
        self._serves = serves
        self._languages: dict[tuple[str, str], str] = {}

    def of(self, platform: str, workspace_id: str) -> WorkspaceSettings:
        """Return what is set in a workspace; a few rows are read by their key."""
        rows = self._database.rows(
            "SELECT name, value FROM workspace_settings WHERE platform = ? AND room = ?",
            platform,
            workspace_id,
        )
        found = _settings(dict(rows)) if rows else DEFAULTS
        self._languages[platform, workspace_id] = found.language
        return found

    def language(self, platform: str, workspace_id: str) -> str:
        """Return the language that is set in a workspace, "" for none.

        Where that cannot be read it is the one that was last read: who is to be told just that is
        told it in their language.
        """
        try:
            return self.of(platform, workspace_id).language
        except UnavailableError:
            return self._languages.get((platform, workspace_id), "")

    def all(self) -> dict[tuple[str, str], WorkspaceSettings]:
        """Return what is set, by platform and workspace, where anything is."""
        rows = self._database.rows(
            "SELECT DISTINCT platform, room FROM workspace_settings ORDER BY platform, room"
        )
        return {
            (platform, room): self.of(platform, room)
            for platform, room in rows
            if self._serves(room)
        }

    def put(self, platform: str, workspace_id: str, settings: WorkspaceSettings) -> None:
        """Set all of a workspace; what is as it stands by itself is not stored."""
        chosen = {
            each.name: _stored(getattr(settings, each.name))
            for each in fields(settings)
            if getattr(settings, each.name) != each.default
        }
        with self._database.writing():
            self.remove(platform, workspace_id)
            for name, value in chosen.items():
                self._database.run(
                    "INSERT INTO workspace_settings VALUES (?, ?, ?, ?)",
                    platform,
                    workspace_id,
                    name,
                    value,
                )

    def remove(self, platform: str, workspace_id: str) -> None:
        """Forget what was set in a workspace."""
        self._database.run(
            "DELETE FROM workspace_settings WHERE platform = ? AND room = ?",
            platform,
            workspace_id,
        )


def _stored(value: object) -> str:
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    return str(int(value)) if isinstance(value, bool) else str(value)


def _settings(stored: dict[str, str]) -> WorkspaceSettings:
    chosen: dict[str, Any] = {}
    for each in fields(WorkspaceSettings):
        if each.name not in stored:
            continue
        value = stored[each.name]
        if isinstance(each.default, frozenset):
            chosen[each.name] = frozenset(value.split())
        elif isinstance(each.default, bool):
            chosen[each.name] = value == "1"
        else:
            chosen[each.name] = int(value) if isinstance(each.default, int) else value
    return WorkspaceSettings(**chosen)
