"""What happened while nothing reached the bot is taken over as soon as something does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from index.error_sentences import Told
from tests.e2e.slack.conftest import OVEN, shown
from tests.e2e.slack.sync.test_channel_sync import NETS, until_stored, watches
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    import pytest

    from bot.ledger.channels import Channel
    from index.ingest.counts import Counts
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.slack.world import Message


BELL = "The church bell cracked in winter because of the frost."


def wrote(rig: Rig, text: str, days: float, thread: Message | None = None) -> Message:
    """Something that Benoit wrote so many days ago."""
    at = datetime.now(UTC) - timedelta(days=days)
    return rig.slack.wrote(rig.slack.benoit, rig.slack.general, text, thread, at)


def channel_of(rig: Rig) -> Channel:
    """What is remembered of #general."""
    channel = rig.services.ledger.channels.get(f"slack:{rig.slack.team.id}/{rig.slack.general.id}")
    assert channel
    return channel


async def test_what_was_deleted_edited_and_replied_while_away_is_so_once_the_bot_is_back(
    rig: Rig,
) -> None:
    slack = rig.slack
    root = wrote(rig, "Who knows the barn?", 99)
    for number in range(240):
        wrote(rig, f"Filler number {number}.", 90 - number / 10)
    old, gone, changed = wrote(rig, NETS, 50), wrote(rig, BELL, 0.2), wrote(rig, "Cold.", 0.1)
    async with rig.running():
        await watches(rig, slack.general)
    for each in (old, gone):
        slack.general.messages.remove(each)
    changed.text = OVEN
    slack.wrote(slack.ada, slack.general, "It was painted red.", thread=root)
    fillers = (f"Filler number {number}." for number in range(240))
    async with rig.running():
        await until_stored(rig, slack.general, *fillers, root.text, OVEN, "It was painted red.")


async def test_what_happened_while_the_connection_was_lost_is_taken_over(rig: Rig) -> None:
    slack = rig.slack
    gone = wrote(rig, NETS, 0.2)
    async with rig.running():
        await watches(rig, slack.general)
        opened = slack.socket.opened
        slack.socket.cut()
        slack.wrote(slack.ada, slack.general, BELL)
        slack.general.messages.remove(gone)
        await slack.until(lambda: slack.socket.opened > opened)
        await until_stored(rig, slack.general, BELL)


async def test_what_the_free_plan_hides_is_not_taken_for_deleted(rig: Rig) -> None:
    slack = rig.slack
    root = wrote(rig, OVEN, 99)
    wrote(rig, BELL, 5, thread=root)
    gone = wrote(rig, "Bees came.", 3)
    wrote(rig, NETS, 4)
    async with rig.running():
        await watches(rig, slack.general)
        slack.world.hidden_before = f"{(datetime.now(UTC) - timedelta(days=90)).timestamp():.6f}"
        slack.general.messages.remove(gone)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "1 unchanged, 1 removed")
        await until_stored(rig, slack.general, OVEN, BELL, NETS)


async def test_what_the_free_plan_hid_from_the_start_is_named_as_a_gap(rig: Rig) -> None:
    slack = rig.slack
    wrote(rig, OVEN, 99)
    wrote(rig, NETS, 4)
    slack.world.hidden_before = f"{(datetime.now(UTC) - timedelta(days=90)).timestamp():.6f}"
    async with rig.running():
        await watches(rig, slack.general)
        await until_stored(rig, slack.general, NETS)
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await rig.hears(slack.general, "the platform’s plan hides what is older")


async def test_a_message_that_could_not_be_stored_is_read_again(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack, tried = rig.slack, asyncio.Event()

    async def fails(*_: object) -> Counts:
        tried.set()
        raise UnavailableError(Told("the disk is full"))

    async with rig.running():
        await watches(rig, slack.general)
        with monkeypatch.context() as patched:
            patched.setattr(rig.services.library, "save", fails)
            await slack.says(slack.ada, slack.general, BELL)
            await tried.wait()
        before = channel_of(rig)
        await slack.says(slack.ada, slack.general, NETS)
        await until_stored(rig, slack.general, NETS)
        assert channel_of(rig).newest == before.newest
    async with rig.running():
        await until_stored(rig, slack.general, NETS, BELL)


async def test_how_far_a_reading_is_shows_with_what_is_left(rig: Rig) -> None:
    slack = rig.slack
    for number in range(250):
        wrote(rig, f"Filler number {number}.", 90 - number / 10)
    async with rig.running():
        slack.faults.held("conversations.history").release.set()
        held = slack.faults.held("conversations.history")
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await held.arrived.wait()
        await rig.hears(slack.direct_channel(slack.ada), "▱")
        held.release.set()
        live = await rig.hears(slack.direct_channel(slack.ada), "Done: ")
        assert "250 new" in shown(live)


async def test_what_an_archive_brought_follows_its_message_where_nobody_watches(rig: Rig) -> None:
    slack = rig.slack
    edited, gone = wrote(rig, "The oven is cold.", 3), wrote(rig, NETS, 2)
    for each in (edited, gone):
        name = f"{slack.team.id}/{slack.general.id}/{each.ts}"
        label = f"slack:{slack.general.id}"
        await rig.stores(post(each.text, name, source="slack", audience=label))
    async with rig.running():
        await slack.deletes(gone)
        await slack.edits(edited, OVEN)
        await rig.until_stored(slack.general, {OVEN: f"slack:{slack.general.id}"})
        assert len(await rig.services.library.ids_under("slack:")) == 1


async def test_replies_stay_under_what_is_no_message_of_anybody(rig: Rig) -> None:
    slack = rig.slack
    root = wrote(rig, "Who knows the barn?", 2)
    wrote(rig, OVEN, 1, thread=root)
    async with rig.running():
        await watches(rig, slack.general)
        await slack.joins(slack.gil, slack.general)
        notice = slack.general.messages[-1]
        await slack.says(slack.benoit, slack.general, NETS, thread=notice)
        await slack.deletes(root)  # which leaves a stone
        await until_stored(rig, slack.general, OVEN, NETS)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "0 removed", 2)
        await until_stored(rig, slack.general, OVEN, NETS)


async def test_a_private_channel_that_the_bot_was_taken_out_of_keeps_its_posts(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.ada, slack.secret, OVEN)
    async with rig.running():
        await watches(rig, slack.secret)
    before = rig.services.ledger.noted("slack.swept")
    slack.secret.members.discard(slack.team.bot.id)
    async with rig.running(), asyncio.timeout(PATIENCE_SECONDS):
        while rig.services.ledger.noted("slack.swept") == before:  # noqa: ASYNC110
            await asyncio.sleep(0)
    await until_stored(rig, slack.secret, OVEN)
