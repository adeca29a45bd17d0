"""Which channels are watched, told once and run on every chat platform."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from tests.contract.rooms.watching_rooms import DiscordWatchingRoom, SlackWatchingRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from tests.contract.rooms.watching_room import WatchingRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

OVEN = "The village oven is lit on Fridays."
NETS = "Nets hang in the harbour."
GOATS = "Goats graze behind the school."
HYMN = "The hymn is hidden in the cellar."


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> WatchingRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordWatchingRoom(request.getfixturevalue("world"))
    return SlackWatchingRoom(request.getfixturevalue("rig"))


async def sources(room: WatchingRoom) -> dict[str, str]:
    """Return the texts that are stored, with their sources."""
    library = room.services.library
    posts = await library.posts(await library.ids_under(f"{room.workspace[0]}:"))
    return {each.text: each.source for each in posts.values()}


async def until_stored(room: WatchingRoom, wanted: dict[str, str]) -> None:
    """Wait until these texts, and no others, are stored under these sources."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await sources(room) != wanted:
                pass  # each round waits for the library's thread
    assert await sources(room) == wanted


async def until_kept(room: WatchingRoom, text: str) -> None:
    """Wait until this text is stored, whatever else is."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while text not in await sources(room):
                pass  # each round waits for the library's thread
    assert text in await sources(room)


async def until_trusted(room: WatchingRoom) -> None:
    """Wait until the bot knows that it reads all channels again."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while room.services.ledger.notes(f"{room.workspace[0]}.lost:"):
                await room.services.library.version()
    assert room.services.ledger.notes(f"{room.workspace[0]}.lost:") == {}


def watched(room: WatchingRoom) -> set[str]:
    return {each.name for each in room.services.ledger.channels.watched(*room.workspace)}


async def test_many_channels_are_watched_at_once_and_read_by_one_job(room: WatchingRoom) -> None:
    room.has("oven", OVEN)
    room.has("harbour", NETS)
    room.has("school", GOATS)
    async with room.open():
        await room.watches("oven", "harbour")
        await room.hears("I keep the messages of 2 channels from now on")
        await room.hears("#oven, #harbour")
        await room.hears("Reading 2 channels")
        await room.hears("Done: 2 new")
        assert await sources(room) == {OVEN: "#oven", NETS: "#harbour"}


