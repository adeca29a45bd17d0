"""What is said stays true: answers follow their posts, and posts follow their messages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.sync.schedule import EVERY
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.e2e.slack.sync.test_channel_sync import until_stored, watches

if TYPE_CHECKING:
    import pytest

    from tests.fakes.slack.world import Message


NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
KEEP_OUT = "no_entry_sign"


async def asked(rig: Rig) -> Message:
    """Let Ada ask in #random, where the bot answers from #general."""
    slack = rig.slack
    slack.random.members.add(slack.team.bot.id)
    await slack.says(slack.ada, slack.random, f"{slack.team.bot.mention} when is the oven lit?")
    return await rig.hears(slack.random, OVEN)


async def test_an_answer_is_corrected_when_the_message_that_it_quotes_is_edited_or_deleted(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        answer = await asked(rig)
        await slack.edits(source, OVEN.replace("Fridays", "Mondays"))
        await slack.until(lambda: "lit on Mondays" in shown(answer))
        assert "Fridays" not in shown(answer)
        await slack.deletes(source)
        await slack.until(lambda: "no longer here" in shown(answer))
        assert "Mondays" not in shown(answer)


async def test_shared_and_direct_answers_are_corrected_when_somebody_is_forgotten(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        direct = await rig.hears(slack.direct_channel(slack.ada), OVEN)
        await slack.uses_command(slack.ada, slack.secret, "/ask", "when is the oven lit?")
        await rig.hears(slack.secret, OVEN)
        await slack.presses(slack.ada, slack.secret.ephemerals[-1], "share:1")
        await slack.until(lambda: slack.secret.messages)
        shared = slack.secret.messages[0]
        await slack.uses_command(slack.benoit, slack.secret, "/forget-me")
        await rig.hears(slack.secret, "ce que vous avez écrit")
        await slack.presses(slack.benoit, slack.secret.ephemerals[-1], "forget_me")
        for each in (direct, shared):
            await slack.until(lambda each=each: OVEN not in shown(each))  # type: ignore[misc]
        assert "ada asked:" in shown(shared)


async def test_an_author_keeps_a_message_out_by_a_reaction_and_lets_it_in_again(rig: Rig) -> None:
    slack = rig.slack
    before = slack.wrote(slack.benoit, slack.general, "Not for the books.")
    await slack.reacts(slack.benoit, before, KEEP_OUT)
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        await slack.reacts(slack.ada, source, KEEP_OUT)
        await slack.reacts(slack.benoit, source, "thumbsup")
        await slack.reacts(slack.benoit, source, KEEP_OUT)
        await until_stored(rig, slack.general)
        await slack.takes_reaction_back(slack.benoit, source, KEEP_OUT)
        await until_stored(rig, slack.general, OVEN)


async def test_a_message_that_slack_does_not_show_stays_when_a_sign_is_taken_back(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        source.reactions[KEEP_OUT] = [slack.benoit.id]
        hidden = slack.faults.empty("conversations.replies")
        await slack.takes_reaction_back(slack.benoit, source, KEEP_OUT)
        await hidden.arrived.wait()
    assert list(await rig.stored(slack.general)) == [OVEN]


async def test_a_sign_in_the_topic_keeps_a_whole_channel_out(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.general, OVEN)
    async with rig.running():
        await watches(rig, slack.general)
        await until_stored(rig, slack.general, OVEN)
        slack.general.topic = f"Bread. :{KEEP_OUT}:"
        event = {
            "type": "message",
            "subtype": "channel_topic",
            "channel": slack.general.id,
            "user": slack.ada.id,
            "ts": "1700000000.000001",
        }
        await slack.sends_event(event)
        await until_stored(rig, slack.general)
        await slack.says(slack.benoit, slack.general, NETS)
        await slack.direct_message(slack.ada, "why do nets hang in the harbour?")
        await rig.hears(slack.direct_channel(slack.ada), "Nothing in the posts answers that.")


async def test_once_a_day_what_no_event_told_of_is_mended(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = rig.slack
    changed = slack.wrote(slack.benoit, slack.general, "The oven is cold.")
    gone = slack.wrote(slack.benoit, slack.general, NETS)
    slack.wrote(slack.benoit, slack.random, NETS)
    async with rig.running():
        await watches(rig, slack.general)
        slack.random.members.add(slack.team.bot.id)
        await slack.uses_command(slack.ada, slack.random, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "Done: ", times=2)
        changed.text = OVEN
        slack.general.messages.remove(gone)
        # Watched again, a channel is compared at once.
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await until_stored(rig, slack.general, OVEN)
        changed.text = "The oven is warm."
    yesterday = datetime.now(UTC) - EVERY - timedelta(minutes=1)
    rig.services.ledger.note("slack.swept", yesterday.isoformat())
    slack.wrote(slack.ada, slack.general, "A reply.", thread=changed)
    slack.random.members.discard(slack.team.bot.id)
    async with rig.running():
        await until_stored(rig, slack.general, "The oven is warm.", "A reply.")
        await slack.direct_message(slack.ada, "")
        await rig.hears(slack.direct_channel(slack.ada), "Ask me something")
        # The day is noted once all channels were compared.
        await slack.until(lambda: rig.services.ledger.noted("slack.swept") > yesterday.isoformat())
    assert "#random could" in caplog.text or f"{slack.random.id} could" in caplog.text
    assert "could not be compared (not_in_channel)" in caplog.text


async def test_words_that_their_author_edits_out_are_removed_by_their_author(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        source = await slack.says(slack.benoit, slack.general, OVEN)
        await until_stored(rig, slack.general, OVEN)
        answer = await asked(rig)
        await slack.edits(source, "Never mind.")
        await slack.until(lambda: "removed by its author" in shown(answer))
        assert "no longer here" not in shown(answer)
