"""Chats whose posts and ledger a server keeps: of each table's stories one, run on each platform.

The stories are those of the other contracts, where a file keeps both.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from bot.composition import engine_app
from index.postgres.storage import PostgresStorage
from tests.contract.admin import (
    test_administering,
    test_digest,
    test_forgetting,
    test_marking,
    test_watching,
    test_workspace_settings,
)
from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom
from tests.contract.rooms.marking_rooms import DiscordMarkingRoom, SlackMarkingRoom
from tests.contract.rooms.settings_rooms import DiscordSettingsRoom, SlackSettingsRoom
from tests.contract.rooms.watching_rooms import DiscordWatchingRoom, SlackWatchingRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack
from tests.fakes.index.engines import kept_on
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from tests.e2e.discord.conftest import World
    from tests.fakes.postgres_server import PostgresServer

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

_ADMIN: Final = (DiscordAdminRoom, SlackAdminRoom)
_MARKING: Final = (DiscordMarkingRoom, SlackMarkingRoom)
_SETTINGS: Final = (DiscordSettingsRoom, SlackSettingsRoom)
_WATCHING: Final = (DiscordWatchingRoom, SlackWatchingRoom)

STORIES: Final[dict[str, tuple[tuple[Any, Any], Callable[..., Awaitable[None]]]]] = {
    "open questions": (
        _ADMIN, test_administering.test_an_open_question_is_answered_by_an_admin_and_the_asker_told
    ),
    "answers and ratings": (
        _ADMIN, test_administering.test_ratings_are_read_by_question_with_what_was_said_and_quoted
    ),
    "corrections and erasure": (
        _ADMIN,
        test_forgetting.test_who_is_forgotten_is_told_at_once_and_again_when_all_answers_are_corrected,
    ),
    "marks": (
        _MARKING,
        partial(
            test_marking.test_what_is_marked_is_quoted_first_until_that_is_taken_back, who="asker"
        ),
    ),
    "settings": (
        _SETTINGS,
        test_workspace_settings.test_in_a_quiet_channel_questions_are_answered_to_their_asker_alone,
    ),
    "digests": (
        _SETTINGS, test_digest.test_a_channel_is_told_each_week_once_what_nothing_answered
    ),
    "channels and jobs": (
        _WATCHING, test_watching.test_many_channels_are_watched_at_once_and_read_by_one_job
    ),
    "groups and notes": (
        _WATCHING,
        test_watching.test_all_public_channels_are_watched_with_those_that_are_made_later,
    ),
}  # fmt: skip


@pytest.fixture
def address(postgres: PostgresServer) -> Iterator[str]:
    """An empty database on a server."""
    with kept_on(postgres) as database:
        yield database.address
        shared = engine_app.storage_at(database.address)  # by all of a process, until it ends
        assert isinstance(shared, PostgresStorage)
        shared.close()


@pytest.fixture(params=["discord", "slack"])
def platform(request: pytest.FixtureRequest) -> str:
    """Each platform."""
    return str(request.param)


@pytest.fixture(params=list(STORIES))
def story(request: pytest.FixtureRequest, platform: str) -> Callable[[], Awaitable[None]]:
    """A story in a room of the platform."""
    (discord_room, slack_room), told = STORIES[request.param]
    if platform == "discord":
        return partial(told, discord_room(request.getfixturevalue("world")))
    return partial(told, slack_room(request.getfixturevalue("rig")))


async def test_lost_connections_cost_no_answer_and_no_process(
    world: World, postgres: PostgresServer
) -> None:
    async with world.bot():
        await world.services.library.save([post(on_discord.OVEN, "1")])
        for _ in range(2):
            assert on_discord.OVEN in (await world.asks("when is the village oven lit?")).text
            postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'pullquote'"
            )


def files_in(folder: Path) -> list[Path]:
    return [*folder.rglob("*.*")]


async def test_what_happens_in_chats_is_the_same(
    story: Callable[[], Awaitable[None]], tmp_path: Path
) -> None:
    await story()
    assert not {path.suffix for path in files_in(tmp_path)} & {".db"}
