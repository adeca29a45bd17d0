"""What happened while nothing reached the bot is taken over as soon as something does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.admin.erasure import erase_person
from bot.question_and_answer import Asker
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.e2e.discord.sync.test_reconciliation import kept
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World


LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


async def test_what_was_deleted_and_edited_while_away_is_so_once_the_bot_is_back(
    world: World,
) -> None:
    now = datetime.now(UTC)
    old = world.square.add_message(world.ada, GOATS, at=LONG_AGO)
    gone = world.square.add_message(world.ada, "Bees came.", at=now - timedelta(hours=3))
    changed = world.square.add_message(world.ada, "The oven is cold.", at=now - timedelta(hours=2))
    async with world.bot():
        await world.watches(world.square)
    for each in (old, gone):
        del world.square.history[each.id]
    changed.content = OVEN
    path = f"/channels/{world.square.id}/messages"
    before = len(world.fake.asked("GET", path))
    async with world.bot():
        await world.holds(1)
        assert await kept(world, world.square) == {OVEN}
    first = world.fake.asked("GET", path)[before]
    # What is recent comes first: it is asked for from a moment on.
    assert "after" in first.query


async def test_a_late_reply_in_a_thread_that_fell_asleep_meanwhile_is_read(world: World) -> None:
    thread = world.square.add_thread("ovens", world.ada)
    thread.add_message(world.ada, GOATS)
    async with world.bot():
        await world.watches(world.square)
    thread.add_message(world.ada, OVEN)
    thread.archived, thread.archived_at = True, datetime.now(UTC)
    async with world.bot():
        await world.holds(2)
        assert await kept(world, thread) == {GOATS, OVEN}


async def test_a_thread_that_wakes_up_during_a_comparison_keeps_its_posts(world: World) -> None:
    world.square.add_message(world.ada, "Bees came.")
    awake = world.square.add_thread("bees", world.ada)
    awake.add_message(world.ada, "They sleep.")
    asleep = world.square.add_thread("ovens", world.ada, archived=True)
    asleep.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        held = world.fake.holds("GET", f"/channels/{awake.id}/messages")
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: held.waiting)
        asleep.archived = False
        await world.fake.events.thread("THREAD_UPDATE", asleep)
        await world.fake.says(world.ada, asleep, GOATS)
        held.release()
        await world.fake.until(lambda: "Done:" in text_of(used))
        assert "0 removed" in text_of(used)
        assert await kept(world, asleep) == {OVEN, GOATS}


async def test_a_reading_that_was_interrupted_also_finds_what_was_deleted_meanwhile(
    world: World,
) -> None:
    for number in range(150):
        at = LONG_AGO + timedelta(minutes=number)
        world.square.add_message(world.ada, f"Dough number {number}.", at=at)
    newest = world.square.messages[-1]
    async with world.bot():
        await world.watches(world.square)
        # As if it had been ended before its last page.
        ledger = world.services.ledger
        channel = ledger.channels.get(f"discord:{world.square.id}")
        assert channel
        ledger.note(f"discord.read:{world.square.id}/{world.square.id}", str(newest.id - 1))
        ledger.channels.put(replace(channel, is_whole=False))
    del world.square.history[newest.id]
    async with world.bot():
        await world.watches(world.square)
        assert await world.count() == 149


async def test_a_channel_whose_history_is_closed_to_the_bot_keeps_its_posts(world: World) -> None:
    assert world.guild.me
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        closed = Overwrite(world.guild.me.id, 1, deny=Permission.READ_MESSAGE_HISTORY)
        await world.fake.changes(world.square, overwrites=[closed])
        used = await world.manages("watch", {"channel": world.square})
        assert "I may not read" in text_of(used)
    async with world.bot():
        record = f"discord:{world.square.id}"
        await world.becomes(
            lambda: getattr(world.services.ledger.channels.get(record), "error", "")
        )
        assert await world.count() == 1


async def test_an_author_s_reaction_keeps_a_message_out_where_it_cannot_be_fetched(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        told = await world.fake.says(world.ada, world.square, OVEN)
        await world.holds(1)
        path = f"/channels/{world.square.id}/messages/{told.id}"
        world.fake.fails("GET", path, status=403, code=50001, message="no", times=9)
        await world.fake.reacts(world.ada, told, "🚫")
        await world.holds(0)
        assert await kept(world, world.square) == set()


async def test_what_an_archive_brought_follows_its_message_where_nobody_watches(
    world: World,
) -> None:
    edited = world.square.add_message(world.ada, "The oven is cold.")
    gone = world.square.add_message(world.ada, GOATS)
    async with world.bot():
        await world.serves()
        for each in (edited, gone):
            name = f"{world.guild.id}/{world.square.id}/{each.id}"
            label = f"discord:{world.square.id}"
            kept_post = post(each.content, name, source="discord", audience=label)
            await world.services.library.save([kept_post])
        await world.fake.deletes(gone)
        await world.holds(1)
        await world.fake.edits(edited, OVEN)
        answer = await world.asks("when is the village oven lit?")
        assert OVEN in answer.text


async def texts(world: World) -> set[str]:
    library = world.services.library
    found = await library.posts(await library.ids_under("discord:"))
    return {each.text for each in found.values()}


async def test_what_happened_during_an_outage_of_the_server_is_taken_over(world: World) -> None:
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        await world.serves()
        await world.fake.events.outage(world.guild, is_over=False)
        world.square.add_message(world.ada, GOATS)
        await world.fake.events.outage(world.guild, is_over=True)
        await world.holds(2)
        assert await texts(world) == {OVEN, GOATS}


async def test_what_happened_while_the_bot_was_thrown_out_of_the_server_is_taken_over(
    world: World,
) -> None:
    said = world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        await world.serves()
        await world.fake.removes_bot(world.guild)
        del world.square.history[said.id]
        world.square.add_message(world.ada, GOATS)
        world.square.add_message(world.ada, "Bees came.")
        await world.fake.invites_bot(world.guild)
        await world.holds(2)
        assert await texts(world) == {GOATS, "Bees came."}


async def test_an_outage_of_one_server_keeps_no_other_from_being_corrected(world: World) -> None:
    other = world.fake.world.add_guild("Elsewhere")
    said = world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await world.watches(world.square)
        answer = await world.asks("when is the village oven lit?")
        await world.fake.events.outage(other, is_over=False)
        await world.fake.deletes(said)
        await world.fake.until(lambda: OVEN not in answer.text)
        assert await world.count() == 0


@pytest.mark.parametrize(
    ("is_direct", "text"),
    [(True, "when is the oven lit?"), (True, "hello"), (False, "help")],
    ids=["asked", "greeted", "told directly"],
)
async def test_what_was_asked_directly_while_away_is_answered_where_we_spoke_directly_before(
    world: World, stored: Callable[..., None], text: str, *, is_direct: bool
) -> None:
    stored(post(OVEN, "1"))
    direct = world.fake.world.direct_channel(world.ada)
    async with world.bot():
        await world.serves()
        if is_direct:
            await world.fake.direct_message(world.ada, text)
        else:
            await world.fake.says(world.ada, world.square, text, mentions_bot=True)
        await world.fake.until(direct.said_by_bot)
    missed = direct.add_message(world.ada, "who brings what to the village oven?")
    async with world.bot():
        assert OVEN in (await world.answer_to(missed)).text
    assert len(direct.said_by_bot()) == 2


async def test_of_who_asked_to_be_forgotten_no_direct_conversation_is_kept(world: World) -> None:
    direct = world.fake.world.direct_channel(world.ada)
    account = f"discord:{world.ada.id}"
    async with world.bot():
        await world.serves()
        await world.fake.direct_message(world.ada, "hello")
        await world.fake.until(direct.said_by_bot)
        conversations = world.services.ledger.conversations
        assert conversations.direct("discord", 9) == [f"discord:{direct.id}"]
        await erase_person(world.services, Asker("discord", str(world.ada.id), "Ada"))
        assert await world.services.library.suppressed_among([account])
        await world.fake.direct_message(world.ada, "hi")
        await world.fake.until(lambda: len(direct.said_by_bot()) == 2)
        assert conversations.direct("discord", 9) == []


async def test_who_greeted_again_and_again_while_away_is_told_once_how_to_ask(
    world: World, stored: Callable[..., None]
) -> None:
    stored(post(OVEN, "1"))
    direct = world.fake.world.direct_channel(world.ada)
    async with world.bot():
        await world.serves()
        asked = await world.fake.direct_message(world.ada, "when is the oven lit?")
        await world.answer_to(asked)
    for text in ("hello", "help", "hi"):
        direct.add_message(world.ada, text)
    missed = direct.add_message(world.ada, "who brings what to the village oven?")
    async with world.bot():
        assert OVEN in (await world.answer_to(missed)).text
    said = [each.text for each in direct.said_by_bot()]
    assert sum("Ask me something" in each for each in said) == 1
    assert len(said) == 3


async def test_what_is_asked_after_a_first_start_that_was_never_ready_is_answered(
    world: World,
) -> None:
    world.square.add_message(world.ada, f"{world.fake.world.bot.mention} and before we came?")
    async with world.bot(guilds_seconds=600):
        asked = await world.fake.says(world.ada, world.square, "oven?", mentions_bot=True)
        await world.answer_to(asked)
    missed = world.square.add_message(
        world.ada, f"{world.fake.world.bot.mention} when is the oven lit?"
    )
    async with world.bot():
        await world.answer_to(missed)
    assert [each.reply_to for each in world.square.said_by_bot()] == [asked.id, missed.id]
