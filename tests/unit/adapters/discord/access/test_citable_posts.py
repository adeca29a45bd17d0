"""No label is ever among what readers may see that one of them may not read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from adapters.discord.access.citable_posts import (
    age_restricted,
    is_age_restricted,
    is_open_to_all,
    label,
    label_for,
    private_threads,
    readers_of,
    seen_by,
)
from index.posts import EVERYONE
from tests.fakes.discord.towns import Town, towns
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.discord.world.world import World

VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY


def labels_of(town: Town) -> list[str]:
    ids = [town.guild.id, *(each.id for each in (*town.channels, *town.threads))]
    return [EVERYONE, "slack:C1", "discord:x", *(f"discord:{id_}" for id_ in ids)]


@pytest.mark.slow
@given(towns())
@settings(max_examples=150)
def test_a_public_reply_holds_nothing_that_a_reader_of_its_channel_may_not_read(
    town: Town,
) -> None:
    mirror = Mirror(town.guild)
    places = {f"discord:{each.id}": each for each in (*town.channels, *town.threads)}
    for place in (*town.channels, *town.threads):
        seen = readers_of(mirror.channel(place), labels_of(town))
        assert {EVERYONE, f"discord:{town.guild.id}"} <= seen
        for reader in (each for each in town.people if each.may(place, VIEW)):
            for name in seen & places.keys():
                assert reader.may(places[name], VIEW, HISTORY), (place, reader, name)


@given(towns())
def test_a_private_reply_holds_exactly_the_channels_that_its_reader_may_read(town: Town) -> None:
    mirror = Mirror(town.guild)
    for person in town.people:
        seen = seen_by(mirror.member(person), labels_of(town))
        may_read = {
            f"discord:{each.id}" for each in town.channels if person.may(each, VIEW, HISTORY)
        }
        assert seen == {EVERYONE, f"discord:{town.guild.id}"} | may_read


@pytest.mark.slow
@given(towns())
@settings(max_examples=200)
def test_what_is_age_restricted_is_for_age_restricted_places_alone(town: Town) -> None:
    mirror = Mirror(town.guild)
    labels = labels_of(town)
    restricted = {f"discord:{each.id}" for each in town.channels if each.nsfw}
    if town.channels[0].nsfw:
        restricted |= {f"discord:{each.id}" for each in town.threads}
    for place in (*town.channels, *town.threads):
        own = mirror.channel(place)
        assert age_restricted(own.guild, labels) == restricted
        assert is_age_restricted(own) == (f"discord:{place.id}" in restricted)
        if not is_age_restricted(own):
            assert restricted.isdisjoint(readers_of(own, labels))
        elif is_open_to_all(own):
            raise AssertionError(place)


@given(towns())
def test_what_is_open_to_all_every_member_may_read(town: Town) -> None:
    mirror = Mirror(town.guild)
    for place in (*town.channels, *town.threads):
        if is_open_to_all(mirror.channel(place)):
            assert all(each.may(place, VIEW, HISTORY) for each in town.people)


def test_an_ordinary_server_s_channels_are_open_and_see_one_another() -> None:
    guild = World().add_guild()
    square, news = guild.add_channel("square"), guild.add_channel("news")
    role = guild.add_role("board")
    board, cellar = (guild.add_channel(name, readers=[role]) for name in ("board", "cellar"))
    mirror = Mirror(guild)
    labels = [f"discord:{each.id}" for each in (square, news, board, cellar)]
    assert is_open_to_all(mirror.channel(square))
    assert not is_open_to_all(mirror.channel(board))
    assert readers_of(mirror.channel(square), labels).issuperset(labels[:2])
    assert readers_of(mirror.channel(square), labels).isdisjoint(labels[2:])
    assert readers_of(mirror.channel(board), labels).issuperset(labels)


def test_where_only_a_role_reads_at_all_its_channels_are_quoted_in_themselves() -> None:
    guild = World().add_guild()
    guild.everyone.permissions = 0
    verified = guild.add_role("verified", VIEW | HISTORY)
    square, board = guild.add_channel("square"), guild.add_channel("board", readers=[verified])
    mirror = Mirror(guild)
    for place in (square, board):
        name = f"discord:{place.id}"
        assert name in readers_of(mirror.channel(place), [name])


def test_a_post_in_a_public_thread_is_its_channel_s_and_in_a_private_one_the_thread_s() -> None:
    guild = World().add_guild()
    forum = guild.add_channel("help", Kind.FORUM)
    public, private = forum.add_thread("a"), forum.add_thread("b", private=True)
    mirror = Mirror(guild)
    assert label_for(mirror.channel(public)) == label(mirror.channel(forum))
    assert label_for(mirror.channel(private)) == f"discord:{private.id}"
    names = [f"discord:{each.id}" for each in (public, private)]
    assert [each.id for each in private_threads(mirror.guild, names)] == [private.id]


def test_a_thread_whose_channel_is_unknown_shows_what_the_whole_server_may_see() -> None:
    guild = World().add_guild()
    thread = guild.add_channel("square").add_thread("a")
    mirror = Mirror(guild)
    orphan = mirror.channel(thread)
    mirror.guild._channels.clear()  # noqa: SLF001
    assert readers_of(orphan, []) == {EVERYONE, f"discord:{guild.id}"}
    assert not is_open_to_all(orphan)


def test_what_is_written_in_a_voice_channel_is_only_for_who_may_join_it() -> None:
    guild = World().add_guild()
    crew = guild.add_role("crew")
    ada, ben = guild.add_member("ada", [crew]), guild.add_member("ben")
    square, open_, lounge = (
        guild.add_channel("square"),
        guild.add_channel("open", Kind.VOICE),
        guild.add_channel("lounge", Kind.VOICE),
    )
    lounge.overwrites = [
        Overwrite(guild.id, 0, deny=Permission.CONNECT),
        Overwrite(crew.id, 0, allow=Permission.CONNECT),
    ]
    mirror = Mirror(guild)
    labels = [f"discord:{each.id}" for each in (open_, lounge)]
    assert not is_open_to_all(mirror.channel(lounge))
    assert readers_of(mirror.channel(square), labels) & {*labels} == {labels[0]}
    assert labels[1] in readers_of(mirror.channel(lounge), labels)
    assert labels[1] in seen_by(mirror.member(ada), labels)
    assert labels[1] not in seen_by(mirror.member(ben), labels)
