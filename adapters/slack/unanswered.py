"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from adapters.reports import answered_lines, plan_lines
from adapters.slack.audience import channel_label, team_label
from adapters.slack.forms import form, text_field
from adapters.slack.layout import button, notice, plain_text
from adapters.slack.replying import reply
from adapters.slack.telling import LONGEST, Telling
from adapters.slack.translate import Spot, asker_of, spot_at
from bot.plain import one_line
from bot.telling import PLAN_SECONDS, openly_asked, planned, told
from index.clock import utc_now
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

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
            text = one_line(each.question.text)[:LONGEST]
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
        asked = self._questions.open_like(press.value)
        if not asked:
            await reply(self._office, press, notice(wording.expired))
            return
        lines: list[str] = []
        with suppress(TimeoutError):  # Slack waits for the form for three seconds
            async with asyncio.timeout(PLAN_SECONDS):
                lines = await self._lines(press, asked, wording)
        lines = lines or [f"“{one_line(asked[0].text)[:LONGEST]}”", wording.told_if_allowed]
        blocks = [*map(_line, lines)]
        entry = text_field("text", wording.answer_label, is_long=True, is_needed=True)
        view = form("answered", press.value, wording.answer_title, wording, [*blocks, entry])
        client = (await self._office.workspaces.of(press.team)).client
        await client.views_open(trigger_id=press.trigger, view=view)

    async def _lines(self, press: Press, asked: Sequence[Question], wording: Wording) -> list[str]:
        """Return the question, who may read its answer, and who would be told."""
        office, team = self._office, press.team
        places = await self._places(team, press.user, asked)
        openly = openly_asked(asked, places)
        audience = await self._audience(openly, team)
        person = await office.people.person(team, press.user)
        plan = await planned(asked, audience, Telling(office, team, person))
        is_for_all = audience == team_label(team)
        readers = wording.readers_workspace if is_for_all else places.get(openly.place, "–")
        question = f"“{one_line(openly.text)[:LONGEST]}”"
        return [question, *plan_lines(plan, readers, places, wording, one_line)]

    async def _places(self, team: str, user: str, asked: Sequence[Question]) -> dict[str, str]:
        """Return the names of the channels of these questions that an admin may see."""
        found = {}
        for each in asked:
            spot = spot_at(each.place)
            if spot and not each.is_private and await self._office.sees(team, user, spot.channel):
                place = await self._office.people.place(team, spot.channel)
                found[each.place] = f"#{place.name}"
        return found

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
        teller = Telling(office, sent.team, person, text)
        openly = openly_asked(asked, await self._places(sent.team, sent.user, asked))
        audience = await self._audience(openly, sent.team, anew=True)
        done = await told(await planned(asked, audience, teller), teller)
        await office.room.library.save([_post(openly, sent.team, person, text, audience)])
        said = notice(*answered_lines(done, wording))
        await office.sender.post(spot, said, f"answer/{sent.id}")

    async def _audience(self, question: Question, team: str, *, anew: bool = False) -> str:
        """Return who may read an answer: those who may read where the question was asked."""
        spot = spot_at(question.place)
        if spot is None or question.is_private:
            return team_label(team)
        if anew:
            self._office.people.forget(team, spot.channel)
        place = await self._office.people.place(team, spot.channel)
        return channel_label(spot.channel) if place.is_private else team_label(team)

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


def _post(question: Question, team: str, person: Person, text: str, audience: str) -> Post:
    """Return an answer as a post."""
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
