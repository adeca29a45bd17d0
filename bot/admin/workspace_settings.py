"""Changes the settings of a server or workspace, as its admins choose."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from bot.errors import KeptTooLong
from bot.ledger.workspace_settings import DEFAULTS, WorkspaceSettings

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger


Setting = Literal[
    "answers_in", "quiet_in", "goes_on", "language", "admins", "keep_days", "digest_in", "trusted",
    "helps_in",
]  # fmt: skip

SETTINGS: Final[tuple[Setting, ...]] = get_args(Setting)
"""Every setting, in the order in which they are shown."""

WEEK: Final = timedelta(days=7)
"""Between two digests."""

ALL: Final = "all"
"""Stands for every setting where one is named to be set back."""

Named = Literal[
    "everything", "answer-in", "quiet", "threads", "language", "admins", "keep-days", "digest",
    "trusted", "help-out",
]  # fmt: skip
"""What the settings are called where one is named to be set back."""

NAMED: Final[dict[str, str]] = dict(zip(get_args(Named), (ALL, *SETTINGS), strict=True))
"""The settings by what they are called."""


class SettingsEditor:
    """The settings of the workspaces of one platform."""

    def __init__(self, platform: str, ledger: Ledger) -> None:
        self._platform = platform
        self._ledger = ledger

    def of(self, workspace_id: str) -> WorkspaceSettings:
        """Return what is set in a workspace."""
        return self._ledger.settings.of(self._platform, workspace_id)

    @property
    def most_days(self) -> int:
        """How many days the installation keeps questions, the most that can be chosen."""
        return self._ledger.keep.days

    def check_days(self, days: int) -> None:
        """Refuse to keep questions for so many days, if the installation keeps them less long.

        Raises:
            KeptTooLong: It does.
        """
        if days > self.most_days:
            raise KeptTooLong(self.most_days)

    def has_lost_digest(self, workspace_id: str) -> bool:
        """Return whether the bot may not post where the digest of a workspace goes."""
        lost = self._ledger.noted(lost_digest_note(self._platform, workspace_id))
        return bool(lost) and lost.split()[0] == self.of(workspace_id).digest_in

    def save(self, workspace_id: str, settings: WorkspaceSettings) -> None:
        """Set all of a workspace; what is to be kept for a shorter time goes at once.

        Raises:
            KeptTooLong: Questions are to be kept longer than the installation keeps them.
        """
        self.check_days(settings.keep_days)
        before = self.of(workspace_id)
        self._ledger.settings.put(self._platform, workspace_id, settings)
        if settings.keep_days and settings.keep_days != before.keep_days:
            self._ledger.forget_old()
        if settings.digest_in and not before.digest_in:
            self._begin_digests(workspace_id)

    def _begin_digests(self, workspace_id: str) -> None:
        """Let the first digest be of the week to come, or go on with the week that is not over."""
        note, now = digest_note(self._platform, workspace_id), self._ledger.clock()
        since = self._ledger.noted_moment(note)
        if since is None or now - since >= WEEK:
            self._ledger.note(note, now.isoformat())

    def change(
        self, workspace_id: str, shown: WorkspaceSettings, wished: WorkspaceSettings
    ) -> None:
        """Set what somebody changed of the settings that they were shown: see `changed`.

        Raises:
            KeptTooLong: Questions are to be kept longer than the installation keeps them.
        """
        self.save(workspace_id, changed(self.of(workspace_id), shown, wished))


def changed(
    now: WorkspaceSettings, shown: WorkspaceSettings, wished: WorkspaceSettings
) -> WorkspaceSettings:
    """Return settings with what differs between two others; the rest stays as it is by now.

    Args:
        now: What is set.
        shown: What was set when it was shown to somebody.
        wished: What they made of it.
    """
    found: dict[str, Any] = {}
    for name in (each.name for each in fields(WorkspaceSettings)):
        is_now, was, will_be = (getattr(each, name) for each in (now, shown, wished))
        if isinstance(is_now, frozenset):
            found[name] = (is_now - (was - will_be)) | (will_be - was)
        elif was != will_be:
            found[name] = will_be
    return replace(now, **found)


def set_back(settings: WorkspaceSettings, name: str) -> WorkspaceSettings:
    """Return settings of which one, or `all`, are as where nobody chose anything.

    Raises:
        KeyError: There is none of this name.
    """
    if name == ALL:
        return DEFAULTS
    if name not in SETTINGS:
        raise KeyError(name)
    return replace(settings, **{name: getattr(DEFAULTS, name)})


def lost_digest_note(platform: str, workspace_id: str) -> str:
    """Return the name under which the channel is noted in which no digest can be posted."""
    return f"digest_lost:{platform}:{workspace_id}"


def digest_note(platform: str, workspace_id: str) -> str:
    """Return the name under which it is noted up to when a workspace's digest tells."""
    return f"digest:{platform}:{workspace_id}"
