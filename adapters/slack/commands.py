"""The commands and shortcuts that anybody may use: /ask, and related posts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.cards import answer_card, related_card
from adapters.slack.arrivals import Typed
from adapters.slack.forms import ask_form
from adapters.slack.layout import laid_out, notice
from adapters.slack.markup import named_ids, readable, without_code
from adapters.slack.office import settled
from adapters.slack.replying import reply
from adapters.slack.translate import Spot, question_of, to_question
from bot.errors import EmptyQuestion

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.arrivals import Form, Press
    from adapters.slack.office import Office
    from adapters.slack.sending import Outgoing
    from adapters.wording import Wording

LONGEST_RELATED: Final = 500
"""Characters of a message that related posts are looked for with."""

_FILTERS: Final = ("from", "in", "since", "kind")


class Commands:
    """What is asked by command, form or shortcut; the answer is for the asker's eyes."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.forms: Mapping[str, Callable[[Form, Wording], Awaitable[None]]] = {
            "ask": self._asked_by_form
        }
        self.shortcuts: Mapping[str, Callable[[Press, Wording], Awaitable[None]]] = {
            "related": self._related
        }

    async def ask(self, typed: Typed, wording: Wording) -> None:
        """Answers `/ask`; opens its form where nothing was typed."""
        if not typed.text:
            client = (await self._office.workspaces.of(typed.team)).client
            about = f"{typed.channel} {typed.response_url}"
            await client.views_open(trigger_id=typed.trigger, view=ask_form(about, wording))
        elif typed.text.lower() == "help":
            await reply(self._office, typed, notice(without_code(wording.help)))
        else:
            await reply(self._office, typed, await self._answer(typed, wording))

    async def _asked_by_form(self, sent: Form, wording: Wording) -> None:
        channel, _, url = sent.about.partition(" ")
        wishes = [
            f'{name}:"{value}"'
            for name in _FILTERS
            if (value := sent.values.get(name, "").replace('"', " ").strip())
        ]
        text = " ".join([sent.values.get("question", ""), *wishes])
        typed = Typed(sent.team, sent.user, channel, "", text, url, sent.id)
        await reply(self._office, typed, await self._answer(typed, wording))

    async def _answer(self, typed: Typed, wording: Wording) -> Outgoing:
        return await settled(self._found(typed, wording), notice, wording)

    async def _found(self, typed: Typed, wording: Wording) -> Outgoing:
        office = self._office
        person = await office.people.person(typed.team, typed.user)
        spot = Spot(typed.team, typed.channel, reader=typed.user)
        question = to_question(
            typed.text,
            person,
            spot,
            await office.audiences.of_person(typed.team, typed.user),
            names=await office.people.names(typed.team, named_ids(typed.text)),
            is_private=True,
        )
        if question is None:
            raise EmptyQuestion(wording.no_question)
        answer = await office.desk.ask(question, office.desk.before(spot.place, question.asker))
        card = answer_card(answer, wording, may_share=not typed.is_direct)
        return laid_out(card, wording)

    async def _related(self, press: Press, wording: Wording) -> None:
        found = await settled(self._near(press, wording), notice, wording)
        await reply(self._office, press, found)

    async def _near(self, press: Press, wording: Wording) -> Outgoing:
        office = self._office
        person = await office.people.person(press.team, press.user)
        names = await office.people.names(press.team, named_ids(press.text))
        spot = Spot(press.team, press.channel, reader=press.user)
        audience = await office.audiences.of_person(press.team, press.user)
        text = " ".join(readable(press.text, names).split())[:LONGEST_RELATED]
        question = question_of(text, person, spot, audience, is_private=True)
        answer = await office.desk.look(replace(question, without=spot.message(press.ts)))
        return laid_out(related_card(answer, wording), wording)
