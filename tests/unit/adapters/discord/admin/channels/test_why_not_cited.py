from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.chat.lines.why_not_cited import Obstacle, why_lines
from adapters.chat.wording import ENGLISH
from adapters.discord.admin.channels.why_not_cited import obstacles
from tests.fakes.discord.world.channels import Channel, Overwrite
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from tests.fakes.discord.world.guilds import Guild

VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY
BOTH = VIEW | HISTORY


@pytest.fixture
def guild() -> Guild:
    return World().add_guild()


def why(guild: Guild, there: Channel, here: Channel) -> list[Obstacle]:
    mirror = Mirror(guild)
    return obstacles(mirror.channel(there), mirror.channel(here))


def test_nothing_stands_in_the_way_of_what_all_may_read(guild: Guild) -> None:
    square, news = guild.add_channel("square"), guild.add_channel("news")
    assert why(guild, news, square) == why(guild, square, square) == []


def test_one_line_names_the_roles_that_are_let_in_here_alone(guild: Guild) -> None:
    crew, cooks = guild.add_role("crew"), guild.add_role("cooks")
    board = guild.add_role("board")
    here = guild.add_channel("here", readers=[crew, cooks, board])
    there = guild.add_channel("there", readers=[board])
    assert why(guild, there, here) == [Obstacle("role", ("\\@crew", "\\@cooks"), "view_channel")]


def test_a_role_that_is_denied_there_is_named_with_those_that_see_this_channel(
    guild: Guild,
) -> None:
    crew, muted = guild.add_role("crew"), guild.add_role("muted")
    here, there = guild.add_channel("here", readers=[crew]), guild.add_channel("there")
    there.overwrites = [Overwrite(muted.id, 0, deny=HISTORY)]
    assert why(guild, there, here) == [
        Obstacle("pair", ("\\@crew", "\\@muted"), "read_message_history")
    ]


def test_an_account_is_named_where_its_own_overwrite_stands_in_the_way(guild: Guild) -> None:
    crew, ben = guild.add_role("crew"), guild.add_member("ben")
    here, there = (guild.add_channel(name, readers=[crew]) for name in ("here", "there"))
    here.overwrites = [*here.overwrites, Overwrite(ben.id, 1, allow=BOTH)]
    assert why(guild, there, here) == [Obstacle("member", (f"<@{ben.id}>",), "view_channel")]


def test_history_age_and_private_threads_stand_in_the_way(guild: Guild) -> None:
    square, ada = guild.add_channel("square"), guild.add_member("ada")
    adults, live = guild.add_channel("adults"), guild.add_channel("live")
    adults.nsfw = True
    live.overwrites = [Overwrite(guild.id, 0, deny=HISTORY)]
    hush = square.add_thread("hush", ada, private=True)
    assert why(guild, adults, square) == [Obstacle("age_restricted")]
    assert why(guild, live, live) == [Obstacle("history")]
    assert why(guild, live, square) == [Obstacle("everyone", needed="read_message_history")]
    assert why(guild, hush, square) == [Obstacle("private")]
    assert why(guild, hush, hush) == why(guild, square, hush) == []


def test_who_stands_in_the_way_is_told_with_what_to_do() -> None:
    crowd = tuple(f"n{count}" for count in range(11))
    role = "n0, n1, n2, n3, n4, n5, n6, n7 and 3 more"
    assert why_lines(
        "#board", 3, [Obstacle("role", crowd, "connect")], ENGLISH, is_watched=True
    ) == [
        "What is written in #board is not quoted here:",
        f"• who has the role {role} sees this channel, but lacks “Connect” there.",
        "Whoever they are must be able to read #board, or not to see this channel.",
    ]
    assert why_lines("#board", 3, [], ENGLISH, is_watched=True) == [
        "Everybody who reads here may read #board: its posts are quoted here."
    ]
    (empty,) = why_lines("#board", 0, [], ENGLISH, is_watched=False)
    assert empty == "Nothing of #board is stored: /posts watch takes it up."
    (empty,) = why_lines("#board", 0, [], ENGLISH, is_watched=True)
    assert empty == "#board is watched, but nothing of it is stored yet."
