"""What admins do, told once and run on every chat platform."""

from __future__ import annotations

import asyncio
import csv
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from typing import TYPE_CHECKING

import lxml.html
import pytest

from bot.question_and_answer import Asker
from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.contract.rooms.admin_room import AdminRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

BREAD = "The village oven is lit on Fridays, and everybody brings a dough of their own."
ASKED = "who lit the oven?"
WORDS = "Zoe lights the oven, says the board."


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> AdminRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordAdminRoom(request.getfixturevalue("world"))
    return SlackAdminRoom(request.getfixturevalue("rig"))


async def test_an_open_question_is_answered_by_an_admin_and_the_asker_told(room: AdminRoom) -> None:
    async with room.open():
        await room.is_asked(ASKED)
        await room.posts("unanswered")
        await room.hears(f"“{ASKED}” (people who asked: 1)")
        await room.answers(WORDS)
        await room.hears("it is a post now, and 1 user who asked is told")
        await room.is_told(WORDS)
        (id_,) = await room.services.library.ids(source="answers")
        kept = (await room.services.library.posts([id_]))[id_]
        assert (kept.text, kept.title, kept.audience) == (WORDS, ASKED, room.workspace)
        assert id_.startswith(f"{room.workspace}/answers/")


async def test_what_told_who_asked_of_an_answer_is_corrected_with_it(room: AdminRoom) -> None:
    async with room.open():
        await room.is_asked(ASKED)
        await room.posts("unanswered")
        await room.hears(f"“{ASKED}”")
        await room.answers(WORDS)
        await room.hears("it is a post now")
        await room.posts("forget", source="answers")
        await room.hears("This removes 1 post of answers")
        await room.confirms()
        await room.is_told_no_more(WORDS)
        assert await room.services.library.ids(source="answers") == []


async def test_an_open_question_is_dismissed(room: AdminRoom) -> None:
    async with room.open():
        await room.is_asked(ASKED)
        await room.posts("unanswered")
        await room.hears(f"“{ASKED}”")
        await room.dismisses()
        await room.hears("Dismissed.")
        await room.posts("unanswered")
        await room.hears("Every question found its answer.")
        assert room.services.ledger.questions.unanswered(*_workspace(room), 1) == []


async def test_who_is_no_admin_any_more_changes_nothing_by_a_list_that_was_shown(
    room: AdminRoom,
) -> None:
    async with room.open():
        await room.is_asked(ASKED)
        await room.posts("unanswered")
        await room.hears(f"“{ASKED}”")
        await room.loses_rights()
        await room.dismisses()
        await room.hears("Only people who may manage the posts here can do that.")
        assert len(room.services.ledger.questions.unanswered(*_workspace(room), 1)) == 1


async def test_all_open_questions_are_listed_in_pages_with_who_asked_and_when(
    room: AdminRoom,
) -> None:
    platform, workspace = _workspace(room)
    async with room.open():
        for number in range(7):
            asker = Asker(platform, f"{number}", "Ada")
            at = datetime(2026, 11, number + 1, tzinfo=UTC)
            text = f"Who mends roof {number}?"
            question = asked(text, f"q{number}", asker=asker, workspace_id=workspace, asked_at=at)
            room.services.ledger.questions.keep(missed(replace(question, is_private=True)))
        await room.posts("unanswered")
        await room.hears("Nothing answered these: 1 of 2")
        assert room.sees("1. “Who mends roof 0?” (people who asked: 1) · ")
        assert not room.sees("roof 5")
        await room.turns_to(2)
        assert room.sees("7. “Who mends roof 6?”")
        assert not room.sees("roof 4")
        await room.dismisses(6)
        await room.hears("Dismissed.")
        await room.shows_no_more("roof 5")
        assert room.sees("6. “Who mends roof 6?”")


