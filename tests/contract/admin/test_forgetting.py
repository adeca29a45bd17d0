"""Posts that are deleted for good, told once and run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.admin_room import AdminRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

BREAD = "The village oven is lit on Fridays, and everybody brings a dough of their own."


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> AdminRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordAdminRoom(request.getfixturevalue("world"))
    return SlackAdminRoom(request.getfixturevalue("rig"))


async def test_posts_are_deleted_once_that_is_confirmed(room: AdminRoom) -> None:
    async with room.open():
        await room.services.library.save(
            [
                post(BREAD, "1", author="Zoe", audience=room.workspace),
                post("Nets hang in the harbour.", "2", source="harbour", audience=room.workspace),
            ]
        )
        await room.posts("forget", person="Nobody")
        await room.hears("There is nothing of Nobody here.")
        await room.posts("forget", person="Zoe")
        await room.hears("This removes 1 post of Zoe")
        assert len(await room.services.library.ids_under("")) == 2
        await room.confirms()
        await room.hears("Removed: 1.")
        await room.posts("forget", source="harbour")
        await room.hears("This removes 1 post of harbour")
        await room.confirms()
        await room.hears("Removed: 1.", times=2)
        assert await room.services.library.ids_under("") == []


async def test_of_two_people_of_one_name_nobody_is_meant_until_it_is_said_who(
    room: AdminRoom,
) -> None:
    (first, _), (second, mention) = room.members
    async with room.open():
        await room.services.library.save(
            [
                post(f"{BREAD} {each}", each, author="Kim", author_id=each, audience=room.workspace)
                for each in (first, second)
            ]
        )
        await room.posts("forget", person="Kim")
        await room.hears("Several people are called Kim")
        await room.hears(f"{mention} (1)")
        assert not room.offers()
        await room.posts("forget", person=mention)
        await room.hears("This removes 1 post of")
        assert room.offers()
        await room.confirms()
        await room.hears("Removed: 1.")
        await room.posts("forget", person="Kim")
        await room.hears("This removes 1 post of Kim")
        third = f"{room.members[0][0]}9"
        more = post("Me too.", "8", author="Kim", author_id=third, audience=room.workspace)
        await room.services.library.save([more])
        await room.confirms()
        await room.hears("Several people are called Kim", times=2)
        assert len(await room.services.library.ids(author="Kim")) == 2


async def test_who_is_forgotten_is_told_at_once_and_again_when_all_answers_are_corrected(
    room: AdminRoom,
) -> None:
    account = room.members[0][0]
    async with room.open():
        theirs = post(BREAD, "1", author="Ada", author_id=account, audience=room.workspace)
        await room.services.library.save([theirs])
        await room.is_quoted("when is the village oven lit?", BREAD)
        go_on = room.holds_an_edit()
        await room.forgets_first()
        await room.hears("1 post is gone")
        await room.hears("Answers of mine that quote it are being corrected: 1.")
        go_on()
        await room.is_told("removed by its author")
        await room.hears("All answers of mine that quoted it are corrected.")
        assert await room.services.library.posts(["1"]) == {}


async def test_what_was_written_with_others_is_named_and_stays(room: AdminRoom) -> None:
    async with room.open():
        own = post(BREAD, "1", author="Zoe", audience=room.workspace)
        both = post("Nets hang here.", "2", author="Zoe, Kim", audience=room.workspace)
        await room.services.library.save([own, both])
        await room.posts("forget", person="Zoe")
        await room.hears("This removes 1 post of Zoe")
        await room.hears("More posts name Zoe beside others, and stay: “Zoe, Kim” (1).")
        await room.confirms()
        await room.hears("Removed: 1.")
        assert len(await room.services.library.ids_under("")) == 1
        await room.posts("forget", person="Zoe, Kim")
        await room.hears("This removes 1 post of Zoe, Kim")
