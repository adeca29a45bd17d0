from __future__ import annotations

import pytest

from bot.errors import ConfigError
from bot.settings.loading import load
from bot.settings.values import Shards
from tests.unit.bot.settings.test_loading import NO_FILE


@pytest.mark.parametrize(
    ("value", "shards"),
    [
        ("", None),
        ("auto", None),
        ("0/1", Shards(0, 0, 1)),
        ("3/8", Shards(3, 3, 8)),
        ("0-3/8", Shards(0, 3, 8)),
        ("4-7/8", Shards(4, 7, 8)),
    ],
)
def test_shards_are_read(value: str, shards: Shards | None) -> None:
    settings = load(NO_FILE, {"DISCORD_TOKEN": "secret", "DISCORD_SHARDS": value})
    assert settings.discord
    assert settings.discord.shards == shards


def test_processes_may_divide_them_by_themselves() -> None:
    settings = load(NO_FILE, {"DISCORD_TOKEN": "secret", "DISCORD_SHARDS": "auto/3"})
    assert settings.discord
    assert settings.discord.shards is None
    parts = settings.discord.parts()
    assert [str(each.shards) for each in parts] == ["0/3", "1/3", "2/3"]
    assert [each.parts() for each in parts] == [[], [], []]
    assert str(settings.discord.undivided().shards) == "0-2/3"
    assert parts[1].undivided() == parts[1]


@pytest.mark.parametrize("shards", [Shards(0, 3, 8), Shards(2, 2, 5)])
def test_shards_are_called_as_they_are_read(shards: Shards) -> None:
    assert Shards.parsed(str(shards)) == shards


def test_each_server_is_of_one_shard_and_direct_messages_are_of_the_first() -> None:
    parts = [Shards(0, 1, 4), Shards(2, 2, 4), Shards(3, 3, 4)]
    for number in range(64):
        assert sum(each.have(number << 22 | 12345) for each in parts) == 1
    assert [each.have(0) for each in parts] == [True, False, False]


@pytest.mark.parametrize(
    ("other", "goes"),
    [("4-7/8", True), ("3-4/8", False), ("0-3/8", False), ("1/8", False), ("4-7/16", False)],
)
def test_parts_go_together_where_they_share_no_server(other: str, goes: bool) -> None:
    theirs = Shards.parsed(other)
    assert theirs
    assert Shards(0, 3, 8).goes_with(theirs) is goes
    assert theirs.goes_with(Shards(0, 3, 8)) is goes


@pytest.mark.parametrize(
    "value",
    ["all", "8", "8/8", "3-1/8", "0-8/8", "0/0", "-1/8", "٣/8", "0-3", "auto/0", "auto/", "auto/x"],
)
def test_shards_that_there_are_not_are_refused_with_what_is_expected(value: str) -> None:
    with pytest.raises(ConfigError, match=r"DISCORD_SHARDS: found .*, auto and how many shards"):
        load(NO_FILE, {"DISCORD_TOKEN": "secret", "DISCORD_SHARDS": value})
