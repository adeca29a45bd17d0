"""Places where somebody may manage the bot, told alike for both platforms."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tests.e2e.slack import conftest as on_slack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.interactions import Interaction


class DiscordAdminRoom:
    """An admin of a Discord server."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._acts: list[Interaction] = []

    @property
    def services(self) -> Services:
        return self._world.services

    @property
    def workspace(self) -> str:
        return f"discord:{self._world.guild.id}"

    @property
    def members(self) -> tuple[tuple[str, str], tuple[str, str]]:
        ada, chief = self._world.ada.id, self._world.chief.id
        return (f"discord:{ada}", f"<@{ada}>"), (f"discord:{chief}", f"<@{chief}>")

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._world.bot():
            yield

    async def posts(
        self, command: str, person: str = "", source: str = "", *, post: str = ""
    ) -> None:
        given = {"person": person, "source": source, "post": post}
        options = {name: value for name, value in given.items() if value}
        self._acts.append(await self._world.manages(command, options))

    async def _presses(self, button: str) -> Interaction:
        message = self._acts[-1].messages[0]
        return await self._world.presses(message, button, who=self._world.chief)

    async def confirms(self) -> None:
        self._acts.append(await self._presses("Remove"))

    def offers(self) -> bool:
        return bool(self._acts[-1].messages[0].buttons)

    async def is_asked(self, text: str) -> None:
        await self._world.knows_something()
        assert "Nothing in the posts" in (await self._world.asks(text)).text

    async def edits_question(self, text: str) -> None:
        world = self._world
        own = [each for each in world.square.history.values() if each.author.id == world.ada.id]
        mention = world.fake.world.bot.mention
        await world.fake.edits(own[-1], f"{mention} {text}")

    async def is_asked_out_of_sight(self, text: str) -> None:
        world, me = self._world, self._world.guild.me
        inside = [each for each in (me, world.ada) if each]
        thread = world.square.add_thread("hush", world.ada, private=True, members=inside)
        await world.knows_something()
        assert "Nothing in the posts" in (await world.asks(text, where=thread)).text

    async def answers(self, words: str) -> None:
        form = await self._presses("Answer 1")
        assert form.modal
        field = form.modal["components"][1]["component"]["custom_id"]
        sent = await self._world.fake.submits_modal(self._world.chief, form, {field: words})
        self._acts.append(await self._world.answered(sent))

    async def loses_rights(self) -> None:
        await self._world.fake.changes_member(self._world.chief, roles=[])

    async def dismisses(self, number: int = 1) -> None:
        self._acts.append(await self._presses(f"Dismiss {number}"))

    async def turns_to(self, page: int, of: str = "unanswered") -> None:
        del of  # the button is called the same
        message = self._acts[-1].messages[0]
        self._acts.append(await self._world.fake.presses(self._world.chief, message, "More"))
        await self._world.fake.until(lambda: self.sees(f"{page} of "))

    async def takes_table(self) -> None:
        self._acts.append(await self._presses("As a table"))

    async def shows_no_more(self, text: str) -> None:
        await self._world.fake.until(lambda: not self.sees(text))

    def sees(self, text: str) -> bool:
        messages = self._acts[-1].messages
        return bool(messages) and text in messages[0].text

    async def hears(self, text: str, times: int = 1) -> None:
        def said() -> bool:
            messages = {id(each): each for act in self._acts for each in act.messages}
            return sum(text in each.text for each in messages.values()) >= times

        await self._world.fake.until(said)

    async def gets(self, text: str) -> tuple[str, bytes]:
        await self.hears(text)
        (message,) = self._acts[-1].messages
        (file,) = message.attachments
        assert message.ephemeral
        return file.filename, file.data

    async def is_told(self, text: str) -> None:
        said = self._world.square.said_by_bot
        await self._world.fake.until(lambda: any(text in each.text for each in said()))

    async def is_told_no_more(self, text: str) -> None:
        said = self._world.square.said_by_bot
        await self._world.fake.until(lambda: not any(text in each.text for each in said()))

    async def is_quoted(self, question: str, words: str) -> None:
        assert words in (await self._world.asks(question)).text

    def holds_an_edit(self) -> Callable[[], None]:
        return self._world.fake.holds("PATCH", r"/channels/\d+/messages/\d+").release

    async def forgets_first(self) -> None:
        self._acts.append(await self._world.uses("forget-me"))
        message = self._acts[-1].messages[0]
        self._acts.append(await self._world.presses(message, "Remove"))

    @property
    def in_the_way(self) -> str:
        return "members without any role see this channel, but lack “View Channel” there"

    async def asks_why(self) -> str:
        guild = self._world.guild
        chiefs = next(each for each in guild.roles.values() if each.name == "chiefs")
        board = guild.add_channel("board", readers=[chiefs])
        await self._world.fake.events.channel("CHANNEL_CREATE", board)
        self._acts.append(await self._world.manages("why", {"channel": board}))
        return "#board"


