"""Nobody sees through the bot what they may not read themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import text_of
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.asking import Value
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member, Role


ASKED = "what colour is the new village oven?"
HIDDEN = "The new village oven is going to be blue, says the board."


class Board:
    """A channel that a role reads, with one post in it, and somebody who has the role."""

    def __init__(self, world: World) -> None:
        assert world.guild.me
        self.role: Role = world.guild.add_role("board")
        self.bob: Member = world.guild.add_member("bob", [self.role])
        self.channel: Channel = world.guild.add_channel(
            "board", readers=[self.role, world.guild.me]
        )


@pytest.fixture
def board(world: World, stored: Callable[..., None]) -> Board:
    made = Board(world)
    stored(post(HIDDEN, "1", audience=f"discord:{made.channel.id}"))
    return made


async def test_what_is_private_is_quoted_only_where_all_may_read_it(
    world: World, board: Board
) -> None:
    async with world.bot():
        assert HIDDEN not in (await world.asks(ASKED)).text
        assert HIDDEN not in (await world.asks(ASKED, who=board.bob)).text
        assert HIDDEN in (await world.asks(ASKED, who=board.bob, where=board.channel)).text
        thread = board.channel.add_thread("colours", board.bob)
        await world.fake.events.thread("THREAD_CREATE", thread, new=True)
        assert HIDDEN in (await world.asks(ASKED, who=board.bob, where=thread)).text
        used = await world.uses("ask", {"question": ASKED}, who=board.bob)
        assert HIDDEN not in text_of(used)
        for who, seen in ((world.ada, False), (board.bob, True)):
            used = await world.uses("ask", {"question": ASKED, "private": True}, who=who)
            assert (HIDDEN in text_of(used)) is seen
            asked = await world.fake.direct_message(who, ASKED)
            assert (HIDDEN in (await world.answer_to(asked)).text) is seen


async def test_who_asks_openly_in_vain_sees_alone_what_they_may_read(
    world: World, board: Board
) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": ASKED}, who=board.bob)
        await world.fake.until(lambda: len(used.messages) > 1)
        openly, alone = used.messages[0], used.messages[-1]
        assert (openly.ephemeral, alone.ephemeral) == (False, True)
        assert "There are no posts yet that I may quote here" in openly.text
        assert "may not quote them here" in alone.text
        pressed = await world.presses(alone, "Only for me", who=board.bob)
        assert HIDDEN in text_of(pressed)
        assert HIDDEN not in openly.text
        await world.asks(ASKED, who=board.bob)
        direct = world.fake.world.direct_channel(board.bob)
        await world.fake.until(direct.said_by_bot)
        pressed = await world.presses(direct.said_by_bot()[-1], "Only for me", who=board.bob)
        assert HIDDEN in text_of(pressed)
        await world.uses("ask", {"question": ASKED})
        await world.asks(ASKED)
        assert world.fake.world.direct_channel(world.ada).said_by_bot() == []


async def test_who_leaves_a_role_or_the_server_sees_no_more_from_the_next_question_on(
    world: World, board: Board
) -> None:
    async with world.bot():
        privately: dict[str, Value] = {"question": ASKED, "private": True}
        used = await world.uses("ask", privately, who=board.bob)
        assert HIDDEN in text_of(used)
        await world.fake.changes_member(board.bob, roles=[])
        assert HIDDEN not in text_of(await world.uses("ask", privately, who=board.bob))
        why = await world.presses(used.messages[0], "Why this answer?", who=board.bob)
        assert "Searched 0 posts" in text_of(why)
        await world.fake.changes_member(board.bob, roles=[board.role])
        direct = await world.fake.direct_message(board.bob, ASKED)
        assert HIDDEN in (await world.answer_to(direct)).text
        await world.fake.leaves(board.bob)
        direct = await world.fake.direct_message(board.bob, ASKED)
        assert HIDDEN not in (await world.answer_to(direct)).text


async def test_overwrites_open_and_close_a_channel_at_once(world: World, board: Board) -> None:
    async with world.bot():
        before = board.channel.overwrites
        await world.fake.changes(board.channel, overwrites=[])
        assert HIDDEN in (await world.asks(ASKED)).text
        deny = Overwrite(world.ada.id, 1, deny=Permission.VIEW_CHANNEL)
        await world.fake.changes(board.channel, overwrites=[deny])
        assert HIDDEN not in (await world.asks(ASKED)).text
        await world.fake.changes(board.channel, overwrites=before)
        assert HIDDEN not in (await world.asks(ASKED)).text
        await world.fake.changes(world.square, overwrites=before)
        assert HIDDEN in (await world.asks(ASKED, who=board.bob)).text


async def test_a_private_thread_is_for_its_members_and_its_moderators(
    world: World, stored: Callable[..., None]
) -> None:
    assert world.guild.me
    thread = world.square.add_thread(
        "hush", world.ada, private=True, members=[world.guild.me, world.ada]
    )
    moderators = world.guild.add_role("moderators", Permission.MANAGE_THREADS)
    mod = world.guild.add_member("mod", [moderators])
    stored(post(HIDDEN, "1", audience=f"discord:{thread.id}"))
    async with world.bot():
        privately: dict[str, Value] = {"question": ASKED, "private": True}
        for who, seen in ((world.ada, True), (mod, True), (world.chief, False)):
            used = await world.uses("ask", privately, who=who)
            assert (HIDDEN in text_of(used)) is seen
        assert HIDDEN not in (await world.asks(ASKED)).text
        assert HIDDEN in (await world.asks(ASKED, where=thread)).text


async def test_a_private_question_is_never_what_another_person_s_goes_on_from(
    world: World, stored: Callable[..., None]
) -> None:
    stored(post("The oven is lit on Fridays.", "1"), post("Goats graze on Mondays.", "2"))
    async with world.bot():
        await world.uses("ask", {"question": "where do goats graze?", "private": True})
        me = world.fake.world.bot.mention
        remark = world.square.add_message(world.fake.world.bot, "I am here.")
        asked = await world.fake.says(world.chief, world.square, f"{me} and why?", reply_to=remark)
        answer = await world.answer_to(asked)
        why = await world.presses(answer, "Why this answer?", who=world.chief)
        assert "goats" not in text_of(why)


async def test_what_discord_does_not_tell_is_not_assumed(world: World, board: Board) -> None:
    async with world.bot():
        member = f"/guilds/{world.guild.id}/members/{board.bob.id}"
        world.fake.fails("GET", member, status=403, code=50001)
        asked = await world.fake.direct_message(board.bob, ASKED)
        assert HIDDEN not in (await world.answer_to(asked)).text
