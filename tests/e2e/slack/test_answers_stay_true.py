"""An answer that stands shows only what is so, and what all who read it now may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.access import citable_posts
from bot.admin.scheduled import housekeeping
from bot.corrections import queue
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.e2e.slack.sync.test_channel_sync import until_stored, watches
from tests.fakes.index.posts import post
from tests.fakes.slack.shapes import user_json

if TYPE_CHECKING:
    import pytest

    from tests.fakes.slack.world import Channel, Message


ASKED = "when is the village oven lit?"


async def asked(rig: Rig, channel: Channel) -> Message:
    """Let Ada ask in a channel where the bot is, and return its answer."""
    slack = rig.slack
    channel.members.add(slack.team.bot.id)
    await slack.says(slack.ada, channel, f"{slack.team.bot.mention} {ASKED}")
    return await rig.hears(channel, OVEN)


async def lost(rig: Rig, answer: Message) -> None:
    """Wait until an answer does not show the post any more."""
    said = ("no longer here", "plus disponible ici")
    await rig.slack.until(lambda: any(each in shown(answer) for each in said))
    assert OVEN not in shown(answer)


async def test_whoever_leaves_a_channel_loses_what_they_were_told_of_it_directly(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.secret.id}"))
    async with rig.running():
        for person in (slack.ada, slack.benoit):
            await slack.direct_message(person, ASKED)
        direct, other = [
            await rig.hears(slack.direct_channel(each), OVEN) for each in (slack.ada, slack.benoit)
        ]
        await slack.leaves(slack.ada, slack.secret)
        await lost(rig, direct)
        assert OVEN in shown(other)


async def test_a_guest_who_comes_into_a_channel_reads_nothing_there_that_is_not_for_them(
    rig: Rig,
) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.general.id}"))
    async with rig.running():
        answer = await asked(rig, slack.random)
        await slack.joins(slack.gil, slack.random)
        await lost(rig, answer)


async def test_whoever_becomes_a_guest_reads_no_more_than_a_guest(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.team.id}"))
    async with rig.running():
        answer = await asked(rig, slack.random)
        await slack.direct_message(slack.benoit, ASKED)
        direct = await rig.hears(slack.direct_channel(slack.benoit), OVEN)
        slack.random.members.add(slack.benoit.id)
        for is_guest in (True, False, True):
            slack.benoit.is_guest = is_guest
            told = user_json(slack.benoit, slack.team, locale=True)
            await slack.sends_event({"type": "user_change", "user": told})
        for each in (answer, direct):
            await lost(rig, each)


async def test_a_channel_that_is_made_private_takes_what_was_only_imported_of_it_along(
    rig: Rig,
) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.general.id}"))
    async with rig.running():
        answer = await asked(rig, slack.random)
        slack.general.kind = "private"
        event = {"type": "message", "subtype": "channel_convert_to_private"}
        more = {"channel": slack.general.id, "user": slack.ada.id, "ts": "1700000000.000001"}
        await slack.sends_event(event | more, slack.general)
        await lost(rig, answer)


async def test_the_posts_of_a_channel_that_is_made_public_are_for_all_at_once(rig: Rig) -> None:
    slack = rig.slack
    slack.secret.members.add(slack.team.bot.id)
    slack.random.members.add(slack.team.bot.id)
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.secret.id}"))
    async with rig.running():
        await slack.says(slack.ada, slack.random, f"{slack.team.bot.mention} {ASKED}")
        await rig.hears(slack.random, "I may not quote them here")
        slack.secret.kind = "public"
        event = {"type": "message", "subtype": "channel_convert_to_public"}
        more = {"channel": slack.secret.id, "user": slack.ada.id, "ts": "1700000000.000001"}
        await slack.sends_event(event | more, slack.secret)
        await asked(rig, slack.random)


async def test_a_channel_that_was_made_private_unheard_is_found_by_a_later_look(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack = rig.slack
    monkeypatch.setattr(housekeeping, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(citable_posts, "LISTED_SECONDS", 0.05)
    slack.general.members.discard(slack.team.bot.id)
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.general.id}"))
    async with rig.running():
        answer = await asked(rig, slack.random)
        slack.general.kind = "private"
        await lost(rig, answer)


async def test_a_post_that_is_deleted_while_its_answer_is_being_sent_is_not_quoted_for_good(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        held = slack.faults.held("chat.postMessage")
        await slack.direct_message(slack.ada, ASKED)
        await held.arrived.wait()
        await slack.deletes(source)
        await until_stored(rig, slack.general)
        held.release.set()
        answer = await rig.hears(slack.direct_channel(slack.ada), "no longer here")
        assert OVEN not in shown(answer)


async def test_a_correction_that_fails_is_tried_again(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack = rig.slack
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.05)
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        answer = await asked(rig, slack.random)
        slack.faults.error("chat.update", "internal_error", times=2)
        await slack.deletes(source)
        await slack.until(lambda: "no longer here" in shown(answer))
        assert OVEN not in shown(answer)


async def test_a_shared_answer_names_nobody_who_asked_to_be_forgotten(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1"))
    async with rig.running():
        await slack.uses_command(slack.ada, slack.secret, "/ask", ASKED)
        await rig.hears(slack.secret, OVEN)
        await slack.presses(slack.ada, slack.secret.ephemerals[-1], "share:1")
        await slack.until(lambda: slack.secret.messages)
        (shared,) = slack.secret.messages
        assert f"ada asked: “{ASKED}”" in shown(shared)
        await slack.uses_command(slack.ada, slack.secret, "/forget-me")
        await rig.hears(slack.secret, "This removes")
        await slack.presses(slack.ada, slack.secret.ephemerals[-1], "forget_me")
        await slack.until(lambda: "asked:" not in shown(shared))
        assert OVEN in shown(shared)
        assert "Corrected" not in shown(shared)
        assert ASKED not in shown(shared)


DOUGH = "Bring the dough before six."


async def test_what_was_said_around_a_quote_and_had_to_be_told_directly_is_corrected_too(
    rig: Rig,
) -> None:
    slack, library, corrections = rig.slack, rig.services.library, rig.services.corrections
    await rig.stores(post(OVEN, "1"), post(DOUGH, "2", parent="1"))
    async with rig.running():
        answer = await asked(rig, slack.general)
        held = slack.faults.held("users.conversations")
        slack.faults.error("chat.postEphemeral", "fatal_error", times=9)
        await slack.presses(slack.benoit, answer, "around:1")
        await held.arrived.wait()
        slack.responses.expire()
        held.release.set()
        direct = await rig.hears(slack.direct_channel(slack.benoit), DOUGH)
        assert OVEN in shown(direct)
        await library.erase(["notes:2"])
        await corrections.correct(["notes:2"])
        await slack.until(lambda: DOUGH not in shown(direct))
        assert OVEN in shown(direct)
        await rig.stores(post("The oven is cold.", "1"))
        await corrections.correct(["notes:1"])
        await slack.until(lambda: OVEN not in shown(direct))


async def test_a_shared_answer_keeps_the_language_of_its_command_when_it_is_corrected(
    rig: Rig,
) -> None:
    slack = rig.slack
    slack.ada.locale = "es-ES"
    await rig.stores(post(OVEN, "1"))
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask", ASKED)
        await rig.hears(slack.general, OVEN)
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "share:1")
        answer = (await slack.until(lambda: slack.general.messages))[-1]
        assert f"ada preguntó: «{ASKED}»" in shown(answer)
        await rig.services.library.remove(["notes:1"])
        await rig.services.corrections.correct(["notes:1"])
        await slack.until(lambda: "Corregido" in shown(answer))
        assert f"ada preguntó: «{ASKED}»" in shown(answer)
        assert "asked:" not in shown(answer)
