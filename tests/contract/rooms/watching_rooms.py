"""Admins who say which channels are watched, told alike for both platforms."""

from __future__ import annotations

from contextlib import asynccontextmanager
from time import time
from typing import TYPE_CHECKING, Any

from tests.e2e.slack import conftest as on_slack
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.slack.world import Kind


class DiscordWatchingRoom:
    """An admin of a Discord server."""

    reason = "I may not see it or its history: let me see both again, or /posts unwatch it"

    def __init__(self, world: World) -> None:
        self._world = world
        self._acts: list[Interaction] = []
        self._named: dict[str, Any] = {}
        self._serves = True

    @property
    def services(self) -> Services:
        return self._world.services

    @property
    def workspace(self) -> tuple[str, str]:
        return "discord", f"discord:{self._world.guild.id}"

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._world.bot(patience_seconds=0.5):
            if self._serves:
                await self._world.serves()
            yield

    def has(self, name: str, text: str = "", *, is_secret: bool = False) -> None:
        readers = [self._world.chief, self._world.ada] if is_secret else None
        self._named[name] = self._world.guild.add_channel(name, readers=readers)
        if text:
            self._named[name].add_message(self._world.ada, text)

    def wrote(self, name: str, text: str) -> None:
        self._named[name].add_message(self._world.ada, text)

    def is_called(self, name: str, new: str) -> None:
        self._named[name].name = new

    async def makes(self, name: str) -> None:
        self.has(name)
        await self._world.fake.creates(self._named[name])

    def made(self, name: str, text: str) -> None:
        self.has(name, text)

    def holds_reading(self, name: str) -> Callable[[], None]:
        self._serves = False  # it does not come to its end
        # The messages themselves are also looked through for questions that were missed.
        path = f"/channels/{self._named[name].id}/threads/archived/public"
        hold = self._world.fake.holds("GET", path)

        def go_on() -> None:
            self._serves = True
            hold.release()

        return go_on

    async def says(self, name: str, text: str) -> None:
        await self._world.fake.says(self._world.ada, self._named[name], text)

    async def watches(self, *names: str, everything: bool = False, later: bool = False) -> None:
        more = " ".join(self._named[each].mention for each in names)
        given = {"more": more, "all": everything, "new": later}
        await self._manages("watch", {name: value for name, value in given.items() if value})

    async def unwatches(self, name: str = "", *, everything: bool = False) -> None:
        await self._manages("unwatch", {"all": True} if everything else {"channel": name})

    async def watches_out_of_sight(self, name: str, text: str) -> None:
        world, me = self._world, self._world.guild.me
        assert me
        bea = world.guild.add_member("bea", world.chief.roles)
        self._named[name] = channel = world.guild.add_channel(name, readers=[bea, me])
        channel.add_message(bea, text)
        await world.fake.creates(channel)
        await world.uses("posts watch", {"channel": channel}, who=bea)

    def mention(self, name: str) -> str:
        return str(self._named[name].mention)

    async def forgets_source(self, source: str) -> None:
        await self._manages("forget", {"source": source})

    async def asks_status(self) -> None:
        await self._manages("status", {})

    async def turns_status(self) -> None:
        message = self._acts[-1].messages[0]
        self._acts.append(await self._world.presses(message, "More", who=self._world.chief))

    async def lets_in(self, name: str) -> None:
        bot = self._world.fake.world.bot
        allowed = Overwrite(bot.id, 1, allow=Permission.VIEW_CHANNEL)
        others = [each for each in self._named[name].overwrites if each.id != bot.id]
        await self._world.fake.changes(self._named[name], overwrites=[*others, allowed])

    async def shuts_out(self, name: str) -> None:
        bot = self._world.fake.world.bot
        denied = Overwrite(bot.id, 1, deny=Permission.VIEW_CHANNEL)
        await self._world.fake.changes(self._named[name], overwrites=[denied])

    async def accepts(self, text: str) -> None:
        fake, owner = self._world.fake, self._world.guild.members[self._world.guild.owner_id]
        direct = fake.world.direct_channel(owner)
        offers = await fake.until(
            lambda: [each for each in direct.said_by_bot() if text in each.text]
        )
        (button,) = offers[-1].buttons
        self._acts.append(await self._world.presses(offers[-1], button, who=owner))

    async def forgets_writer(self) -> None:
        await self._manages("forget", {"person": self._world.ada.mention})

    async def confirms(self) -> None:
        message = self._acts[-1].messages[0]
        self._acts.append(await self._world.presses(message, "Remove", who=self._world.chief))

    def heard(self, text: str) -> int:
        messages = {id(each): each for act in self._acts for each in act.messages}
        return sum(text in each.text for each in messages.values())

    async def hears(self, text: str, times: int = 1) -> None:
        await self._world.fake.until(lambda: self.heard(text) >= times)

    def told(self, text: str) -> int:
        world, guild = self._world.fake.world, self._world.guild
        people = (self._world.chief, guild.members[guild.owner_id])
        said = [each for one in people for each in world.direct_channel(one).said_by_bot()]
        return sum(text in each.text for each in said)

    async def is_told(self, text: str, times: int = 1) -> None:
        await self._world.fake.until(lambda: self.told(text) >= times)

    async def _manages(self, name: str, options: dict[str, Any]) -> None:
        self._acts.append(await self._world.manages(name, options))