async def test_all_open_questions_that_the_admin_may_see_are_given_as_a_table(
    room: AdminRoom,
) -> None:
    platform, workspace = _workspace(room)
    async with room.open():
        await room.services.library.save([post(BREAD, "1", audience=room.workspace)])
        await room.is_asked_out_of_sight("where is the wine?")
        for number in range(7):
            at = datetime(2026, 11, number + 1, tzinfo=UTC)
            text = f'=SUM({number}), "or" what?' if number == 6 else f"Who mends roof {number}?"
            asker = Asker(platform, f"{number}", "Ada")
            question = asked(text, f"q{number}", asker=asker, workspace_id=workspace, asked_at=at)
            room.services.ledger.questions.keep(missed(replace(question, is_private=True)))
        await room.posts("unanswered")
        await room.hears("Nothing answered these: 1 of 2")
        await room.takes_table()
        name, table = await room.gets("What nothing answered here: 7 questions.")
    assert re.fullmatch(r"unanswered-\d{4}-\d\d-\d\d\.csv", name)
    rows = list(csv.reader(StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["question", "people", "first_asked_at", "last_asked_at"]
    moment = "2026-11-01T00:00:00+00:00"
    assert rows[1] == ["Who mends roof 0?", "1", moment, moment]
    assert [each[0] for each in rows[7:]] == ['\'=SUM(6), "or" what?']


async def test_ratings_are_read_by_question_with_what_was_said_and_quoted(room: AdminRoom) -> None:
    platform, _ = _workspace(room)
    ben = Asker(platform, "2", "Ben")
    async with room.open():
        ledger, library = room.services.ledger, room.services.library
        await library.save([post(BREAD, "1", author="Zoe", audience=room.workspace)])
        await room.is_quoted("when is the village oven lit?", BREAD)
        await until(room, lambda: bool(ledger.answers.all()))
        (answer,) = ledger.answers.all()
        question = ledger.questions.get(answer.question)
        assert question
        ledger.questions.rate(question.id, ben, is_good=False, comment="The *day* is missing.")
        ledger.questions.rate(question.id, replace(ben, id="3"), is_good=True)
        words = [f"Missed: word {each}" for each in range(5)]
        for said in words:
            ledger.questions.rate(question.id, replace(ben, id=said), is_good=False, comment=said)
        others = [replace(question, id=f"r{each}", text=f"Roof {each}?") for each in range(3)]
        for each in (*others, replace(question, id="p", text="Wine?", is_private=True)):
            ledger.questions.keep(missed(each))
            ledger.questions.rate(each.id, ben, is_good=True, comment="")
        await room.posts("ratings")
        await room.hears("Ratings of answers, the worst first: 1 of 2")
        assert room.sees("1. “when is the village oven lit?” 👍 1 👎 6 · ")
        assert all(map(room.sees, (*words, "day", " is missing.", BREAD, "Zoe")))
        assert not room.sees("Ben")
        assert not room.sees("Wine?")
        assert room.sees("or where you do not read: 1 rating.")
        await room.turns_to(2, "ratings")
        assert room.sees("4. “Roof ")
        assert not room.sees("village oven")
        changed = post(f"{BREAD} Bring salt.", "1", author="Zoe", audience=f"{room.workspace}0")
        await library.save([changed])
        await room.posts("ratings")
        await room.hears("1 excerpt is not shown: changed, removed, or not for you to read.")
        assert not room.sees(BREAD)


async def until(room: AdminRoom, is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():
            await room.services.library.version()  # each round waits for the library's thread


def _workspace(room: AdminRoom) -> tuple[str, str]:
    """Return the platform, and the workspace as questions name it."""
    platform, _, workspace = room.workspace.partition(":")
    return platform, room.workspace if platform == "discord" else workspace


async def test_posts_are_embedded_again_on_demand(room: AdminRoom) -> None:
    async with room.open():
        await room.services.library.save([post(BREAD, "1", audience=room.workspace)])
        await room.posts("reindex")
        await room.hears("Embedding the posts")
        await room.hears("Done: ")
        assert await room.services.library.ids_under("") == ["notes:1"]


async def test_the_report_is_a_page_for_the_admin_alone_of_what_they_may_see(
    room: AdminRoom,
) -> None:
    async with room.open():
        await room.services.library.save(
            [
                post(BREAD, "1", source="village", audience=room.workspace),
                post("The board sells.", "2", source="board", audience=f"{room.workspace}0"),
            ]
        )
        await room.is_asked("who sells honey?")
        await room.is_asked_out_of_sight("where is the wine?")
        await room.posts("report")
        name, page = await room.gets("What is asked and what is known here")
    shown = lxml.html.document_fromstring(page)
    assert re.fullmatch(r"pullquote-\d{4}-\d\d-\d\d\.html", name)
    assert [each.text for each in shown.iterfind(".//dl/div/dd")][:4] == ["1", "0", "2", "0%"]
    seen = {word: word in shown.text_content() for word in ("honey", "wine", "village", "board")}
    assert seen == {"honey": True, "wine": False, "village": True, "board": False}


async def test_an_admin_is_told_who_keeps_a_channel_from_being_quoted(room: AdminRoom) -> None:
    async with room.open():
        name = await room.asks_why()
        await room.hears(f"What is written in {name} is not quoted here:")
        await room.hears(room.in_the_way)
        await room.hears(f"Nothing of {name} is stored: /posts watch takes it up.")
        every = [*map(room.services.ledger.channels.watched, ("discord", "slack"))]
        assert every == [[], []]  # whoever asks why watches nothing by it