async def test_what_may_not_be_read_is_named_and_keeps_no_other_from_being_watched(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    room.has("cellar", HYMN, is_secret=True)
    async with room.open():
        await room.watches("oven", "cellar")
        await room.hears("let me in")
        await room.hears("Done: 1 new")
        assert watched(room) == {"#oven"}


async def test_all_public_channels_are_watched_with_those_that_are_made_later(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    room.has("cellar", HYMN, is_secret=True)
    async with room.open():
        await room.watches(everything=True, later=True)
        await room.hears("Public channels that are made later are watched, too.")
        await room.hears("Done: 1 new")
        assert "#cellar" not in watched(room)
        await room.makes("harbour")
        await room.says("harbour", NETS)
        await until_stored(room, {OVEN: "#oven", NETS: "#harbour"})
        await room.asks_status()
        await room.hears("Public channels that are made later are watched, too.", times=2)
        await room.unwatches(everything=True)
        await room.hears("Channels that are made later are not watched any more.")
        assert watched(room) == set()
        await room.makes("school")
        await room.says("school", GOATS)
        await room.asks_status()
        assert watched(room) == set()


async def test_channels_that_were_made_while_the_bot_was_away_are_watched_but_no_older_ones(
    room: WatchingRoom,
) -> None:
    room.has("school", GOATS)
    async with room.open():
        await room.watches(everything=True, later=True)
        await room.hears("Done: ")
        await room.unwatches("#school")
        await room.hears("I follow #school no longer.")
    room.made("harbour", NETS)
    async with room.open():
        await until_stored(room, {GOATS: "#school", NETS: "#harbour"})
        assert "#harbour" in watched(room)
        assert "#school" not in watched(room)


async def until_watched(room: WatchingRoom, *names: str) -> None:
    """Wait until these channels are watched."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not watched(room) >= {*names}:
                await room.services.library.version()
    assert watched(room) >= {*names}


async def test_a_channel_that_was_not_looked_at_yet_is_not_passed_over_for_one_made_meanwhile(
    room: WatchingRoom,
) -> None:
    async with room.open():
        await room.watches(everything=True, later=True)
        await room.hears("Done: ")
    room.made("oven", OVEN)
    room.made("harbour", NETS)
    go_on = room.holds_reading("oven")
    async with room.open():
        await until_watched(room, "#oven")  # and is being read
        await room.makes("school")
        await room.says("school", GOATS)
        await until_kept(room, GOATS)
        await room.unwatches("#school")
        await room.hears("I follow #school no longer.")
        assert "#harbour" not in watched(room)
    go_on()
    async with room.open():
        await until_watched(room, "#oven", "#harbour")
        await until_stored(room, {OVEN: "#oven", NETS: "#harbour", GOATS: "#school"})
        assert "#school" not in watched(room)


async def test_a_new_channel_that_cannot_be_watched_keeps_no_other_from_being_read(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    async with room.open():
        await room.watches(everything=True, later=True)
        await room.hears("Done: ")
        room.services.ledger.database.run(
            "CREATE TRIGGER refused BEFORE INSERT ON channels WHEN NEW.name = '#harbour'"
            " BEGIN SELECT RAISE(ABORT, 'no') ; END"
        )
    room.made("harbour", NETS)
    room.made("school", GOATS)
    room.wrote("oven", HYMN)
    async with room.open():
        await until_stored(room, {OVEN: "#oven", HYMN: "#oven"})
        room.services.ledger.database.run("DROP TRIGGER refused")
    async with room.open():
        found = {OVEN: "#oven", HYMN: "#oven", NETS: "#harbour", GOATS: "#school"}
        await until_stored(room, found)


async def test_who_lets_the_bot_into_a_channel_is_offered_to_watch_it(room: WatchingRoom) -> None:
    room.has("cellar", HYMN, is_secret=True)
    async with room.open():
        await room.lets_in("cellar")
        await room.accepts("I am in #cellar now. Shall I keep its messages")
        await room.hears("Done: 1 new")
        assert watched(room) == {"#cellar"}


async def test_lost_access_is_told_once_and_stands_in_the_status_until_it_is_back(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    async with room.open():
        await room.watches("oven")
        await room.hears("Done: 1 new")
        for times in (1, 2):
            await room.shuts_out("oven")
            await room.is_told("I can no longer read #oven", times=times)
            await room.asks_status()
            await room.hears(f"#oven: {room.reason}", times=times)
            if times == 1:
                await room.lets_in("oven")
                await until_trusted(room)
                await room.says("oven", NETS)
                await until_stored(room, {OVEN: "#oven", NETS: "#oven"})
                await room.asks_status()
                await room.hears("#oven: indexed up to")
    async with room.open():
        await room.asks_status()
        await room.hears(f"#oven: {room.reason}", times=3)
    assert room.told("I can no longer read #oven") == 2


async def test_access_that_was_lost_while_the_bot_was_away_is_told_once(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    async with room.open():
        await room.watches("oven")
        await room.hears("Done: 1 new")
    await room.shuts_out("oven")
    for _ in range(2):
        async with room.open():
            await room.is_told("I can no longer read #oven")
            await room.asks_status()
            await room.hears(f"#oven: {room.reason}")
            assert await sources(room) == {OVEN: "#oven"}
    assert room.told("I can no longer read #oven") == 1


async def test_a_channel_that_is_gone_is_unwatched_by_its_name_or_id(room: WatchingRoom) -> None:
    platform, workspace = room.workspace
    beginning = "discord:" if platform == "discord" else f"slack:{workspace}/C00"
    async with room.open():
        channels = room.services.ledger.channels
        for number, name in ((111111111, "#old"), (222222222, "#twin"), (333333333, "#twin")):
            channels.put(Channel(f"{beginning}{number}", platform, workspace, name))
        await room.unwatches("OLD")
        await room.hears("I follow #old no longer.")
        await room.unwatches("twin")
        await room.hears("Several channels are called twin. Name one by its id")
        await room.unwatches(f"{beginning}222222222".rpartition("/")[2].removeprefix("discord:"))
        await room.hears("I follow #twin no longer.")
        assert [each.id for each in channels.watched(platform)] == [f"{beginning}333333333"]
        await room.unwatches("nowhere at all")
        await room.hears("nowhere at all is not being watched.")


async def test_a_channel_that_was_renamed_while_the_bot_was_away_stays_one_source(
    room: WatchingRoom,
) -> None:
    room.has("oven", OVEN)
    async with room.open():
        await room.watches("oven")
        await room.hears("Done: 1 new")
    room.is_called("oven", "bakery")
    async with room.open():
        await until_stored(room, {OVEN: "#bakery"})
        await room.says("oven", NETS)
        await until_stored(room, {OVEN: "#bakery", NETS: "#bakery"})
        assert watched(room) == {"#bakery"}


async def test_an_admin_neither_ends_nor_removes_what_they_may_not_know_of(
    room: WatchingRoom,
) -> None:
    async with room.open():
        await room.watches_out_of_sight("cellar", HYMN)
        await until_stored(room, {HYMN: "#cellar"})
        for number, name in enumerate(("cellar", room.mention("cellar")), start=1):
            await room.unwatches(name)
            await room.hears("is not being watched.", times=number)
        await room.forgets_source("#cellar")
        await room.hears("There is nothing of ")
        assert watched(room) == {"#cellar"}
        assert await sources(room) == {HYMN: "#cellar"}
