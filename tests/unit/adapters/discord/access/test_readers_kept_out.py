"""Whom a channel keeps out is found exactly as trying everybody finds it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from adapters.discord.access.citable_posts import is_age_restricted, is_open_to_all, readers_of
from adapters.discord.access.readers_kept_out import KeptOut, Roles
from tests.fakes.discord.towns import Town, towns
from tests.fakes.discord.world.channels import Channel, Kind, Overwrite, Thread
from tests.fakes.discord.world.guilds import Member
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.discord.world.guilds import Guild, Role


VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY
CONNECT = Permission.CONNECT


def anybody(guild: Guild) -> Iterator[Member]:
    """Yield each person whom an overwrite may name, and a stranger, with whatever roles."""
    roles = [each for each in guild.roles.values() if each.id != guild.id and not each.bot_id]
    users = [each.user for each in guild.members.values() if not each.user.bot]
    users.append(guild.world.add_user("stranger"))
    for user in users:
        for count in range(len(roles) + 1):
            for some_roles in combinations(roles, count):
                yield Member(user, guild, list(some_roles))


def reads(who: Member, place: Channel) -> bool:
    is_voiced = place.kind is Kind.VOICE
    return who.may(place, VIEW, HISTORY, *([CONNECT] if is_voiced else []))


@pytest.mark.slow
@given(towns(), some.data())
@settings(max_examples=300)
def test_a_reply_cites_exactly_the_channels_that_whoever_sees_it_may_read(
    town: Town, data: some.DataObject
) -> None:
    if data.draw(some.booleans()):
        town.channels[2].kind = Kind.VOICE
    mirror, everybody = Mirror(town.guild), list(anybody(town.guild))
    stored = [f"discord:{each.id}" for each in town.channels]
    for place in (*town.channels, *town.threads):
        here = mirror.channel(place)
        own = place.parent if isinstance(place, Thread) else place
        seen = readers_of(here, stored)
        readers = [each for each in everybody if each.may(own, VIEW)]
        for other in town.channels:
            if other is own or is_age_restricted(mirror.channel(other)):
                continue
            is_for_all = all(reads(each, other) for each in readers)
            assert (f"discord:{other.id}" in seen) == is_for_all, (place, other)
        shows_history = all(each.may(own, VIEW, HISTORY) for each in readers)
        is_told = shows_history and (is_age_restricted(here) or not own.nsfw)
        assert (f"discord:{own.id}" in seen) == is_told


@given(towns())
def test_a_channel_is_open_to_all_exactly_where_anybody_may_read_it(town: Town) -> None:
    mirror, everybody = Mirror(town.guild), list(anybody(town.guild))
    for place in town.channels:
        channel = mirror.channel(place)
        is_for_all = not place.nsfw and all(reads(each, place) for each in everybody)
        assert is_open_to_all(channel) == is_for_all


@given(towns())
def test_whoever_is_named_as_kept_out_is(town: Town) -> None:
    mirror = Mirror(town.guild)
    roles = Roles(mirror.guild)
    by_id: dict[int, Role] = town.guild.roles
    rules = {each.id: roles.rules(mirror.guild.get_channel(each.id)) for each in town.channels}  # type: ignore[arg-type]
    stranger = town.guild.world.add_user("stranger")
    users = {each.id: each.user for each in town.people}
    for there in town.channels:
        for here in town.channels:
            for kept_out in roles.kept_out(rules[there.id], rules[here.id]):
                user = users.get(kept_out.member, stranger)
                who = Member(user, town.guild, [by_id[each] for each in kept_out.roles])
                assert who.may(here, VIEW)
                assert not reads(who, there)


def made(*overwrites: Overwrite, world: World | None = None) -> tuple[Guild, Channel, Channel]:
    """Return a server with a channel that a role reads, and one that has more overwrites."""
    guild = (world or World()).add_guild()
    board = guild.add_role("board")
    here = guild.add_channel("board", readers=[board])
    there = guild.add_channel("minutes", readers=[board])
    there.overwrites = [*there.overwrites, *overwrites]
    return guild, here, there


def cited(guild: Guild, here: Channel, there: Channel) -> bool:
    return f"discord:{there.id}" in readers_of(Mirror(guild).channel(here), [f"discord:{there.id}"])


def test_more_readers_of_the_posts_hide_nothing() -> None:
    guild, here, there = made()
    crew, ben = guild.add_role("crew"), guild.add_member("ben")
    there.overwrites += [
        Overwrite(crew.id, 0, allow=VIEW | HISTORY),
        Overwrite(ben.id, 1, allow=VIEW | HISTORY),
    ]
    assert cited(guild, here, there)
    assert not cited(guild, there, here)


def test_what_lets_only_the_bot_in_hides_nothing() -> None:
    guild, here, there = made()
    assert guild.me
    for each in (here, there):
        each.overwrites.append(Overwrite(guild.me.id, 1, allow=VIEW | HISTORY))
        assert cited(guild, here, there)
        assert cited(guild, there, here)
        each.overwrites.pop()
        for role in guild.roles.values():
            if role.bot_id:
                each.overwrites.append(Overwrite(role.id, 0, allow=VIEW | HISTORY))
                assert cited(guild, there, here)


def test_a_role_that_is_denied_there_keeps_out_whoever_has_it_besides() -> None:
    guild, here, there = made()
    muted = guild.add_role("muted")
    there.overwrites = [
        Overwrite(guild.id, 0, allow=VIEW | HISTORY),
        Overwrite(muted.id, 0, deny=HISTORY),
    ]
    mirror = Mirror(guild)
    roles = Roles(mirror.guild)
    rules = [roles.rules(mirror.guild.get_channel(each.id)) for each in (there, here)]  # type: ignore[arg-type]
    board = here.overwrites[1].id
    found = list(roles.kept_out(rules[0], rules[1]))
    assert found == [KeptOut((board, muted.id), 0, "read_message_history")]


def test_administrators_and_the_owner_are_never_kept_out() -> None:
    guild, here, there = made()
    chiefs = guild.add_role("chiefs", Permission.ADMINISTRATOR)
    guild.owner_id = guild.add_member("owner").id
    here.overwrites += [
        Overwrite(chiefs.id, 0, allow=VIEW | HISTORY),
        Overwrite(guild.owner_id, 1, allow=VIEW | HISTORY),
    ]
    assert cited(guild, here, there)


def test_a_role_that_is_gone_counts_as_one_that_may_bring_anybody_in() -> None:
    guild, here, there = made()
    there.overwrites = [Overwrite(guild.id, 0, allow=VIEW | HISTORY)]
    assert cited(guild, here, there)
    there.overwrites.append(Overwrite(12345, 0, deny=VIEW))
    assert not cited(guild, here, there)
