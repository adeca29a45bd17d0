"""A library that crashes keeps nobody in Slack from an answer, or from a word that it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.text.parts import sentences
from tests.e2e.slack.conftest import OVEN
from tests.fakes.crashes import Crash
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from bot.question_and_answer import Answer, Question
    from tests.e2e.slack.conftest import Rig


async def test_whoever_asks_gets_a_reply_though_a_library_crashes(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack

    async def crash(_: Question) -> Answer:
        raise Crash("inner workings")

    stored.ask = crash
    async with stored.running():
        await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        await stored.hears(slack.general, "Something went wrong on our side (error ")
        await slack.direct_message(slack.ada, "when is the oven lit?")
        direct = slack.direct_channel(slack.ada)
        await stored.hears(direct, "Something went wrong on our side (error ")
        await slack.uses_command(slack.ada, slack.random, "/ask", "when is the oven lit?")
        await stored.hears(slack.random, "Something went wrong on our side (error ")
    assert [each.levelname for each in caplog.records] == ["ERROR"] * 3


async def test_posts_that_crash_the_splitter_are_stored_and_quoted_all_the_same(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: str) -> Sequence[str]:
        raise Crash

    slack = rig.slack
    monkeypatch.setattr(sentences, "split_sentences", crash)
    await rig.stores(post(f"{OVEN} Nets hang at the harbour."))
    async with rig.running():
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await rig.hears(slack.direct_channel(slack.ada), OVEN)
