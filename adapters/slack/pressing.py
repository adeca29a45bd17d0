"""Does what the buttons and forms of answers say, whenever the message with them was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.cards import answer_card, kept_card, only_me_card, shared_card
from adapters.reports import explanation_lines
from adapters.slack.forms import form, text_field
from adapters.slack.layout import laid_out, notice, stamp, told
from adapters.slack.replying import reply, show_instead
from adapters.slack.sending import NotAllowed
from adapters.slack.translate import Spot, asker_of
from bot.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.arrivals import Form, Press
    from adapters.slack.office import Office
    from adapters.wording import Wording
    from bot.asking import Shared

    Handler = Callable[[Press, Wording], Awaitable[None]]
    FormHandler = Callable[[Form, Wording], Awaitable[None]]


class Pressing:
    """The buttons under answers."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.buttons: Mapping[str, Handler] = {
            "page": self._turn,
            "share": self._share,
            "only_me": self._only_me,
            "why": self._why,
            "feedback": self._rate,
            "open": _nothing,
        }
        self.forms: Mapping[str, FormHandler] = {"wrong": self._wrong}

    async def _turn(self, press: Press, wording: Wording) -> None:
        office = self._office
        audience = await self._readers(press)
        is_alone = await self._is_alone(press)
        answer = await office.desk.again(press.value, audience, is_private=is_alone)
        if answer is None:
            await reply(office, press, notice(wording.expired))
            return
        if not is_alone:
            # Everybody sees this page: it stays in the language of who asked.
            asked_by = answer.question.asker.id.partition("/")[2]
            wording = office.wording(await office.people.person(press.team, asked_by))
        was_shared = not is_alone and office.room.ledger.questions.is_private(press.value)
        shared_by = wording.shared_by.format(
            name=answer.question.asker.name, question=answer.question.text
        )
        card = answer_card(
            answer,
            wording,
            page=page_of(press),
            may_share=press.is_ephemeral and not press.channel.startswith("D"),
            heading=[shared_by] if was_shared else [],
        )
        await show_instead(office, press, laid_out(card, wording))
        if not press.is_ephemeral:
            message = Spot(press.team, press.channel).message(press.ts)
            await office.keep(answer, message, page=page_of(press), names_asker=was_shared)

    async def _share(self, press: Press, wording: Wording) -> None:
        office = self._office
        theirs = await office.audiences.of_channel(press.team, press.channel)
        own = await office.audiences.of_person(press.team, press.user)
        shared = await office.desk.shared(press.value, theirs, own)
        if shared is None:
            await reply(office, press, notice(wording.expired))
            return
        deliveries, key = office.room.ledger.deliveries, f"share/{press.value}/{press.channel}"
        async with office.work.turn(key):
            if shared.answer.found and not deliveries.is_claimed(key):
                await self._post_shared(press, shared, key, wording)
                deliveries.claim(key)
                deliveries.finish(key)
        await show_instead(office, press, laid_out(kept_card(shared, wording), wording))

    async def _post_shared(self, press: Press, shared: Shared, key: str, wording: Wording) -> None:
        office = self._office
        spot = Spot(press.team, press.channel, press.thread_ts)
        message = laid_out(shared_card(shared, wording), wording)
        try:
            ts = await office.sender.post(spot, message, key)
        except NotAllowed:
            # A command works where we are no member, and so does its address.
            await office.sender.respond(press.response_url, message, in_channel=True)
        else:
            await office.keep(shared.answer, spot.message(ts), names_asker=True)

    async def _only_me(self, press: Press, wording: Wording) -> None:
        office = self._office
        theirs = await office.audiences.of_channel(press.team, press.channel)
        own = await office.audiences.of_person(press.team, press.user)
        answer = await office.desk.only_for(press.value, theirs, own)
        if answer is None:
            await reply(office, press, notice(wording.expired))
            return
        message = laid_out(only_me_card(answer, wording, page=page_of(press)), wording)
        if press.is_ephemeral:
            await show_instead(office, press, message)
        else:
            await reply(office, press, message)

    async def _why(self, press: Press, wording: Wording) -> None:
        office = self._office
        reader = asker_of(await office.people.person(press.team, press.user), press.team)
        explanation = await office.desk.explain(press.value, await self._readers(press), reader)
        if explanation is None:
            await reply(office, press, notice(wording.expired))
            return
        lines = explanation_lines(explanation, wording, stamp, one_line)
        await reply(office, press, told(lines))

    async def _rate(self, press: Press, wording: Wording) -> None:
        office = self._office
        verdict, _, question_id = press.value.partition(":")
        person = await office.people.person(press.team, press.user)
        office.room.ledger.questions.rate(
            question_id, asker_of(person, press.team), is_good=verdict == "good"
        )
        if verdict == "good":
            await reply(office, press, notice(wording.thanks))
            return
        client = (await office.workspaces.of(press.team)).client
        field = text_field("comment", wording.wrong_label, is_long=True, is_needed=True)
        about = f"{question_id} {press.response_url}"
        view = form("wrong", about, wording.wrong_title, wording, [field])
        await client.views_open(trigger_id=press.trigger, view=view)

    async def _wrong(self, sent: Form, wording: Wording) -> None:
        office = self._office
        question_id, _, url = sent.about.partition(" ")
        person = await office.people.person(sent.team, sent.user)
        office.room.ledger.questions.rate(
            question_id,
            asker_of(person, sent.team),
            is_good=False,
            comment=sent.values.get("comment", ""),
        )
        await office.sender.respond(url, notice(wording.thanks))

    async def _readers(self, press: Press) -> frozenset[str]:
        """Returns what all who read the message that was pressed on may see."""
        if press.is_ephemeral:
            return await self._office.audiences.of_person(press.team, press.user)
        return await self._office.readers(Spot(press.team, press.channel), press.user)

    async def _is_alone(self, press: Press) -> bool:
        place = await self._office.people.place(press.team, press.channel)
        return press.is_ephemeral or place.is_direct


async def _nothing(press: Press, wording: Wording) -> None:
    """Does nothing: Slack opens links by itself, and tells of it."""


def page_of(press: Press) -> int:
    """Returns which page a button turns to."""
    number = press.action.partition(":")[2]
    return int(number) if number.isdecimal() else 1