class SlackAdminRoom:
    """An admin of a Slack workspace."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self.services = rig.services
        # A guest may not read what is for the workspace.
        rig.slack.general.members.discard(rig.slack.gil.id)

    @property
    def workspace(self) -> str:
        return f"slack:{self._rig.slack.team.id}"

    @property
    def members(self) -> tuple[tuple[str, str], tuple[str, str]]:
        ada, benoit = self._rig.slack.ada, self._rig.slack.benoit
        return (
            (f"{self.workspace}/{ada.id}", ada.mention),
            (f"{self.workspace}/{benoit.id}", benoit.mention),
        )

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        async with self._rig.running():
            yield

    async def posts(
        self, command: str, person: str = "", source: str = "", *, post: str = ""
    ) -> None:
        slack = self._rig.slack
        given = f"source {source}" if source else f"post {post}" if post else person
        if person and not person.startswith("<"):
            given = f"person {person}"
        await slack.uses_command(slack.ada, slack.general, "/posts", f"{command} {given}".strip())

    async def _presses(self, action: str) -> None:
        slack = self._rig.slack
        own = [each for each in slack.general.ephemerals if _has(each.message.blocks, action)]
        await slack.presses(slack.ada, (own or slack.general.ephemerals)[-1], action)

    async def confirms(self) -> None:
        await self._presses("forget")

    def offers(self) -> bool:
        blocks = self._rig.slack.general.ephemerals[-1].message.blocks
        return any(each["type"] == "actions" for each in blocks)

    async def is_asked(self, text: str) -> None:
        await self._rig.knows_something()
        slack = self._rig.slack
        await slack.says(slack.benoit, slack.general, f"{slack.team.bot.mention} {text}")
        await self._rig.hears(slack.general, "Nothing in the posts")

    async def edits_question(self, text: str) -> None:
        slack = self._rig.slack
        own = [each for each in slack.general.messages if each.user_id == slack.benoit.id]
        await slack.edits(own[-1], f"{slack.team.bot.mention} {text}")

    async def is_asked_out_of_sight(self, text: str) -> None:
        await self._rig.knows_something()
        slack = self._rig.slack
        team, who = slack.team, slack.benoit
        cellar = slack.world.add_channel(team.id, "cellar", "private", team.bot, who)
        await slack.says(who, cellar, f"{team.bot.mention} {text}")
        await self._rig.hears(cellar, "Nothing in the posts")

    async def answers(self, words: str) -> None:
        slack = self._rig.slack
        await self._presses("answer:1")
        await slack.until(lambda: slack.views)
        await slack.submits_view(slack.ada, slack.views[-1], {"text": words})

    async def loses_rights(self) -> None:
        slack = self._rig.slack
        slack.ada.is_admin = False
        await slack.sends_event({"type": "user_change", "user": {"id": slack.ada.id}})

    async def dismisses(self, number: int = 1) -> None:
        await self._presses(f"dismiss:{number}")

    async def turns_to(self, page: int, of: str = "unanswered") -> None:
        await self._presses(f"{of}:{page}")
        await self._rig.slack.until(lambda: self.sees(f"{page} of "))

    async def takes_table(self) -> None:
        await self._presses("table")

    async def shows_no_more(self, text: str) -> None:
        await self._rig.slack.until(lambda: not self.sees(text))

    def sees(self, text: str) -> bool:
        shown = [on_slack.shown(each.message) for each in self._rig.slack.general.ephemerals]
        heads = ("Nothing answered these:", "Ratings of answers")
        lists = [each for each in shown if each.startswith(heads)]
        return text in lists[-1]

    async def hears(self, text: str, times: int = 1) -> None:
        slack = self._rig.slack

        def said() -> bool:
            places = (slack.general, slack.direct_channel(slack.ada))
            messages = [each for place in places for each in self._rig.said(place)]
            return sum(text in on_slack.shown(each) for each in messages) >= times

        await slack.until(said)

    async def gets(self, text: str) -> tuple[str, bytes]:
        slack = self._rig.slack
        (file,) = (await self._rig.hears(slack.direct_channel(slack.ada), text)).files
        return file.name, file.content

    async def is_told(self, text: str) -> None:
        await self._rig.hears(self._rig.slack.general, text)

    async def is_told_no_more(self, text: str) -> None:
        said = self._rig.slack.general.messages
        await self._rig.slack.until(lambda: not any(text in on_slack.shown(each) for each in said))

    async def is_quoted(self, question: str, words: str) -> None:
        slack = self._rig.slack
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {question}")
        await self._rig.hears(slack.general, words)

    def holds_an_edit(self) -> Callable[[], None]:
        return self._rig.slack.faults.held("chat.update").release.set

    async def forgets_first(self) -> None:
        slack = self._rig.slack
        await slack.uses_command(slack.ada, slack.general, "/forget-me", "")
        await slack.until(lambda: slack.general.ephemerals)
        await self._presses("forget_me")

    @property
    def in_the_way(self) -> str:
        return f"guests read along here: {self._rig.slack.gil.name}"

    async def asks_why(self) -> str:
        slack = self._rig.slack
        slack.general.members.add(slack.gil.id)
        await slack.uses_command(slack.ada, slack.general, "/posts", f"why <#{slack.random.id}>")
        return f"#{slack.random.name}"


def _has(blocks: list[dict[str, Any]], action: str) -> bool:
    elements = [each for block in blocks for each in block.get("elements") or ()]
    return any(each.get("action_id") == action for each in elements)
