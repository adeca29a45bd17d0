"""Puts together everybody who deals with something that arrives."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from adapters.slack.asking import Asking
from adapters.slack.catching_up import CatchingUp
from adapters.slack.changes import Changes
from adapters.slack.commands import Commands
from adapters.slack.correcting import Correcting
from adapters.slack.forgetting import Forgetting
from adapters.slack.hearing import Hearing
from adapters.slack.home import Home
from adapters.slack.importing import Importing
from adapters.slack.listening import Listening
from adapters.slack.managing import Managing
from adapters.slack.pane import Pane
from adapters.slack.pressing import Pressing
from adapters.slack.reading import Reading
from adapters.slack.sweeping import Sweeping
from adapters.slack.unanswered import Unanswered
from adapters.slack.vanishing import Vanishing
from adapters.slack.watching import Watching
from adapters.slack.working import Working

if TYPE_CHECKING:
    from adapters.slack.leaving import Leaving
    from adapters.slack.office import Office
    from adapters.slack.patience import Patience

OURS: Final = timedelta(days=3650)
"""A thread with a question to us is ours for as long as the question is kept."""


class Parts:
    """Everybody who deals with something."""

    def __init__(self, office: Office, patience: Patience, leaving: Leaving) -> None:
        self._office = office
        self._leaving = leaving
        self.correcting = correcting = Correcting(office)
        reading = Reading(office, patience.minute_seconds)
        self._vanishing = Vanishing(office, reading, correcting)
        self.sweeping = Sweeping(office, reading, correcting, self._vanishing)
        self.watching = Watching(office, reading, self.sweeping, correcting)
        self.working = Working(office, self.watching, patience)
        self._asking, self._pressing = Asking(office, OURS), Pressing(office)
        self.catching_up = CatchingUp(office, self._asking)
        self._commands, self._unanswered = Commands(office), Unanswered(office)
        self._importing = Importing(office, self.working)
        self._forgetting = Forgetting(office)
        self._managing = Managing(
            office,
            self.working,
            self.watching,
            importing=self._importing,
            forgetting=self._forgetting,
            unanswered=self._unanswered,
        )

    async def catch_up(self) -> None:
        """Takes over what happened while nothing reached us: the recent first, then all else."""
        async with self._office.work.turn("catching up"):
            await self.watching.catch_up()
            self.sweeping.soon()

    def renewed(self, *, was_lost: bool) -> None:
        """Catches up after a new connection: with old messages only where one was lost."""
        self.watching.lose()
        self._office.work.begin(self.catch_up() if was_lost else self.watching.catch_up())

    def listening(self) -> Listening:
        """Returns what takes everything that arrives, and passes it on to them."""
        office = self._office
        events = (
            Hearing(self._asking, self.watching, self._importing),
            Pane(office, Home(office, self._managing, self._unanswered)),
            Changes(office, self.correcting),
            self._vanishing,
            self._leaving,
            self.watching,
        )
        buttons = (
            self._pressing, self.working, self._importing, self._forgetting, self._unanswered,
            self._managing,
        )  # fmt: skip
        forms = (self._pressing, self._commands, self._importing, self._unanswered)
        return Listening(
            office,
            {name: hear for each in events for name, hear in each.events.items()},
            {
                "/ask": self._commands.ask,
                "/posts": self._managing.posts,
                "/forget-me": self._forgetting.offer_own,
            },
            {
                **self._commands.shortcuts,
                **{name: press for each in buttons for name, press in each.buttons.items()},
            },
            {name: take for each in forms for name, take in each.forms.items()},
        )
