"""Servers and workspaces whose admins set the bot up, told alike for both platforms."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.admin.scheduled.departures import Departures
from tests.e2e.discord.admin.conftest import attached
from tests.e2e.slack import conftest as on_slack
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.slack.world import Channel as SlackChannel
    from tests.fakes.slack.world import Message


class DiscordSettingsRoom:
    """A server."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._acts: list[Interaction] = []
        self._asked: Interaction | None = None
        self._thread: Channel | None = None
        self._places = {"here": world.square, "there": world.guild.add_channel("harbour")}
        self.workspace = ("discord", f"discord:{world.guild.id}")
        self._other = world.fake.world.add_guild("Elsewhere")
        self.clock = world.clock

    @property
    def services(self) -> Services:
        return self._world.services

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._world.bot():
            await self._world.serves()
            hidden = post("Nobody here reads this.", "elsewhere", audience="discord:0")
            await self.services.library.save([hidden])
            yield

    async def sets(self, **chosen: Any) -> None:
        names = {
            "answers_in": "answer-in",
            "quiet_in": "quiet",
            "goes_on": "threads",
            "keep_days": "keep-days",
            "digest_in": "digest",
        }
        options = {names.get(name, name): self._typed(name, each) for name, each in chosen.items()}
        self._acts.append(await self._world.manages("settings", options))

    def _typed(self, name: str, value: Any) -> Any:
        if name == "digest_in":
            return self._places[value]
        if name == "admins":
            return self._world.ada.mention
        return self._places[value].mention if value in self._places else value

    async def sets_back(self, name: str) -> None:
        option = {"all": "everything", "quiet_in": "quiet", "digest_in": "digest"}.get(name, name)
        self._acts.append(await self._world.manages("settings", {"reset": option}))

    async def looks(self) -> None:
        self._acts.append(await self._world.manages("status"))

    async def hears(self, text: str, times: int = 1) -> None:
        def said() -> bool:
            own = [each for act in self._acts for each in act.messages]
            return sum(text in each.text for each in own) >= times

        await self._world.fake.until(said)

    async def asks(self, text: str, where: str = "here") -> None:
        world = self._world
        await world.fake.says(world.ada, self._places[where], text, mentions_bot=True)

    async def asks_out_of_sight(self, text: str) -> None:
        world, guild = self._world, self._world.guild
        cellar = guild.add_channel("cellar", readers=[world.ada, *([guild.me] if guild.me else [])])
        await world.fake.events.channel("CHANNEL_CREATE", cellar)
        assert "Nothing in the posts" in (await world.asks(text, where=cellar)).text
        await world.uses("ask", {"question": f"{text[:-1]} alone?", "private": True})

    async def goes_on(self, text: str) -> None:
        world = self._world
        await world.becomes(world.services.ledger.answers.all)
        if self._thread is None:
            answer = world.square.said_by_bot()[-1]
            begun = world.fake.starts_thread(world.ada, world.square, "more", starter=answer)
            self._thread = await begun
        await world.fake.says(world.ada, self._thread, text)

    async def is_removed_elsewhere(self) -> str:
        await self._world.fake.removes_bot(self._other)
        return f"discord:{self._other.id}"

    async def is_brought_back(self) -> None:
        await self._world.fake.invites_bot(self._other)

    async def imports(self, name: str, content: bytes) -> None:
        file = attached(self._world, name, content)
        self._acts.append(await self._world.manages("import", {"file": file}))

    async def forgets(self, post: str) -> None:
        used = await self._world.manages("forget", {"post": post})
        pressed = self._world.presses(used.messages[0], "Remove", who=self._world.chief)
        self._acts += [used, await pressed]

    async def member_may_manage(self) -> bool:
        world = self._world
        hall = world.guild.add_channel("hall")
        await world.fake.events.channel("CHANNEL_CREATE", hall)
        hold = world.fake.holds("GET", f"/channels/{hall.id}/messages")
        used = await world.manages("watch", {"channel": hall})
        await world.fake.until(lambda: hold.waiting and len(used.messages) > 1)
        message = used.messages[1]  # the first is for the admin alone
        pressed = await world.fake.presses(world.ada, message, "Cancel")
        await world.fake.until(lambda: pressed.answer)
        hold.release()
        await world.fake.until(lambda: not message.buttons)
        return not any("Only people who may manage" in each.text for each in pressed.messages)

    def said(self, where: str = "here") -> str:
        own = [*self._places[where].said_by_bot()]
        if where == "here" and self._thread is not None:
            own += self._thread.said_by_bot()
        return "\n".join(each.text for each in own)

    def times_told(self, text: str, where: str = "here") -> int:
        return self.said(where).count(text)

    async def is_told(self, text: str, where: str = "here", times: int = 1) -> None:
        await self._world.fake.until(lambda: self.times_told(text, where) >= times)

    async def is_told_alone(self, text: str) -> None:
        direct = self._world.fake.world.direct_channel(self._world.ada)
        await self._world.fake.until(lambda: any(text in e.text for e in direct.said_by_bot()))

    async def asks_by_command(self, text: str) -> None:
        self._asked = await self._world.uses("ask", {"question": text})

    async def is_answered_alone(self, text: str) -> None:
        assert self._asked
        (message,) = self._asked.messages
        assert text in message.text
        assert message.ephemeral
        assert "Share" not in " ".join(message.buttons)


