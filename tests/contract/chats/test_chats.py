"""What every chat platform keeps to. A platform joins with a room in `conftest.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.posts import Answered
from tests.contract.conftest import FOUND, LONG_LINK, NETS, OVEN, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from tests.fakes.rooms import Chat, Room


pytestmark = pytest.mark.usefixtures("_no_model")


async def test_an_answer_has_each_quote_and_each_citation_s_whole_link(room: Room) -> None:
    async with serving(room, ScriptedCore(FOUND)):
        room.ask("when is the oven lit?")
        await room.hears("https://example.org/nets")
    assert all(part in room.said for part in (OVEN, NETS, "Ada", "Bob", LONG_LINK))


async def test_above_a_quote_stands_the_question_that_it_answers(room: Room) -> None:
    asked = post("Where do the nets hang?", "q", author="Bob", url="https://example.org/asked")
    answer = replace(FOUND[1], answered=Answered(asked, "thanked"))
    async with serving(room, ScriptedCore([answer])):
        room.ask("where are the nets?")
        await room.hears("https://example.org/nets")
    above = room.said.partition(NETS)[0]
    assert all(part in above for part in ("Asked by", "Bob", "Where do the nets hang?"))


async def test_an_old_answer_says_what_is_newer_with_its_link(chat: Chat) -> None:
    asked = datetime(2024, 3, 3, tzinfo=UTC)
    dates = [asked, asked + timedelta(days=9), asked + timedelta(days=99)]
    scores = (0.9, 0.2, 0.2)
    found = [
        hit((f"{OVEN} It says {score}, {when.day}.", score), name=f"{when.day}", author="Ada",
            posted_at=when, url=f"https://example.org/{when.day}")
        for when, score in zip(dates, scores, strict=True)
    ]  # fmt: skip
    async with serving(chat, ScriptedCore(found)):
        chat.ask("when is the oven lit?")
        await chat.hears(found[2].post.url or "")
    assert "2 newer messages on this" in chat.said
    assert (found[1].post.url or "") not in chat.said


async def test_the_question_arrives_as_it_was_asked_with_its_filters_read(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        room.ask("  Qui allume le four, « là-haut » ? from:ada 🌻 ")
        await room.hears("https://example.org/nets")
    (asked,) = core.asked
    assert asked.text == "Qui allume le four, « là-haut » ? 🌻"
    assert asked.filters.author == "ada"
    assert asked.asker.platform == room.adapter.name


async def test_each_of_several_questions_is_answered(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        for text in ("first oven", "second oven", "third oven"):
            room.ask(text)
        await room.hears("https://example.org/nets", times=3)
    assert {asked.text for asked in core.asked} == {"first oven", "second oven", "third oven"}
    assert len({asked.id for asked in core.asked}) == 3


async def test_nothing_found_is_said(room: Room) -> None:
    async with serving(room, ScriptedCore()):
        room.ask("who won?")
        await room.hears("Nothing in the posts answers that.")
    assert "1 " not in room.said


async def test_a_question_that_cannot_be_taken_is_answered_with_how_to_mend_it(room: Room) -> None:
    core = ScriptedCore(FOUND)
    async with serving(room, core):
        room.ask("oven since:never")
        await room.hears(
            "since:never is not a day: write it as since:2024-09-26, or since:2024-09 or "
            "since:2024 for all days of a month or year."
        )
        room.ask("oven during:november")
        await room.hears("during:november is not a day: write it as during:2024-09-26, or during:2")
        room.ask("oven since:2027-01-01 until:2020-01-01")
        await room.hears("No day is from 2027-01-01 until 2020-01-01")
        room.ask("when is the oven lit? author:ben")
        await room.hears("https://example.org/nets")
    assert [asked.text for asked in core.asked] == ["when is the oven lit?"]
    assert core.asked[0].filters.author == "ben"


async def test_a_search_modifier_is_read_or_refused_by_name(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        chat.ask("when is the oven lit? from:me after:2024-01 before:2025")
        await chat.hears("https://example.org/nets")
        chat.ask("oven on:2024-02 from:@bob")
        await chat.hears("https://example.org/nets", times=2)
        chat.ask("oven has:link")
        await chat.hears("has: is no filter here. Leave it out, or say it in words")
        chat.ask("oven -from:bob")
        await chat.hears("-from: leaves nothing out here")
    own, bobs = (asked.filters for asked in core.asked)
    ada = core.asked[0].asker
    assert (own.author_id, own.author) == (ada.account, ada.name)
    assert (own.since, own.until) == (date(2024, 2, 1), date(2024, 12, 31))
    assert (bobs.since, bobs.until) == (date(2024, 2, 1), date(2024, 2, 29))
    assert [asked.text for asked in core.asked] == ["when is the oven lit?", "oven"]


async def test_what_a_post_holds_cannot_do_anything(room: Room) -> None:
    core = ScriptedCore()
    async with serving(room, core):
        for count, (dangerous, harmless) in enumerate(room.disarmed.items(), start=1):
            quoted = f"Begin {dangerous} end of what was written by a person in the village."
            author, title = f"Eve {dangerous} writes", f"On {dangerous} and more"
            core.hits = [
                hit(
                    (quoted, 0.9),
                    author=author,
                    url=f"https://example.org/{count}",
                    name=f"{count}",
                )
            ]
            room.ask("what did they write?")
            await room.hears(f"https://example.org/{count}")
            near = hit(
                (quoted, 0.9), author=author, title=title, name=f"near {count}", confidence=0.1
            )
            core.hits = [near]
            room.ask("what else?")
            await room.hears(f"On {harmless} and more")
            assert f"Begin {harmless} end" in room.said
            assert room.said.count(f"Eve {harmless} writes") == 2
            assert dangerous == harmless or dangerous not in room.said.replace(harmless, "")


@pytest.mark.slow
async def test_however_long_the_posts_are_each_answer_arrives(room: Room) -> None:
    core = ScriptedCore()
    async with serving(room, core):
        for count, letter in enumerate("e*好🌻", start=1):
            core.hits = [
                hit(
                    (f"{letter * 3} {number} " * 1500, 0.9),
                    name=str(number),
                    author=letter * 500,
                    source=letter * 500,
                    url=f"https://example.org/{count}/{number}",
                )
                for number in range(9)
            ]
            room.ask("what did they write?")
            await room.hears(f"https://example.org/{count}/0")
    assert "went wrong" not in room.said


async def test_a_question_is_acknowledged_before_its_answer_is_ready(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    said_before: list[str] = []

    async def ask(question: Question) -> Answer:
        await chat.is_acknowledged()
        said_before.append(chat.said)
        return await core.ask(question)

    async with serving(chat, ask):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
    assert ["https://example.org/nets" in each for each in said_before] == [False]


async def test_a_question_that_is_delivered_again_is_answered_once(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.repeat()
        chat.ask("and where are the nets?")
        await chat.hears("https://example.org/nets", times=2)
    assert [asked.text for asked in core.asked] == [
        "when is the oven lit?",
        "and where are the nets?",
    ]


async def test_bots_are_not_answered(chat: Chat) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        await chat.bots_ask("who are you?")
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
    assert [asked.asker.name for asked in core.asked] == ["Ada"]


async def test_who_asks_alone_is_known_to_ask_alone_and_never_sees_simply_everything(
    chat: Chat,
) -> None:
    core = ScriptedCore(FOUND)
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.ask_alone("and where are the nets?")
        await chat.hears("https://example.org/nets", times=2)
    everybody, alone = core.asked
    assert (everybody.is_private, alone.is_private) == (False, True)
    assert everybody.conversation != alone.conversation
    assert everybody.audience is not None
    assert alone.audience is not None
