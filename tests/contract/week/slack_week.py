"""A community's week in a Slack workspace."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Literal

from bot.composition import fate_app
from bot.settings.values import Settings
from tests.contract.rooms.offer_rooms import OFFERED, SlackOfferRoom
from tests.contract.week.waiting import kept
from tests.e2e.slack.conftest import MODEL, shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.slack.conftest import Rig
    from tests.fakes.slack.world import Message


class SlackWeekRoom(SlackOfferRoom):
    """A workspace with #help, where people help in threads, and #general."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig)
        slack = rig.slack
        slack.world.clock = rig.clock
        slack.general.messages.clear()
        self.people["deputy"] = slack.world.add_user(slack.team.id, "frieda", is_admin=True)
        self.people["newcomer"] = slack.world.add_user(slack.team.id, "nora")
        everybody = self.people.values()
        slack.general.members |= {each.id for each in everybody}
        team = slack.team
        self._help = slack.world.add_channel(team.id, "help", "public", team.bot, *everybody)

    def passes(self, days: float) -> None:
        self.rig.clock.move(days=days)

    @asynccontextmanager
    async def returns(self) -> AsyncIterator[None]:
        async with self.rig.running():
            yield

    async def watches_both(self) -> None:
        slack = self.rig.slack
        for times, each in enumerate((self._help, slack.general), start=1):
            await slack.uses_command(slack.ada, each, "/posts", "watch")
            await self.rig.hears(slack.direct_channel(slack.ada), "Done: ", times=times)

    async def helps_out_in_help(self) -> str:
        return await self.commands(f"help-out <#{self._help.id}|help> in the thread")

    async def asks_for_help(self, who: str, title: str, text: str) -> None:
        del title  # there are none
        self.messages[text] = await self.rig.slack.says(self.people[who], self._help, text)

    async def asks_and_is_helped(self, who: str, title: str, text: str, reply: str) -> None:
        del title
        slack = self.rig.slack
        asked = self.messages[text] = slack.wrote(self.people[who], self._help, text)
        self.messages[reply] = slack.wrote(self.people["other"], self._help, reply, asked)
        for each in slack.site.announce(asked, self._help):
            await each.settled.wait()

    async def replies(self, who: str, text: str, to: str) -> None:
        above = self.messages[to]
        place = self.rig.slack.world.channels[above.channel_id]
        self.messages[text] = await self.rig.slack.says(self.people[who], place, text, above)

    async def solves(self, text: str, answer: str) -> None:
        del text
        await self.ticks("asker", answer)

    def wrote(self, who: str, text: str) -> None:
        slack = self.rig.slack
        self.messages[text] = slack.wrote(self.people[who], slack.general, text)

    async def until_stored(self, text: str) -> None:
        message = self.messages[text]
        await kept(
            self.services, f"slack:{self.rig.slack.team.id}/{message.channel_id}/{message.ts}"
        )

    def helped_in(self, text: str) -> list[str]:
        return [shown(each) for each in self._offered_in(text)]

    def _offered_in(self, text: str) -> list[Message]:
        own = self.rig.slack.team.bot.id
        below = self._help.replies_to(self.messages[text].ts)
        return [each for each in below if each.user_id == own and OFFERED in shown(each)]

    async def presses_in(self, text: str, who: str, button: Literal["helped", "not_this"]) -> str:
        slack = self.rig.slack
        before = len(self._help.ephemerals)
        await slack.presses(self.people[who], self._offered_in(text)[-1], f"{button}:1")
        told = await slack.until(lambda: self._help.ephemerals[before:])
        return shown(told[-1].message)

    def fate(self, text: str) -> str:
        message, team = self.messages[text], self.rig.slack.team
        link = f"{team.url}archives/{message.channel_id}/p{message.ts.replace('.', '')}"
        return fate_app.fate_said(Settings(self.rig.folder, MODEL, "auto", None), link)[0]
