"""What cannot be done is said to who wanted it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.e2e.slack.admin.test_posts_commands import command, direct
from tests.e2e.slack.conftest import OVEN, Rig
from tests.e2e.slack.questions.test_pages import answered

if TYPE_CHECKING:
    import pytest


async def test_a_question_with_a_file_is_answered_too(stored: Rig) -> None:
    slack = stored.slack
    channel = direct(stored, slack.benoit)
    async with stored.running():
        await slack.shares_file(slack.benoit, channel, "a.txt", b"x", "when is the oven lit?")
        await stored.hears(channel, OVEN)


async def test_whether_a_lost_answer_was_stored_must_be_known_before_it_is_posted_again(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.html("chat.postMessage", 500, times=1)
        slack.faults.error("conversations.replies", "fatal_error")
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
        await slack.until(lambda: slack.calls_of("conversations.replies"))
        slack.faults.html("chat.postMessage", 500, times=9)
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} boats stay in?")
        await slack.until(lambda: len(slack.calls_of("chat.postMessage")) >= 8)
        slack.faults.clear()
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} nets hang where?")
        await slack.until(lambda: len(stored.said(slack.general)) >= 3)
    assert len(stored.said(slack.general)) == 3
    assert len({str(each.metadata) for each in stored.said(slack.general)}) == 3
    assert caplog.text.count("whether a message was stored is not known") == 1


async def test_a_correction_of_an_answer_that_is_gone_is_let_be(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        answer = await answered(stored)
        slack.general.messages.remove(answer)
        await command(stored, "forget source notes")
        await stored.hears(slack.general, "This removes 2 posts of notes")
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "forget")
        await stored.hears(slack.general, "Removed: 2.")


async def test_a_question_that_cannot_be_read_again_after_a_restart_is_let_be(
    stored: Rig,
) -> None:
    slack = stored.slack
    deliveries = stored.services.ledger.deliveries
    gone = slack.wrote(slack.ada, slack.general, "gone")
    slack.general.messages.remove(gone)
    reply = slack.wrote(slack.ada, slack.general, "no question")
    notice = slack.wrote(slack.ada, slack.general, "a notice")
    notice.subtype = "channel_topic"
    for message in (gone, reply, notice):
        deliveries.claim(f"slack:{slack.team.id}/{slack.general.id}/{message.ts}")
    deliveries.claim(f"slack:{slack.team.id}/{slack.general.id}/not-a-time")
    async with stored.running():
        answer = await answered(stored)
    assert stored.said(slack.general) == [answer]


async def test_an_edit_of_what_is_no_question_any_more_or_too_old_is_let_be(stored: Rig) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    old = slack.wrote(slack.ada, slack.general, "when?", posted_at=datetime(2020, 1, 1, tzinfo=UTC))
    plain = slack.wrote(slack.ada, slack.general, "nothing")
    async with stored.running():
        await slack.edits(old, f"{mention} when is the oven lit?")
        await slack.edits(plain, "nothing at all")
        await slack.edits(plain, f"{mention} why do nets hang in the harbour?")
        late = await stored.hears(slack.general, "Nets hang")
        assert late.thread_ts == plain.ts
    assert len(stored.said(slack.general)) == 1
