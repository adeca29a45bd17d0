"""Pages of answers, and what a button says that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.question_and_answer import Asker
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.posts import Post
    from tests.fakes.slack.world import Message


FAULT = "Something went wrong on our side (error "


async def answered(rig: Rig) -> Message:
    """Let Ada ask in #general, and return the answer."""
    slack = rig.slack
    await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?")
    return await rig.hears(slack.general, OVEN)


def forget_questions(rig: Rig) -> None:
    """Let Ada's questions be gone."""
    rig.services.ledger.questions.forget_asker(
        Asker("slack", f"{rig.slack.team.id}/{rig.slack.ada.id}", "")
    )


async def test_a_page_or_a_share_of_a_forgotten_question_says_so(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens())
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} who lit the oven?")
        answer = await rig.hears(slack.general, "1 of 2")
        await slack.uses_command(slack.ada, slack.general, "/ask", "who lit the oven?")
        await rig.hears(slack.general, "1 of 2", times=2)
        private = slack.general.ephemerals[-1]
        forget_questions(rig)
        await slack.presses(slack.ada, answer, "page:2")
        await rig.hears(slack.general, "That question is no longer kept")
        await slack.presses(slack.ada, private, "share:1")
        await rig.hears(slack.general, "That question is no longer kept", times=2)


async def test_pages_of_a_shared_and_of_a_further_answer_are_turned(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens())
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask", "who lit the oven?")
        await rig.hears(slack.general, "1 of 2")
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "share:1")
        await slack.until(lambda: slack.general.messages)
        (shared,) = slack.general.messages
        await slack.presses(slack.ada, shared, "page:2")
        await slack.until(lambda: "2 of 2" in shown(shared))
        assert "ada asked:" in shown(shared)


async def test_pages_of_what_only_one_reader_sees_are_turned(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens("Mill", f"slack:{slack.secret.id}"))
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} who lit the oven?")
        public = await rig.hears(slack.general, "There are no posts yet that I may quote here")
        await slack.presses(slack.ada, public, "only_me:1")
        await rig.hears(slack.general, "more that only you can see")
        further = slack.general.ephemerals[-1]
        await slack.presses(slack.ada, further, "only_me:2")
        await slack.until(lambda: "2 of 2" in shown(further.message))


def _ovens(where: str = "Village", audience: str = "everyone") -> list[Post]:
    return [
        post(
            f"{where} oven number {number} is lit by the bakers.",
            f"{where}{number}",
            audience=audience,
        )
        for number in range(5)
    ]


async def test_a_button_that_fails_says_so_with_an_id(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        answer = await answered(stored)
        slack.faults.error("conversations.list", "fatal_error")
        await slack.sends_event({"type": "channel_created", "channel": {"id": "C9"}})
        await slack.presses(slack.ada, answer, "only_me:1")
        await stored.hears(slack.general, FAULT)
