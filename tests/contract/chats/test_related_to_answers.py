"""Menus that are chosen on a message of the bot's own, on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.admin.test_marking import own_discord, rig, slack, world
from tests.contract.rooms.marking_rooms import ASIDE, RADIO
from tests.contract.rooms.related_rooms import DiscordRelatedRoom, RelatedRoom, SlackRelatedRoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.contract.rooms.related_rooms import Menu

__all__ = ["own_discord", "rig", "slack", "world"]

OWN = "That is a message of mine: choose this on what somebody wrote"


@pytest.fixture(params=[("world", DiscordRelatedRoom), ("rig", SlackRelatedRoom)])
def room(request: pytest.FixtureRequest) -> RelatedRoom:
    """A question with two replies on each platform."""
    name, made = request.param
    make: Callable[[object], RelatedRoom] = made
    return make(request.getfixturevalue(name))


async def test_posts_related_to_an_answer_are_none_that_it_quotes(room: RelatedRoom) -> None:
    async with room.open():
        answer = await room.asks("which side of the hut is painted green?")
        assert ASIDE in answer
        said = await room.looks_from_the_bot("related", is_answer=True)
        assert "Posts like that one:" in said
        assert ASIDE not in said
        assert RADIO in said or "wifi of the harbour hut" in said


@pytest.mark.parametrize("is_answer", [True, False])
async def test_a_message_of_the_bot_has_no_earlier_answers(
    room: RelatedRoom, *, is_answer: bool
) -> None:
    async with room.open():
        await room.asks("which side of the hut is painted green?")
        said = await room.looks_from_the_bot("earlier", is_answer=is_answer)
        assert OWN in said


async def test_nothing_is_related_to_what_the_bot_says_of_itself(room: RelatedRoom) -> None:
    async with room.open():
        assert OWN in await room.looks_from_the_bot("related", is_answer=False)


async def test_a_greeting_has_no_related_posts(room: RelatedRoom) -> None:
    async with room.open():
        said = await room.looks_at("related", "Hello everybody, nice to be here!")
        assert "No other post that you may read here is like that one." in said
        assert RADIO in await room.looks_at("related", "Somebody asked for the wifi of the hut.")


@pytest.mark.parametrize("menu", ["related", "earlier"])
async def test_of_a_message_without_words_it_is_said_so(room: RelatedRoom, menu: Menu) -> None:
    async with room.open():
        assert "That message has no words to search by" in await room.looks_at(menu, "")
