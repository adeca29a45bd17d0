"""Watched channels: what was written, what is being written, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
ASKED = "when is the village oven lit?"


async def test_all_old_messages_of_a_channel_become_posts_page_by_page(world: World) -> None:
    for day in range(249):
        text = f"On day {day} somebody wrote."
        world.square.add_message(world.ada, text, at=LONG_AGO + timedelta(days=day / 9))
    world.square.add_message(world.ada, OVEN, at=LONG_AGO - timedelta(days=1))
    world.square.add_message(world.fake.world.bot, "I am no person.", at=LONG_AGO)
    async with world.bot():
        used = await world.watches(world.square)
        assert "Reading <#" in text_of(used)
        assert "250 new" in text_of(used)
        assert used.messages[-1].buttons == []
        pages = world.fake.asked("GET", f"/channels/{world.square.id}/messages")
        # Beside what a start asks for: what was written since.
        assert sum("after" not in each.query for each in pages) == 3
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        assert "**Ada**" in answer.text
        assert "\\#square" in answer.text
        message = world.square.messages[0]
        assert answer.links == [
            f"https://discord.com/channels/{world.guild.id}/{world.square.id}/{message.id}"
        ]
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "0 new" in text_of(again))


async def test_what_is_written_changed_and_deleted_is_so_at_the_next_question(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        message = await world.fake.says(world.ada, world.square, OVEN)
        await world.holds(1)
        assert OVEN in (await world.asks(ASKED)).text
        moved = "The village oven is lit on Mondays now."
        await world.fake.edits(message, moved)
        assert moved in (await world.asks(ASKED)).text
        await world.fake.edits(message, f"{world.fake.world.bot.mention} {OVEN}")
        await world.holds(0)
        await world.fake.edits(message, OVEN)
        await world.holds(1)
        await world.fake.deletes(message)
        await world.holds(0)
        assert "Nothing in the posts" in (await world.asks(ASKED)).text
        many = [await world.fake.says(world.ada, world.square, GOATS) for _ in range(3)]
        await world.holds(3)
        await world.fake.deletes_in_bulk(*many[:2])
        await world.holds(1)


async def test_bots_notices_and_questions_to_us_are_no_posts(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        await world.fake.posts_by_webhook(world.square, "feed", "")
        answer = await world.asks(ASKED)
        await world.fake.says(world.ada, world.square, "and why?", reply_to=answer, pings=False)
        await world.fake.says(world.ada, world.square, "", files={"photo.png": b"x"})
        joined = world.square.add_message(world.ada)
        joined.kind = 7
        await world.fake.events.message("MESSAGE_CREATE", joined)
        await world.fake.says(world.ada, world.square, GOATS)
        await world.holds(1)
        again = await world.manages("unwatch", {"channel": world.square})
        assert "follow #square no longer" in text_of(again).replace("\\", "")
        await world.watches(world.square)
        assert await world.count() == 1


async def test_a_channel_that_is_not_watched_any_more_is_left_alone_and_read_again_when_it_is(
    world: World,
) -> None:
    async with world.bot():
        not_yet = await world.manages("unwatch", {"channel": world.square})
        assert "is not being watched" in text_of(not_yet)
        await world.watches(world.square)
        await world.manages("unwatch", {"channel": world.square})
        await world.fake.says(world.ada, world.square, OVEN)
        assert "There are no posts yet" in (await world.asks(ASKED)).text
        await world.watches(world.square)
        assert OVEN in (await world.asks(ASKED)).text


async def test_threads_are_read_with_their_channel_but_private_ones_are_not(
    world: World,
) -> None:
    me = world.guild.me
    assert me
    starter = world.square.add_message(world.ada, "Who knows about ovens?")
    public = world.square.add_thread("ovens", world.ada, starter=starter)
    public.add_message(world.chief, OVEN)
    asleep = world.square.add_thread("goats", world.ada, archived=True)
    asleep.add_message(world.chief, GOATS)
    hidden = world.square.add_thread("hidden", world.ada, private=True, members=[me])
    hidden.add_message(world.ada, "Nobody is to know.")
    async with world.bot():
        await world.watches(world.square)
        assert await world.count() == 3
        assert OVEN in (await world.asks(ASKED)).text
        await world.fake.says(world.chief, public, "It is lit by Wilhelmina.")
        await world.fake.says(world.ada, hidden, "Still nobody.")
        await world.holds(4)
        ids = await world.services.library.ids(source="#square")
        posts = await world.services.library.posts(ids)
        assert {each.audience for each in posts.values()} == {f"discord:{world.square.id}"}
        in_thread = [each for each in posts.values() if each.text == OVEN]
        assert in_thread[0].parent_id == (
            f"discord:{world.guild.id}/{world.square.id}/{starter.id}"
        )


async def test_a_forum_is_read_thread_by_thread(world: World) -> None:
    forum = world.guild.add_channel("help", Kind.FORUM)
    thread = forum.add_thread("When is the oven lit?", world.ada)
    root = thread.add_message(world.ada, "I would like to bake.")
    thread.history = {thread.id: root}
    root.id = thread.id
    thread.add_message(world.chief, OVEN)
    async with world.bot():
        await world.watches(forum)
        posts = await world.services.library.posts(await world.services.library.ids(source="#help"))
        first, second = sorted(posts.values(), key=lambda each: each.id)
        assert (first.title, first.parent_id) == ("When is the oven lit?", None)
        assert second.parent_id == first.id
        later = await world.fake.starts_thread(world.ada, forum, "Goats")
        await world.fake.says(world.ada, later, GOATS)
        await world.holds(3)


async def test_a_channel_that_the_bot_may_not_read_is_not_watched(world: World) -> None:
    assert world.guild.me
    closed = world.guild.add_channel("closed", readers=[world.chief])
    async with world.bot():
        used = await world.manages("watch", {"channel": closed})
        assert "I may not read" in text_of(used)
        assert world.services.ledger.channels.watched("discord") == []


async def test_what_was_written_while_the_bot_was_away_is_read_when_it_is_back(
    world: World,
) -> None:
    thread = world.square.add_thread("ovens", world.ada)
    hidden = world.square.add_thread("hidden", world.ada, private=True)
    assert world.guild.me
    hidden.member_ids[world.guild.me.id] = LONG_AGO
    other = world.guild.add_channel("other")
    async with world.bot():
        await world.watches(world.square)
        await world.watches(other)
    for count in range(101):
        world.square.add_message(world.ada, f"Word {count}.")
    thread.add_message(world.ada, OVEN)
    hidden.add_message(world.ada, "Nobody is to know.")
    world.fake.fails("GET", f"/channels/{other.id}/messages", status=403, code=50001,
                     message="Missing *Access*", times=99)  # fmt: skip
    other.add_message(world.ada, GOATS)
    async with world.bot():
        await world.holds(102)
        record = world.services.ledger.channels.get(f"discord:{other.id}")
        assert record
        assert "Missing" in record.error
        status = text_of(await world.manages("status"))
        assert r"Missing \*Access\*" in status
        assert "\\#square: 101 posts, 1 comment" in status
        await world.fake.says(world.ada, world.square, GOATS)
        await world.holds(103)


async def test_a_channel_that_can_no_longer_be_read_says_so(world: World) -> None:
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        path = f"/channels/{world.square.id}/messages"
        fault = world.fake.fails(
            "GET", path, status=403, code=50001, message="Missing Access", times=9
        )
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "That failed" in text_of(used))
        fault.left = 0
        assert "Discord does not let me read it (I may not see it or its history)" in text_of(used)
        await world.watches(world.square)
        assert await world.count() == 1
        assert "indexed up to" in text_of(await world.manages("status"))


async def test_a_watched_thread_stands_for_itself(world: World) -> None:
    thread = world.square.add_thread("ovens", world.ada)
    async with world.bot():
        await world.watches(thread)
        await world.fake.says(world.ada, world.square, GOATS)
        await world.fake.says(world.ada, thread, OVEN)
        await world.holds(1)
        assert "not read yet" not in text_of(await world.manages("status"))


async def test_roles_that_do_not_show_the_history_let_nobody_read_it_through_the_bot(
    world: World,
) -> None:
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        history = Permission.READ_MESSAGE_HISTORY
        assert world.guild.me
        await world.fake.changes(
            world.square,
            overwrites=[
                Overwrite(world.guild.id, 0, deny=history),
                Overwrite(world.guild.me.id, 1, allow=history),
            ],
        )
        assert "Nothing in the posts" in (await world.asks(ASKED)).text


async def test_a_custom_emoji_in_a_quote_goes_by_its_name_and_never_by_its_code(
    world: World,
) -> None:
    said = "The village oven <:oven:123456789012345678> is lit on Fridays <a:flame:987654321>."
    world.square.add_message(world.ada, said)
    async with world.bot():
        await world.watches(world.square)
        answer = (await world.asks("when is the village oven lit?")).text
        assert "The village oven :oven: is lit on Fridays :flame:." in answer
        assert "123456789012345678" not in answer