class SlackWatchingRoom:
    """An admin of a Slack workspace."""

    reason = "I am not in it: invite me again, or /posts unwatch it"

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self.services = rig.services
        self._named: dict[str, Any] = {}
        rig.more["admins"] = frozenset({rig.slack.benoit.id})

    @property
    def workspace(self) -> tuple[str, str]:
        return "slack", self._rig.slack.team.id

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._rig.running():
            yield

    def has(self, name: str, text: str = "", *, is_secret: bool = False) -> None:
        slack = self._rig.slack
        kind: Kind = "private" if is_secret else "public"
        members = (slack.ada, slack.benoit)
        self._named[name] = slack.world.add_channel(slack.team.id, name, kind, *members)
        if text:
            slack.wrote(slack.benoit, self._named[name], text)

    def wrote(self, name: str, text: str) -> None:
        self._rig.slack.wrote(self._rig.slack.benoit, self._named[name], text)

    def is_called(self, name: str, new: str) -> None:
        self._named[name].name = new

    async def makes(self, name: str) -> None:
        self._named[name] = await self._rig.slack.creates(self._rig.slack.ada, name)

    def made(self, name: str, text: str) -> None:
        self.has(name, text)
        self._named[name].created = int(time()) + 1

    def holds_reading(self, name: str) -> Callable[[], None]:
        del name  # it is the first that is read
        return self._rig.slack.faults.held("conversations.history").release.set

    async def says(self, name: str, text: str) -> None:
        await self._rig.slack.says(self._rig.slack.ada, self._named[name], text)

    async def watches(self, *names: str, everything: bool = False, later: bool = False) -> None:
        more = [f"<#{self._named[each].id}|{each}>" for each in names]
        await self._manages(
            "watch", [*more, *(["all"] if everything else ()), *(["new:yes"] if later else ())]
        )

    async def unwatches(self, name: str = "", *, everything: bool = False) -> None:
        await self._manages("unwatch", ["all" if everything else name])

    async def watches_out_of_sight(self, name: str, text: str) -> None:
        slack = self._rig.slack
        team, who = slack.team, slack.benoit
        self._named[name] = made = slack.world.add_channel(team.id, name, "private", team.bot, who)
        slack.wrote(who, made, text)
        await slack.uses_command(who, made, "/posts", "watch")

    def mention(self, name: str) -> str:
        return f"<#{self._named[name].id}|{name}>"

    async def forgets_source(self, source: str) -> None:
        await self._manages("forget", ["source", source])

    async def asks_status(self) -> None:
        await self._manages("status", [])

    async def turns_status(self) -> None:
        slack = self._rig.slack
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "status:2")

    async def lets_in(self, name: str) -> None:
        slack = self._rig.slack
        await slack.joins(slack.team.bot, self._named[name], inviter=slack.ada)

    async def shuts_out(self, name: str) -> None:
        await self._rig.slack.leaves(self._rig.slack.team.bot, self._named[name])

    async def accepts(self, text: str) -> None:
        slack = self._rig.slack
        places = self._named.values()

        def offers() -> list[Any]:
            private = [each for place in places for each in place.ephemerals]
            return [each for each in private if text in on_slack.shown(each.message)]

        await slack.presses(slack.ada, (await slack.until(offers))[-1], "posts:watch")

    async def forgets_writer(self) -> None:
        await self._manages("forget", [self._rig.slack.benoit.mention])

    async def confirms(self) -> None:
        slack = self._rig.slack
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "forget")

    def heard(self, text: str) -> int:
        slack = self._rig.slack
        places = [slack.general, slack.direct_channel(slack.ada), *self._named.values()]
        messages = [each for place in places for each in self._rig.said(place)]
        return sum(text in on_slack.shown(each) for each in messages)

    async def hears(self, text: str, times: int = 1) -> None:
        await self._rig.slack.until(lambda: self.heard(text) >= times)

    def told(self, text: str) -> int:
        direct = self._rig.slack.direct_channel(self._rig.slack.ada)
        return sum(text in on_slack.shown(each) for each in self._rig.said(direct))

    async def is_told(self, text: str, times: int = 1) -> None:
        await self._rig.slack.until(lambda: self.told(text) >= times)

    async def _manages(self, verb: str, words: Sequence[str]) -> None:
        slack = self._rig.slack
        await slack.uses_command(slack.ada, slack.general, "/posts", " ".join([verb, *words]))
