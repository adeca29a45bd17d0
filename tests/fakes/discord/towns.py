"""Servers of all kinds, drawn by Hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as some

from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from tests.fakes.discord.world.channels import Channel, Thread
    from tests.fakes.discord.world.guilds import Guild, Member


VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY
READING = some.sampled_from([0, VIEW, HISTORY, VIEW | HISTORY])
BASE = READING | some.sampled_from([VIEW | Permission.MANAGE_THREADS, Permission.ADMINISTRATOR])


class Town(NamedTuple):
    """A server with people, who have some of its roles, and places that some of them read."""

    guild: Guild
    channels: list[Channel]
    threads: list[Thread]
    people: list[Member]


@some.composite
def towns(draw: DrawFn) -> Town:
    """Draw a server: roles, members with some of them, channels with overwrites, threads."""
    guild = World().add_guild()
    guild.everyone.permissions = draw(READING | some.just(int(VIEW | HISTORY)))
    roles = [guild.add_role(f"r{count}", draw(BASE)) for count in range(draw(some.integers(0, 3)))]
    people = [
        guild.add_member(f"m{count}", draw(some.lists(some.sampled_from(roles), unique=True)))
        if roles
        else guild.add_member(f"m{count}")
        for count in range(3)
    ]
    targets = [(guild.id, 0), *((each.id, 0) for each in roles), *((each.id, 1) for each in people)]
    drawn = some.builds(_overwrite, some.sampled_from(targets), READING, READING)
    channels = [guild.add_channel(f"c{count}") for count in range(3)]
    for channel in channels:
        # @everyone's comes first, as Discord sends it; often two channels have the same.
        made = draw(some.lists(drawn, max_size=3, unique_by=lambda each: each.id))
        channel.overwrites = sorted(made, key=lambda each: each.id != guild.id)
        channel.nsfw = draw(some.booleans())
    if draw(some.booleans()):
        channels[1].overwrites = channels[0].overwrites
    threads = [
        channels[0].add_thread("public", people[0]),
        channels[0].add_thread("private", people[0], private=True, members=[people[1]]),
    ]
    return Town(guild, channels, threads, people)


def _overwrite(target: tuple[int, int], allow: int, deny: int) -> Overwrite:
    id_, kind = target
    return Overwrite(id_, kind, allow=allow & ~deny, deny=deny)
