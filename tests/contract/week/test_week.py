"""A community's week, from Monday to Sunday, run on every chat platform.

One story: what everybody reads of the bot while people ask, help, thank, moderate and go away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.week.discord_week import DiscordWeekRoom
from tests.contract.week.slack_week import SlackWeekRoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.contract.week.week_room import WeekRoom

__all__ = ["own_discord", "rig", "slack", "world"]

WIFI = "How do I get the wifi of the harbour hut to work on my laptop?"
RADIO = "Restart the little grey box above the stove, twice."
STOVE = "Which wood burns best in the stove of the hut?"
BEECH = "Dry beech from the shed, two years old."
PINE = "Pine cones burn well for a start."
PUMP = "Why does the pump of the small boat lose water?"
SEAL = "The seal at its inlet is worn, press it down by hand."
STILL = "It still does not work."
KEY = "Where is the key of the boat house kept?"
BOX = "In the tin box under the third step, code on the board inside."
MOVED = "The wifi of the harbour hut is new since today: its box hangs in the boat house now."
WIFI_AGAIN = "How do I get the wifi of the harbour hut to work?"
WIFI_ONCE_MORE = "How does the wifi of the harbour hut work with a laptop?"
STOVE_AGAIN = "Which wood burns best in the stove of the harbour hut?"
OTHERS = "Ask Ben, he laid all the wood in there."
WHILE_AWAY = "The regatta of the fishing club starts at eleven on Saturday."
REGATTA = "When does the regatta of the fishing club start?"


@pytest.fixture(
    params=[("world", DiscordWeekRoom), ("rig", SlackWeekRoom)], ids=["discord", "slack"]
)
def room(request: pytest.FixtureRequest) -> WeekRoom:
    """A community on each platform."""
    name, made = request.param
    make: Callable[[object], WeekRoom] = made
    return make(request.getfixturevalue(name))


async def test_a_community_s_week(room: WeekRoom) -> None:
    async with room.returns():
        await monday_people_ask_help_and_thank(room)
        room.passes(days=1)
        await tuesday_who_is_trusted_and_who_asked_say_what_answered(room)
        room.passes(days=1)
        await wednesday_what_was_solved_comes_back(room)
        room.passes(days=1)
        await thursday_an_admin_pins_an_answer_and_things_change(room)
        room.passes(days=1)
        await friday_the_bot_helps_out(room)
    room.passes(days=1)
    saturday_the_bot_is_away(room)
    room.passes(days=1)
    async with room.returns():
        await sunday_the_bot_is_back_and_admins_look(room)


async def monday_people_ask_help_and_thank(room: WeekRoom) -> None:
    await room.watches_both()
    assert "Trusted from now on" in await room.trusts()
    await room.asks_for_help("asker", "Wifi in the hut", WIFI)
    await room.replies("other", RADIO, to=WIFI)
    await room.until_stored(RADIO)
    assert RADIO in await room.asks(WIFI)
    assert "it replies to" in await room.asks_why(WIFI)
    await room.replies("asker", "Thanks, that worked!", to=WIFI)
    await until_why(room, WIFI, "thanked for it")
    answer = await room.asks(WIFI)
    assert "Asked by" in answer
    assert RADIO in answer


async def tuesday_who_is_trusted_and_who_asked_say_what_answered(room: WeekRoom) -> None:
    await room.asks_for_help("asker", "Wood", STOVE)
    for text in (PINE, BEECH):
        await room.replies("other", text, to=STOVE)
        await room.until_stored(text)
    assert "Marked as the answer" in await room.marks("helper", PINE)
    assert await first_of(room, STOVE, PINE, BEECH) == PINE
    assert "No longer marked" in await room.marks("helper", PINE)
    assert "Only who asked" in await room.marks("newcomer", PINE)
    await room.ticks("asker", BEECH)
    assert await room.is_marked(BEECH, "asker")
    assert await first_of(room, STOVE, PINE, BEECH) == BEECH
    assert "✅ by who asked" in await room.asks_why(STOVE)


async def wednesday_what_was_solved_comes_back(room: WeekRoom) -> None:
    await room.asks_for_help("asker", "Pump", PUMP)
    await room.replies("other", SEAL, to=PUMP)
    await room.replies("asker", "Thank you!", to=PUMP)
    await room.solves(PUMP, SEAL)
    await until_why(room, PUMP, "tagged as solved", "✅ by who asked")
    await room.replies("asker", STILL, to=PUMP)
    await until_why_no_more(room, PUMP, "tagged as solved")


async def thursday_an_admin_pins_an_answer_and_things_change(room: WeekRoom) -> None:
    await room.writes("other", BOX)
    await room.until_stored(BOX)
    assert f"comes first where somebody asks “{KEY}”" in (await room.pins("deputy", BOX, KEY))[1]
    assert BOX in await room.asks(KEY)
    assert "pinned it to this question" in await room.asks_why(KEY)
    assert KEY in await room.lists()
    await room.writes("other", MOVED)
    await room.until_stored(MOVED)
    assert "newer message on this" in await room.asks(WIFI)


async def friday_the_bot_helps_out(room: WeekRoom) -> None:
    assert "From now on I offer answers unasked" in await room.helps_out_in_help()
    await room.asks_and_is_helped("helper", "Wood again", STOVE_AGAIN, OTHERS)
    await room.asks_for_help("newcomer", "Wifi", WIFI_AGAIN)
    await room.until(lambda: room.helped_in(WIFI_AGAIN))
    (offer,) = room.helped_in(WIFI_AGAIN)
    assert RADIO in offer
    assert "Asked by" in offer
    await room.presses_in(WIFI_AGAIN, "newcomer", "helped")
    await room.asks_for_help("helper", "Laptop", WIFI_ONCE_MORE)
    await room.until(lambda: room.helped_in(WIFI_ONCE_MORE))
    assert "Only who asked" in await room.presses_in(WIFI_ONCE_MORE, "newcomer", "not_this")
    assert "Taken away" in await room.presses_in(WIFI_ONCE_MORE, "helper", "not_this")
    await room.until(lambda: not room.helped_in(WIFI_ONCE_MORE))
    assert len(room.helped_in(WIFI_AGAIN)) == 1
    assert room.helped_in(STOVE_AGAIN) == []


def saturday_the_bot_is_away(room: WeekRoom) -> None:
    room.wrote("other", WHILE_AWAY)
    assert "newer than what was read" in room.fate(WHILE_AWAY)


async def sunday_the_bot_is_back_and_admins_look(room: WeekRoom) -> None:
    await room.until_stored(WHILE_AWAY)
    assert "Stored, in 1 passage" in room.fate(WHILE_AWAY)
    assert WHILE_AWAY in await room.asks(REGATTA)
    await room.deletes(RADIO)
    await room.until(lambda: not room.helped_in(WIFI_AGAIN))
    assert RADIO not in await room.asks(WIFI)
    assert "Stored, in 1 passage" in room.fate(BEECH)
    assert "Not stored: it was deleted in its channel" in room.fate(RADIO)
    said = await room.looks()
    assert "indexed up to" in said
    assert "Gap" not in said
    assert "Trusted to say what answered" in said
    assert "2 answers; 1 helped, 1 did not fit." in said


async def until_why(room: WeekRoom, question: str, *ways: str) -> None:
    """Wait until *Why this answer?* says one of these ways of knowing what answered."""
    said = ""
    for _ in range(20):  # each round asks what was stored before it
        said = await room.asks_why(question)
        if any(each in said for each in ways):
            return
    raise AssertionError(said)


async def until_why_no_more(room: WeekRoom, question: str, way: str) -> None:
    """Wait until *Why this answer?* no longer says so."""
    said = way
    for _ in range(20):
        said = await room.asks_why(question)
        if way not in said:
            return
    raise AssertionError(said)


async def first_of(room: WeekRoom, question: str, *texts: str) -> str:
    """Return which of these an answer quotes first."""
    said = await room.asks(question)
    return min(texts, key=lambda each: said.find(each) if each in said else len(said))
