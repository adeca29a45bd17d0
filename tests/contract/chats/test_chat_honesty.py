"""How every chat platform says what it may not show, and never before others that there is any."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from tests.contract.chats.test_chat_manners import hears_alone, until
from tests.contract.conftest import FOUND, OVEN, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.index.posts import post
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")

NOTHING = "Nothing in the posts answers that."
NONE_YET = "There are no posts yet that I may quote here: an admin can bring some in"
MILL = post("The mill grinds on Tuesdays.", "mill")


class ClosedCore(ScriptedCore):
    """Finds something for whoever may read one channel, and nothing for others."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    async def ask(self, question: Question) -> Answer:
        assert question.audience is not None
        self.hits = FOUND if self._label in question.audience else []
        return await super().ask(question)


class OthersCore(ScriptedCore):
    """Finds what others wrote for whoever asks what Ada said."""

    async def ask(self, question: Question) -> Answer:
        return replace(await super().ask(question), nothing_by="Ada")


async def test_words_of_others_are_not_shown_as_those_that_were_asked_for(chat: Chat) -> None:
    await chat.stores([MILL])
    async with serving(chat, OthersCore(FOUND)):
        chat.ask("what did Ada say about the oven?")
        await chat.hears("I find nothing by Ada that answers that.")
    before, _, after = chat.said.partition("I find nothing by Ada that answers that.")
    assert OVEN not in before
    assert OVEN in after


async def test_an_asker_alone_is_told_of_posts_that_may_not_be_quoted_there(chat: Chat) -> None:
    await chat.stores([MILL, post("The board meets on Mondays.", "board", audience=chat.closed)])
    async with serving(chat, ClosedCore(chat.closed)):
        chat.ask("when is the oven lit?")
        await chat.hears(NOTHING)
        await hears_alone(chat, "Posts answer “when is the oven lit?”, but I may not quote them")
        assert "may not quote" not in chat.said_openly
        await until(chat, lambda: chat.unanswered == [])


@pytest.mark.parametrize("chat", [DiscordRoom, SlackRoom], indirect=True)
async def test_a_question_whose_asker_cannot_be_told_stays_open_and_the_log_has_an_error_s_id(
    chat: DiscordRoom | SlackRoom, caplog: pytest.LogCaptureFixture
) -> None:
    await chat.stores([MILL, post("The board meets on Mondays.", "board", audience=chat.closed)])
    chat.refuse_private()
    core = ClosedCore(chat.closed)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears(NOTHING)
        await until(chat, lambda: "an asker could not be told" in caplog.text)
        assert len(core.asked) == 2
        assert chat.unanswered == ["when is the oven lit?"]
    assert re.search(r"error [0-9a-f]{8}: an asker could not be told", caplog.text)
    assert "may not quote" not in chat.said


async def test_what_nobody_answers_is_told_once_and_stays_on_the_list(chat: Chat) -> None:
    await chat.stores([MILL, post("The board meets on Mondays.", "board", audience=chat.closed)])
    core = ClosedCore("slack:NOWHERE")
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears(NOTHING)
        await until(chat, lambda: len(core.asked) == 2)
        assert core.asked[1].is_private
        chat.ask("who lit the oven?")
        await chat.hears(NOTHING, times=2)
        await until(chat, lambda: len(core.asked) == 4)
        assert chat.unanswered == ["when is the oven lit?", "who lit the oven?"]
    assert "may not quote" not in chat.said


async def test_where_all_posts_are_of_others_it_says_what_to_do_and_lists_nothing(
    chat: Chat,
) -> None:
    await chat.stores([post("The board meets on Mondays.", "board", audience="slack:T9")])
    async with serving(chat, ScriptedCore(knows_something=False)):
        chat.ask("when is the oven lit?")
        await chat.hears(NONE_YET)
        assert chat.unanswered == []
        await chat.stores([MILL])
        chat.ask("who lit the oven?")
        await chat.hears(NOTHING)
        assert chat.unanswered == ["who lit the oven?"]


