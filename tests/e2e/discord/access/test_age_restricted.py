"""What is written in age-restricted channels is quoted in no ordinary place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import OVEN, text_of
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.asking import Value
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Message


ASKED = "what colour is the new village oven?"
ADULT = "The new village oven is going to be blue, says who is of age."
NOTHING = "Nothing in the posts answers that."


@pytest.fixture
def tavern(world: World, stored: Callable[..., None]) -> Channel:
    """An age-restricted channel with a post in it, which every member of age may read."""
    made = world.guild.add_channel("tavern")
    made.nsfw = True
    stored(post(ADULT, "1", author="Wilhelmina", audience=f"discord:{made.id}"))
    return made


async def test_it_is_quoted_in_age_restricted_places_and_directly_alone(
    world: World, tavern: Channel
) -> None:
    cellar = world.guild.add_channel("cellar", Kind.VOICE)
    cellar.nsfw = True
    ordinary = world.square.add_thread("ordinary", world.ada)
    restricted = tavern.add_thread("restricted", world.ada)
    async with world.bot():
        for place in (world.square, ordinary):
            assert ADULT not in (await world.asks(ASKED, where=place)).text
        for place in (tavern, restricted, cellar):
            assert ADULT in (await world.asks(ASKED, where=place)).text
        direct = await world.fake.direct_message(world.ada, ASKED)
        assert ADULT in (await world.answer_to(direct)).text


async def test_what_one_alone_sees_in_an_ordinary_channel_holds_nothing_of_it(
    world: World, tavern: Channel
) -> None:
    async with world.bot():
        options: dict[str, Value] = {"question": ASKED, "private": True}
        assert ADULT not in text_of(await world.uses("ask", options))
        assert ADULT in text_of(await world.uses("ask", options, where=tavern))
        answer = await world.asks(ASKED)
        more = await world.presses(answer, "Only for me")
        assert "You can see nothing more" in text_of(more)
        assert "There are no posts yet" in text_of(await world.manages("status"))
        await world.fake.autocompletes(
            world.ada, world.square, "ask", {"question": "x", "from": ""}
        )
        offered = world.fake.interactions.opened[-1]
        await world.fake.until(lambda: offered.answer)
        assert offered.choices == []


async def test_an_answer_that_stands_is_corrected_when_a_channel_becomes_age_restricted(
    world: World, stored: Callable[..., None]
) -> None:
    tavern = world.guild.add_channel("tavern")
    stored(post(ADULT, "1", audience=f"discord:{tavern.id}"), post(OVEN, "2"))
    async with world.bot():
        answer = await world.asks(ASKED)
        assert ADULT in answer.text
        inside = await world.asks(ASKED, where=tavern)
        await world.fake.changes(tavern, nsfw=True)
        await world.fake.until(lambda: "no longer here" in answer.text)
        assert ADULT not in answer.text
        assert ADULT not in (await world.asks(ASKED)).text
        assert ADULT in inside.text
        await world.fake.changes(tavern, nsfw=False)
        assert ADULT in (await world.asks(ASKED)).text


async def test_a_place_that_becomes_ordinary_keeps_no_quote_of_it(
    world: World, tavern: Channel
) -> None:
    lounge = world.guild.add_channel("lounge")
    lounge.nsfw = True
    async with world.bot():
        answer = await world.asks(ASKED, where=lounge)
        assert ADULT in answer.text
        await world.fake.changes(lounge, nsfw=False)
        await world.fake.until(lambda: ADULT not in answer.text)
        assert tavern.nsfw


async def test_an_asker_alone_is_told_of_it_and_the_question_is_on_no_list(
    world: World, tavern: Channel
) -> None:
    del tavern
    async with world.bot():
        await world.asks(ASKED)
        place = world.fake.world.direct_channel(world.ada)
        await world.fake.until(place.said_by_bot)
        (notice,) = place.said_by_bot()
        assert "I may not quote them in #square, because they are age-restricted" in notice.text
        await world.presses(notice, "Only for me")
        await world.fake.until(lambda: ADULT in place.said_by_bot()[-1].text)
        for is_private in (True, False):
            alone = await _told_beside(world, is_private=is_private)
            assert alone.ephemeral
            assert "because they are age-restricted: ask me in a direct message" in alone.text
            assert not alone.buttons
        server, open_ = f"discord:{world.guild.id}", world.services.ledger.questions
        await world.becomes(lambda: open_.unanswered("discord", server, 9) == [])


async def _told_beside(world: World, *, is_private: bool) -> Message:
    """Let Ada use the command, and return what stands below its answer."""
    used = await world.uses("ask", {"question": ASKED, "private": is_private})
    await world.fake.until(lambda: len(used.messages) > 1)
    return used.messages[-1]


async def test_who_does_not_see_the_channel_is_told_nothing_of_it(
    world: World, tavern: Channel
) -> None:
    ben = world.guild.add_member("ben")
    tavern.overwrites = [Overwrite(ben.id, 1, deny=Permission.VIEW_CHANNEL)]
    async with world.bot():
        await world.knows_something()
        await world.asks(ASKED, who=ben)
        used = await world.uses("ask", {"question": ASKED, "private": True}, who=ben)
        await world.asks(ASKED)
        await world.fake.until(world.fake.world.direct_channel(world.ada).said_by_bot)
        assert world.fake.world.direct_channel(ben).said_by_bot() == []
        assert len(used.messages) == 1
        server, open_ = f"discord:{world.guild.id}", world.services.ledger.questions
        assert len(open_.unanswered("discord", server, 9)) == 1
