"""What several workspaces on one bot have of each other, told once and run on every platform."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.ledger.offers import Offer
from bot.ledger.workspace_settings import DEFAULTS
from bot.question_and_answer import Asker
from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.posts import Post
    from tests.contract.rooms.settings_room import SettingsRoom

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
COLD = "The oven of others is cold."
ASKED = "when is the village oven lit?"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> SettingsRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordSettingsRoom(request.getfixturevalue("world"))
    return SlackSettingsRoom(request.getfixturevalue("rig"))


async def until(room: SettingsRoom, is_so: Callable[[], bool]) -> None:
    """Wait until something is so that nobody tells of."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not is_so():
                await room.services.library.version()
    assert is_so()


async def stored(room: SettingsRoom) -> list[Post]:
    """Return what is stored for somebody in one of the workspaces."""
    library = room.services.library
    found = (await library.posts(await library.ids_under(""))).values()
    return [each for each in found if each.audience != "discord:0"]


async def texts(room: SettingsRoom) -> set[str]:
    return {each.text for each in await stored(room)}


async def test_two_workspaces_import_files_of_one_name_with_the_same_ids(
    room: SettingsRoom, tmp_path: Path
) -> None:
    platform, workspace = room.workspace
    label = workspace if platform == "discord" else f"slack:{workspace}"
    own, other = (tmp_path / each / "posts.jsonl" for each in ("own", "other"))
    for file, text in ((own, OVEN), (other, COLD)):
        file.parent.mkdir()
        file.write_text(json.dumps({"id": "1", "source": "notes", "text": text}))
    async with room.open():
        library = room.services.library
        await library.import_posts(
            other, None, f"{label}9", lambda *_: None, lambda each: each == f"{label}9", apart="o"
        )
        for counts in ("Done: 1 new", "Done: 0 new"):
            await room.imports("posts.jsonl", own.read_bytes())
            await room.hears(counts)
        assert {(each.text, each.audience) for each in await stored(room)} == {
            (OVEN, label),
            (COLD, f"{label}9"),
        }
        await room.asks(ASKED)
        await room.is_told(OVEN)
        await room.forgets("notes:1")
        await room.hears("Removed: 1.")
        assert await texts(room) == {COLD}
        await room.imports("posts.jsonl", own.read_bytes())
        await room.hears("Done: 0 new", times=2)
        assert await texts(room) == {COLD}


def named(name: str, id_: str, label: str) -> Post:
    return replace(post(f"Of {name}: {OVEN}", id_, audience=label), id=id_)


async def test_what_a_workspace_had_goes_some_time_after_the_bot_was_removed_there(
    room: SettingsRoom,
) -> None:
    platform, own = room.workspace
    prefix = own if platform == "discord" else f"slack:{own}"
    async with room.open():
        await room.services.library.save([named("here", f"{prefix}/1/1", prefix)])
        gone = await room.is_removed_elsewhere()
        await until(room, lambda: bool(room.services.ledger.noted(f"left:{platform}/{gone}")))
        bare = gone.removeprefix("discord:")
        label = f"{platform}:{bare}"
        live, filed = f"{label}/1/1", f"notes@{platform}-{bare}:1"
        await room.services.library.save([named("live", live, label), named("filed", filed, label)])
        room.services.ledger.settings.put(platform, gone, replace(DEFAULTS, language="fr"))
        question = asked(ASKED, "q1", asker=Asker(platform, "1", "Ada"), workspace_id=gone)
        now = room.clock()
        room.services.ledger.note(f"left_out_of_imports:{platform}:{gone}", "[]")
        room.services.ledger.questions.keep(missed(replace(question, asked_at=now)))
        room.services.ledger.offers.claim(Offer("o1", platform, gone, f"{label}/1", "1"))
    room.clock.move(days=29)
    async with room.open():
        await room.asks(ASKED)
        await room.is_told(OVEN)
        assert len(await texts(room)) == 3
    room.clock.move(days=2)
    async with room.open():
        ledger = room.services.ledger
        await until(room, lambda: not ledger.noted(f"left:{platform}/{gone}"))
        assert await texts(room) == {f"Of here: {OVEN}"}
        assert ledger.settings.of(platform, gone) == DEFAULTS
        assert ledger.questions.get("q1") is None
        assert ledger.offers.get("o1") is None
        assert not ledger.noted(f"left_out_of_imports:{platform}:{gone}")


async def test_what_a_workspace_had_stays_where_the_bot_comes_back_in_time(
    room: SettingsRoom,
) -> None:
    async with room.open():
        ledger, (platform, _) = room.services.ledger, room.workspace
        gone = await room.is_removed_elsewhere()
        await until(room, lambda: bool(ledger.noted(f"left:{platform}/{gone}")))
        label = f"{platform}:{gone.removeprefix('discord:')}"
        await room.services.library.save([named("live", f"{label}/1/1", label)])
        room.clock.move(days=29)
        await room.is_brought_back()
        await until(room, lambda: not ledger.noted(f"left:{platform}/{gone}"))
        room.clock.move(days=29)
        gone = await room.is_removed_elsewhere()
        await until(room, lambda: bool(ledger.noted(f"left:{platform}/{gone}")))
    room.clock.move(days=29)
    async with room.open():
        await room.services.library.save([post(OVEN, "1")])
        await room.asks(ASKED)
        await room.is_told(OVEN)
        assert await texts(room) == {f"Of live: {OVEN}", OVEN}
    room.clock.move(days=2)
    await room.is_brought_back()
    async with room.open():
        left = f"left:{platform}/{gone}"
        await until(room, lambda: not room.services.ledger.noted(left))
        assert await texts(room) == {OVEN}