async def test_where_all_posts_are_gone_again_it_says_what_to_do_and_lists_nothing(
    chat: Chat,
) -> None:
    await chat.stores([MILL])
    await chat.services.library.erase([MILL.id])
    async with serving(chat, ScriptedCore(knows_something=False)):
        chat.ask("when is the oven lit?")
        await chat.hears(NONE_YET)
        await chat.ask_alone("who lit the oven?")
        await until(chat, lambda: NONE_YET in chat.told_alone)
        assert chat.unanswered == []
    assert NOTHING not in chat.said


@pytest.mark.parametrize("chat", [DiscordRoom, SlackRoom], indirect=True)
async def test_where_there_is_nothing_for_anyone_here_nobody_is_offered_more_alone(
    chat: DiscordRoom | SlackRoom,
) -> None:
    platform = chat.adapter.name
    channels = chat.services.ledger.channels
    elsewhere = f"{platform}:999" if platform == "discord" else "T999"
    await chat.stores([post("The board meets.", "1", audience="another:1")])
    async with serving(chat, ScriptedCore(knows_something=False)):
        chat.ask("when is the oven lit?")
        await chat.hears(NONE_YET)
        assert "Only for me" not in chat.buttons
        whole = f"{platform}:{elsewhere.removeprefix(f'{platform}:')}"
        await chat.stores([post("The others meet.", "2", audience=whole)])
        chat.ask("who lit the oven?")
        await chat.hears(NONE_YET, times=2)
        assert "Only for me" in chat.buttons
        channels.put(Channel(f"{elsewhere}/C7", platform, elsewhere, "#others"))
        chat.ask("why is the oven lit?")
        await chat.hears(NONE_YET, times=3)
        assert "Only for me" not in chat.buttons
        await chat.stores([post("The board sells.", "3", audience=chat.closed)])
        chat.ask("how is the oven lit?")
        await chat.hears(NONE_YET, times=4)
        assert "Only for me" in chat.buttons


async def test_a_name_that_nothing_readable_has_is_refused_by_name(chat: Chat) -> None:
    await chat.stores(
        [
            post("The mill grinds on Tuesdays.", "mill", author="Zoe Miller"),
            post("The board buys a *mill*.", "board", author="Zoltan", audience=chat.closed),
        ]
    )
    async with serving(chat, ScriptedCore(knows_something=False)):
        chat.ask("who grinds? from:xaver")
        await chat.hears("from:xaver – nothing here has that name.")
        chat.ask("who grinds? from:mller")
        await chat.hears("from:mller – nothing here has that name.")
        for hidden in ("zoltan", "zoltann", "zol"):
            chat.ask(f"who buys it? from:{hidden}")
            await chat.hears(f"from:{hidden} – nothing here has that name.")
        chat.ask("who grinds? in:elsewhere")
        await chat.hears("in:elsewhere – nothing here has that name.")
        chat.ask("who grinds? from:zoe")
        await chat.hears("Nothing answers that within these filters")
        assert chat.unanswered == []


@pytest.mark.parametrize("chat", [DiscordRoom, SlackRoom], indirect=True)
async def test_a_name_that_the_asker_alone_may_read_is_known_where_nobody_reads_along(
    chat: DiscordRoom | SlackRoom,
) -> None:
    await chat.stores([post("The board buys a mill.", "1", author="Zoltan", audience=chat.closed)])
    async with serving(chat, ScriptedCore(knows_something=False)):
        await chat.ask_alone("who buys it? from:zoltan")
        await hears_alone(chat, "Nothing answers that within these filters")
        await chat.ask_alone("who sells it? from:zoltann")
        # What a direct message keeps is read as long, by who may not read Zoltan any more, too.
        await hears_alone(chat, "from:zoltann – nothing here has that name.")
        assert "Zoltan?" not in chat.told_alone
    assert "Zoltan" not in chat.said_openly
