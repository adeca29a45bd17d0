"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.slack.audience import channel_label, team_label
from adapters.slack.forms import form, text_field
from adapters.slack.layout import button, notice, plain_text, quoted
from adapters.slack.markup import escaped
from adapters.slack.replying import reply
from adapters.slack.sending import Outgoing
from adapters.slack.translate import Spot, asker_of, spot_at
from bot.errors import DeliveryError
from bot.plain import one_line
from index.clock import utc_now
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.arrivals import Form, Press
    from adapters.slack.layout import Block
    from adapters.slack.office import Office
    from adapters.slack.people import Person
    from adapters.wording import Wording
    from bot.ledger.questions import OpenQuestion
    from bot.messages import Question

SHOWN: Final = 5
"""Open questions in one message: each has a row of buttons."""

SOURCE: Final = "answers"
_LONGEST: Final = 300


class Unanswered:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._questions = office.room.ledger.questions
        self.buttons: Mapping[str, Callable[[Press, Wording], Awaitable[None]]] = {
            "answer": self._ask_for_answer,
            "dismiss": self._dismiss,
        }
        self.forms: Mapping[str, Callable[[Form, Wording], Awaitable[None]]] = {
            "answered": self._answer
        }

    async def blocks(self, team: str, user: str, wording: Wording) -> list[Block]:
        """Returns the open questions of a workspace, as far as their places may be seen."""
        found = await self._open(team, user)
        blocks: list[Block] = [_line(wording.unanswered if found else wording.unanswered_none)]
        for number, each in enumerate(found, start=1):
            text = one_line(each.question.text)[:_LONGEST]
            said = wording.unanswered_item.format(question=text, times=each.times)
            buttons = [
                button(wording.answer, f"answer:{number}", each.question.id),
                button(wording.dismiss, f"dismiss:{number}", each.question.id),
            ]
            blocks += [_line(f"{number}. {said}"), {"type": "actions", "elements": buttons}]
        return blocks

    async def _ask_for_answer(self, press: Press, wording: Wording) -> None:
        if not await self._may(press.team, press.user):
            await reply(self._office, press, notice(wording.admins_only))
            return
        client = (await self._office.workspaces.of(press.team)).client
        entry = text_field("text", wording.answer_label, is_long=True, is_needed=True)
        view = form("answered", press.value, wording.answer_title, wording, [entry])
        await client.views_open(trigger_id=press.trigger, view=view)

    async def _dismiss(self, press: Press, wording: Wording) -> None:
        if await self._may(press.team, press.user):
            self._questions.settle(press.value)
            await reply(self._office, press, notice(wording.dismissed))
        else:
            await reply(self._office, press, notice(wording.admins_only))

    async def _answer(self, sent: Form, wording: Wording) -> None:
        office = self._office
        text = sent.values.get("text", "").strip()
        person = await office.people.person(sent.team, sent.user)
        spot = Spot(sent.team, await office.sender.direct(sent.team, sent.user))
        asked = self._questions.settle(sent.about) if office.may_manage(person) and text else []
        if not asked:
            await office.sender.post(spot, notice(wording.expired), f"answer/{sent.id}")
            return
        told = [await self._tell(question, sent.team, person, text) for question in asked]
        openly = next((each for each in asked if not each.is_private), asked[0])
        await office.room.library.save([await self._post(openly, sent.team, person, text)])
        said = wording.answer_kept.format(count=sum(told))
        await office.sender.post(spot, notice(said), f"answer/{sent.id}")

    async def _post(self, question: Question, team: str, person: Person, text: str) -> Post:
        """Returns the answer as a post, for those who may read where the question was asked."""
        spot = spot_at(question.place)
        audience = team_label(team)
        if spot is not None and not question.is_private:
            place = await self._office.people.place(team, spot.channel)
            audience = channel_label(spot.channel) if place.is_private else audience
        return Post(
            id=f"slack:{team}/{SOURCE}/{question.id}",
            source=SOURCE,
            text=text,
            title="" if question.is_private else question.text,
            author=person.name,
            posted_at=utc_now(),
            audience=audience,
            author_id=asker_of(person, team).account,
            titled_by=None if question.is_private else question.asker.account,
        )

    async def _tell(self, question: Question, team: str, writer: Person, text: str) -> bool:
        """Tells whoever asked, where they asked or else alone; False where that cannot be."""
        office = self._office
        user = question.asker.id.partition("/")[2]
        wording = office.wording(await office.people.person(team, user))
        said = wording.answer_given.format(
            name=writer.name, question=one_line(question.text)[:_LONGEST]
        )
        message = Outgoing(
            escaped(f"{said} {text}"[:_LONGEST]),
            ({"type": "section", "text": {"type": "mrkdwn", "text": f"<@{user}>"}},
             _line(said), quoted(text)),
        )  # fmt: skip
        spot = None if question.is_private else spot_at(question.place)
        try:
            spot = spot or Spot(team, await office.sender.direct(team, user))
            await office.sender.post(spot, message, f"answered/{question.id}")
        except DeliveryError:
            return False
        return True

    async def _open(self, team: str, user: str) -> list[OpenQuestion]:
        found = self._questions.unanswered("slack", team, 5 * SHOWN)
        seen = [each for each in found if await self._may_see(team, user, each.question)]
        return seen[:SHOWN]

    async def _may_see(self, team: str, user: str, question: Question) -> bool:
        spot = spot_at(question.place)
        if question.is_private or spot is None:
            return True
        return await self._office.sees(team, user, spot.channel)

    async def _may(self, team: str, user: str) -> bool:
        return self._office.may_manage(await self._office.people.person(team, user))


def _line(text: str) -> Block:
    return {"type": "section", "text": plain_text(text)}