class SlackSettingsRoom:
    """A workspace."""

    def __init__(self, rig: Rig) -> None:
        self._rig, slack = rig, rig.slack
        self.services, self.clock = rig.services, rig.clock
        self._member = slack.benoit
        self._asked: Message | None = None
        self._wrong: list[str] = []
        self._member.locale = "en-US"
        slack.general.members.discard(slack.gil.id)
        slack.random.members |= {slack.team.bot.id, slack.benoit.id, slack.ada.id}
        self._places: Mapping[str, SlackChannel] = {"here": slack.general, "there": slack.random}
        self.workspace = ("slack", slack.team.id)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._rig.running():
            yield

    async def sets(self, **chosen: Any) -> None:
        slack = self._rig.slack
        before = len(slack.views)
        await slack.uses_command(slack.ada, slack.general, "/posts", "settings")
        await slack.until(lambda: len(slack.views) > before)
        values = {name: self._picked(name, each) for name, each in chosen.items()}
        answer = await slack.submits_view(slack.ada, slack.views[-1], values)
        self._wrong.extend(answer.get("errors", {}).values())

    def _picked(self, name: str, value: Any) -> Any:
        if name == "admins":
            return [self._member.id]
        if name == "goes_on":
            return "yes" if value else "no"
        return [self._places[value].id] if value in self._places else str(value)

    async def sets_back(self, name: str) -> None:
        slack = self._rig.slack
        await slack.uses_command(slack.ada, slack.general, "/posts", f"settings reset {name}")

    async def looks(self) -> None:
        slack = self._rig.slack
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")

    async def hears(self, text: str, times: int = 1) -> None:
        slack = self._rig.slack

        def said() -> bool:
            own = [one.message for one in slack.general.ephemerals if one.user_id == slack.ada.id]
            messages = [*own, *slack.direct_channel(slack.ada).messages]
            told = [*map(on_slack.shown, messages), *self._wrong]
            return sum(text in each for each in told) >= times

        await slack.until(said)

    async def asks(self, text: str, where: str = "here") -> None:
        slack = self._rig.slack
        text = f"{slack.team.bot.mention} {text}"
        asked = await slack.says(self._member, self._places[where], text)
        self._asked = asked if where == "here" else self._asked

    async def asks_out_of_sight(self, text: str) -> None:
        await self._rig.knows_something()
        slack = self._rig.slack
        team = slack.team
        cellar = slack.world.add_channel(team.id, "cellar", "private", team.bot, self._member)
        await slack.says(self._member, cellar, f"{team.bot.mention} {text}")
        await self._rig.hears(cellar, "Nothing in the posts")
        await slack.uses_command(self._member, slack.general, "/ask", f"{text[:-1]} alone?")
        await self.is_told_alone("Nothing in the posts")

    async def goes_on(self, text: str) -> None:
        await self._rig.slack.says(self._member, self._rig.slack.general, text, self._asked)

    async def is_removed_elsewhere(self) -> str:
        present = Departures(self.services, self._rig.folder / "imports")
        present.note_present("slack", ["T9", self._rig.slack.team.id])  # as it was installed there
        present.note_present("slack", [self._rig.slack.team.id])
        return "T9"

    async def is_brought_back(self) -> None:
        present = Departures(self.services, self._rig.folder / "imports")
        present.note_present("slack", ["T9", self._rig.slack.team.id])

    async def imports(self, name: str, content: bytes) -> None:
        slack = self._rig.slack
        before = len(slack.views)
        direct = slack.direct_channel(slack.ada)
        await slack.shares_file(slack.ada, direct, name, content)
        offer = await self._rig.hears(direct, f"Import {name}?")
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: len(slack.views) > before)
        await slack.submits_view(slack.ada, slack.views[-1], {})

    async def forgets(self, post: str) -> None:
        slack = self._rig.slack
        await slack.uses_command(slack.ada, slack.general, "/posts", f"forget post {post}")
        await self.hears("(1 post) from all that I store")
        own = [each for each in slack.general.ephemerals if each.user_id == slack.ada.id]
        await slack.presses(slack.ada, own[-1], "forget")

    async def member_may_manage(self) -> bool:
        slack = self._rig.slack
        own = [each for each in slack.general.ephemerals if each.user_id == self._member.id]
        await slack.uses_command(self._member, slack.general, "/posts", "unanswered")

        def replies() -> list[str]:
            every = [each for each in slack.general.ephemerals if each.user_id == self._member.id]
            return [on_slack.shown(each.message) for each in every[len(own) :]]

        (said,) = await slack.until(replies)
        return "Only people who may manage" not in said

    def _shown(self, where: str) -> list[str]:
        own, told = self._rig.slack.team.bot.id, self._places[where].messages
        return [on_slack.shown(each) for each in told if each.user_id == own]

    def said(self, where: str = "here") -> str:
        return "\n".join(self._shown(where))

    def times_told(self, text: str, where: str = "here") -> int:
        return sum(text in each for each in self._shown(where))

    async def is_told(self, text: str, where: str = "here", times: int = 1) -> None:
        await self._rig.slack.until(lambda: self.times_told(text, where) >= times)

    async def is_told_alone(self, text: str) -> None:
        told, own = self._rig.slack.general.ephemerals, self._member.id
        await self._rig.slack.until(
            lambda: any(
                text in on_slack.shown(each.message) for each in told if each.user_id == own
            )
        )

    async def asks_by_command(self, text: str) -> None:
        slack = self._rig.slack
        await slack.uses_command(self._member, slack.general, "/ask", text)

    async def is_answered_alone(self, text: str) -> None:
        await self.is_told_alone(text)
        shown = [on_slack.shown(each.message) for each in self._rig.slack.general.ephemerals]
        assert "Share" not in shown[-1]
