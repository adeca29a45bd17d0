"""Tells askers in Slack that an admin answered their question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.layout import plain_text, quoted
from adapters.slack.markup import escaped
from adapters.slack.sending import Outgoing
from adapters.slack.translate import Spot, spot_at
from adapters.slack.web import LOST
from bot.errors import DeliveryError
from bot.plain import one_line

if TYPE_CHECKING:
    from adapters.slack.office import Office
    from adapters.slack.people import Person
    from bot.messages import Question

LONGEST: Final = 300


class Telling:
    """Looks up what askers of one workspace may see, and tells them what an admin wrote.

    Args:
        office: What it stands on.
        team: The workspace.
        writer: The admin.
        text: What they wrote; "" while it is only planned: then what is known is taken as it is.
    """

    def __init__(self, office: Office, team: str, writer: Person, text: str = "") -> None:
        self._office = office
        self._team = team
        self._writer = writer
        self._text = text
        if text:
            office.audiences.forget_lists(team)

    async def sees(self, question: Question) -> frozenset[str] | None:
        """Return what the asker may see now; None where Slack does not tell."""
        user = user_of(question)
        self._forget(user)
        try:
            return await self._office.audiences.of_person(self._team, user)
        except (SlackApiError, *LOST):
            return None

    async def readers(self, question: Question) -> frozenset[str]:
        """Return what all who read the channel of a question may see now."""
        spot = spot_at(question.place)
        if spot is None:
            return frozenset()
        self._forget(spot.channel)
        try:
            return await self._office.audiences.of_channel(self._team, spot.channel)
        except (SlackApiError, *LOST):
            return frozenset()

    async def tell(self, question: Question, *, here: bool) -> bool:
        """Tell the asker, where they asked or else alone; return whether that was possible."""
        office, user = self._office, user_of(question)
        try:
            wording = office.wording(await office.asker(self._team, user))
            said = wording.answer_given.format(
                name=self._writer.name, question=one_line(question.text)[:LONGEST]
            )
            message = Outgoing(
                escaped(f"{said} {self._text}"[:LONGEST]),
                ({"type": "section", "text": {"type": "mrkdwn", "text": f"<@{user}>"}},
                 {"type": "section", "text": plain_text(said)}, quoted(self._text)),
            )  # fmt: skip
            spot = spot_at(question.place) if here else None
            spot = spot or Spot(self._team, await office.sender.direct(self._team, user))
            await office.sender.post(spot, message, f"answered/{question.id}")
        except DeliveryError:
            return False
        return True

    def _forget(self, id_: str) -> None:
        if self._text:
            self._office.people.forget(self._team, id_)
            self._office.audiences.forget(self._team, id_)


def user_of(question: Question) -> str:
    """Return the account of whoever asked a question, as Slack names it."""
    return question.asker.id.partition("/")[2]
