from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tests.e2e.slack.conftest import OVEN, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from tests.e2e.slack.conftest import Rig


NETS = "https://example.org/nets"


@pytest.mark.story
async def test_a_mention_is_answered_in_its_thread_and_once(stored: Rig) -> None:
    slack, ask = stored.slack, stored.ask

    async def once_it_shows(question: Question) -> Answer:
        await slack.until(lambda: slack.statuses)
        return await ask(question)

    stored.ask = once_it_shows
    async with stored.running():
        asked = await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        answer = await stored.hears(slack.general, OVEN)
        assert answer.thread_ts == asked.ts
        assert slack.statuses[0]["status"] == "is searching…"
        assert answer.arguments["unfurl_links"] in {False, "0"}
        await slack.repeats(slack.events("app_mention")[0])
        await slack.repeats(slack.events("message")[0])
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} and the nets?")
        await stored.hears(slack.general, NETS)
    assert len([each for each in stored.said(slack.general) if each.thread_ts == asked.ts]) == 1


async def test_a_follow_up_needs_no_mention_and_leans_on_the_question_before(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        asked = await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} why do nets hang in the harbour?"
        )
        await stored.hears(slack.general, NETS)
        await slack.says(slack.benoit, slack.general, "why do nets hang?", thread=asked)
        await slack.says(slack.ada, slack.general, "Zwölf Boxkämpfer?", thread=asked)
        await slack.says(slack.ada, slack.general, "and why that?", thread=asked)
        again = await stored.hears(slack.general, NETS, times=2)
        assert again.thread_ts == asked.ts
        await slack.says(slack.ada, slack.general, f"{slack.benoit.mention} thanks", thread=asked)
        await slack.says(slack.ada, slack.general, "when is the oven lit?")
        await slack.says(slack.robot, slack.general, "why that?", thread=asked)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
    assert len(stored.said(slack.general)) == 2
    assert not stored.services.ledger.questions.unanswered("slack", slack.team.id, 9)


async def test_a_mention_without_a_question_is_told_how_to_ask(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await slack.says(slack.benoit, slack.general, slack.team.bot.mention)
        await slack.until(lambda: slack.general.ephemerals)
    (whispered,) = slack.general.ephemerals
    assert whispered.user_id == slack.benoit.id
    assert "Posez-moi une question" in shown(whispered.message)
    assert slack.calls_of("chat.postMessage") == []


async def test_a_direct_message_is_answered_with_what_its_writer_may_see(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.secret.id}"))
    async with rig.running():
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        await rig.hears(slack.direct_channel(slack.benoit), OVEN)
        await slack.direct_message(slack.gil, "when is the oven lit?")
        await rig.hears(slack.direct_channel(slack.gil), "Nothing in the posts answers that.")


async def test_a_public_answer_cites_only_what_every_reader_may_see(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(
        post(OVEN, "1", audience=f"slack:{slack.secret.id}"),
        post("Nets hang in the harbour in spring.", "2", audience=f"slack:{slack.team.id}"),
    )
    slack.general.members.discard(slack.gil.id)
    mention = slack.team.bot.mention
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        await rig.hears(slack.general, "Nothing in the posts answers that.")
        await slack.says(slack.ada, slack.general, f"{mention} where do nets hang?")
        await rig.hears(slack.general, "Nets hang in the harbour in spring.")
        await slack.says(slack.ada, slack.secret, f"{mention} when is the oven lit?")
        await rig.hears(slack.secret, OVEN)
        await slack.says(slack.ada, slack.partners, f"{mention} where do nets hang?")
        await rig.hears(slack.partners, "Nothing in the posts answers that.")
        await slack.joins(slack.gil, slack.general)
        await slack.says(slack.ada, slack.general, f"{mention} where do nets hang now?")
        await rig.hears(slack.general, "Nothing in the posts answers that.", times=2)


async def test_quoted_text_pings_nobody_and_is_no_markup(rig: Rig) -> None:
    slack = rig.slack
    text = f"The oven is lit <!channel> on *Fridays* <@{slack.ada.id}> &amp; <https://x.example|y>."
    await rig.stores(post(text, "1", author="Eve <!here>"))
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
        answer = await rig.hears(slack.general, text)
    assert "<!channel>" not in answer.text
    assert "<@" not in answer.text
    assert "&lt;!channel&gt;" in answer.text
    mrkdwn = [each for each in _elements(answer.blocks) if each.get("type") == "mrkdwn"]
    assert mrkdwn == []


async def test_an_edited_question_is_answered_again_in_place(stored: Rig) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    async with stored.running():
        asked = await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        answer = await stored.hears(slack.general, OVEN)
        await slack.unfurls(asked)
        await slack.edits(asked, f"{mention} why do nets hang in the harbour?")
        changed = await stored.hears(slack.general, NETS)
        assert changed is answer
    assert len(slack.calls_of("chat.postMessage")) == 1
    assert OVEN not in shown(answer)


async def test_an_edit_after_a_restart_is_answered_in_place_too(stored: Rig) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    async with stored.running():
        asked = await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        answer = await stored.hears(slack.general, OVEN)
    async with stored.running():
        await slack.edits(asked, f"{mention} why do nets hang in the harbour?")
        assert await stored.hears(slack.general, NETS) is answer


async def test_an_edit_of_what_was_answered_directly_is_answered_there(stored: Rig) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    async with stored.running():
        slack.faults.error("chat.postMessage", "restricted_action")
        asked = await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        answer = await stored.hears(slack.direct_channel(slack.ada), OVEN)
        # No answer came under it: Slack would show for two minutes that it is searching.
        await slack.until(lambda: slack.statuses[-1]["status"] == "")
        await slack.edits(asked, f"{mention} why do nets hang in the harbour?")
        assert await stored.hears(slack.direct_channel(slack.ada), NETS) is answer
        assert "I may not write there" in shown(answer)


async def test_what_cannot_be_asked_is_told_and_a_fault_has_an_id(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    async with stored.running():
        await slack.says(slack.ada, slack.general, f"{mention} oven since:never")
        await stored.hears(slack.general, "since:never is not a day")
        slack.faults.error("conversations.info", "fatal_error")
        await slack.says(slack.ada, slack.secret, f"{mention} when is the oven lit?")
        await stored.hears(slack.secret, "Something went wrong on our side (error ")
    (record,) = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert "oven" not in record.getMessage()


def _elements(blocks: object) -> list[dict[str, object]]:
    if isinstance(blocks, list):
        return [found for each in blocks for found in _elements(each)]
    if isinstance(blocks, dict):
        return [blocks, *(found for each in blocks.values() for found in _elements(each))]
    return []


async def test_a_question_names_only_channels_that_every_reader_of_the_answer_may_see(
    stored: Rig,
) -> None:
    slack, ask = stored.slack, stored.ask
    named: list[str] = []

    async def noting(question: Question) -> Answer:
        named.append(question.text.partition("? ")[2])
        return await ask(question)

    stored.ask = noting
    slack.general.members.remove(slack.gil.id)  # a guest, who may not know of #random
    text = f"when is the oven lit? <#{slack.secret.id}> <#{slack.random.id}>"
    async with stored.running():
        for channel in (slack.general, slack.secret, slack.partners):
            await slack.says(slack.ada, channel, f"{slack.team.bot.mention} {text}")
            await stored.hears(channel, OVEN)
    assert named == ["#private #random", "#secret #random", "#private #private"]
