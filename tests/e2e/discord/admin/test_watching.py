"""What only Discord has of watching: categories, servers that let the bot in, completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.discord.admin.channels import watching
from bot.ledger.channels import Channel
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.guilds import Member


def watched(world: World) -> set[str]:
    guild = f"discord:{world.guild.id}"
    return {each.name for each in world.services.ledger.channels.watched("discord", guild)}


async def test_a_category_is_watched_with_what_is_made_in_it_later(world: World) -> None:
    village = world.guild.add_channel("village", Kind.CATEGORY)
    world.guild.add_channel("oven", parent=village).add_message(world.ada, OVEN)
    async with world.bot():
        await world.serves()
        used = await world.manages("watch", {"channel": village, "new": True})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        await world.fake.until(lambda: "made later in village are watched, too" in text_of(used))
        school = world.guild.add_channel("school", parent=village)
        await world.fake.creates(school)
        await world.fake.creates(world.guild.add_channel("elsewhere"))
        await world.fake.says(world.ada, school, GOATS)
        await world.holds(2)
        assert watched(world) == {"#oven", "#school"}
        await world.manages("watch", {"channel": village, "new": False})
        await world.fake.creates(world.guild.add_channel("mill", parent=village))
        await world.manages("status")
        assert watched(world) == {"#oven", "#school"}


async def test_a_channel_that_is_opened_with_its_watched_category_is_watched(world: World) -> None:
    closed = [Overwrite(world.guild.id, 0, deny=Permission.VIEW_CHANNEL)]
    village = world.guild.add_channel("village", Kind.CATEGORY)
    school = world.guild.add_channel("school", parent=village)
    village.overwrites, school.overwrites = [*closed], [*closed]
    school.add_message(world.ada, GOATS)
    async with world.bot():
        await world.serves()
        await world.manages("watch", {"channel": village, "new": True})
        assert watched(world) == set()
        await world.fake.changes(village, overwrites=[])
        await world.fake.changes(school, overwrites=[])
        await world.holds(1)
        assert watched(world) == {"#school"}


async def test_what_could_not_be_read_is_named_to_nobody_who_may_not_know_of_it(
    world: World,
) -> None:
    assert world.guild.me
    readers = [world.chief, world.guild.me]
    cellar = world.guild.add_channel("cellar", readers=readers)
    async with world.bot():
        await world.serves()
        hold = world.fake.holds("GET", f"/channels/{world.square.id}/messages")
        more = {"more": f"{world.square.mention} {cellar.mention}"}
        used = await world.manages("watch", more)
        await world.fake.until(lambda: hold.waiting)
        await world.fake.changes(cellar, overwrites=cellar.overwrites[:-1])
        hold.release()
        await world.fake.until(lambda: "Done: " in text_of(used))
        private, shown = used.messages[:2]
        assert "#cellar" in private.text
        assert f"• {cellar.mention}: Discord does not let me read it" in shown.text
        assert not any("cellar" in each.text for each in world.square.said_by_bot())


async def test_a_server_that_lets_the_bot_in_is_offered_to_have_its_public_channels_watched(
    world: World,
) -> None:
    other = world.fake.world.add_guild("Elsewhere", with_bot=False)
    hall = other.add_channel("hall")
    owner = other.members[other.owner_id]
    hall.add_message(owner, OVEN)
    async with world.bot():
        await world.serves()
        await world.fake.invites_bot(other)
        direct = world.fake.world.direct_channel(owner)
        (offer,) = await world.fake.until(direct.said_by_bot)
        assert "I am in Elsewhere now." in offer.text
        refused = await world.presses(offer, "Watch all public channels", who=world.ada)
        assert "Only people who may manage the posts" in text_of(refused)
        pressed = await world.presses(offer, "Watch all public channels", who=owner)
        await world.fake.until(lambda: "Done: 1 new" in text_of(pressed))
        guild = f"discord:{other.id}"
        (record,) = world.services.ledger.channels.watched("discord", guild)
        assert (record.name, record.watched_by) == ("#hall", f"discord:{owner.id}")
        assert world.services.ledger.groups.get(guild)


async def test_a_thread_that_is_archived_is_offered_by_its_name_to_be_unwatched(
    world: World,
) -> None:
    thread = world.square.add_thread("harvest", world.ada)
    async with world.bot():
        await world.watches(thread)
        await world.watches(world.square)
        await world.fake.archives(thread)
        typed = {"channel": "harv"}
        offered = await world.fake.autocompletes(world.chief, world.square, "posts unwatch", typed)
        (choice,) = await world.fake.until(lambda: offered.choices)
        assert choice["name"].startswith("#square")
        used = await world.manages("unwatch", {"channel": choice["value"]})
        assert "I follow #square / harvest no longer" in text_of(used)
        (left,) = world.services.ledger.channels.watched("discord")
        assert left.id == f"discord:{world.square.id}"


async def test_an_archived_private_thread_is_known_to_those_alone_who_are_in_it(
    world: World,
) -> None:
    assert world.guild.me
    bea, eve = world.guild.add_member("bea"), world.guild.add_member("eve")
    inside = [world.guild.me, world.ada, bea]
    thread = world.square.add_thread("hush", world.ada, private=True, members=inside)
    id_ = str(thread.id)
    async with world.bot():
        await world.uses("posts watch", {"channel": thread}, who=world.ada)
        await world.holds(0)
        await world.fake.archives(thread)
        for who, sees in ((world.chief, False), (eve, False), (bea, True), (world.ada, True)):
            status = await world.uses("posts status", who=who)
            assert ("#square" in text_of(status)) is sees
            offered = await _offered(world, "hush", who)
            assert offered == ([id_] if sees else [])
        for name in (id_, f"<#{id_}>", "square", "hush"):
            used = await world.manages("unwatch", {"channel": name})
            assert "is not being watched" in text_of(used)
            assert "#square" not in text_of(used)
        assert watched(world) == {"#square"}
        used = await world.uses("posts unwatch", {"channel": id_}, who=bea)
        assert "I follow #square / hush no longer" in text_of(used)
        assert watched(world) == set()


async def test_a_thread_of_which_discord_does_not_tell_is_known_to_no_ordinary_admin(
    world: World,
) -> None:
    thread = world.square.add_thread("harvest", world.ada)
    owner = world.guild.members[world.guild.owner_id]
    async with world.bot():
        await world.serves()
        await world.watches(thread)
        await world.fake.archives(thread)
        world.fake.fails("GET", f"/channels/{thread.id}", status=403, code=50001)
        assert await _offered(world, "", world.chief) == []
        assert await _offered(world, "", owner) == [str(thread.id)]


async def test_completion_asks_for_few_channels_at_each_letter_and_for_none_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "COMPLETION_SECONDS", PATIENCE_SECONDS)
    async with world.bot():
        await world.serves()
        ids = []
        for number in range(30):
            thread = world.square.add_thread(f"harvest {number}", world.ada, archived=True)
            name, guild = f"discord:{thread.id}", f"discord:{world.guild.id}"
            world.services.ledger.channels.put(Channel(name, "discord", guild, "#square"))
            ids.append(thread.id)
        for letters, asked in (("", 25), ("h", 25), ("harvest 2", 30), ("harvest 29", 30)):
            assert await _offered(world, letters, world.chief)
            assert sum(len(world.fake.asked("GET", f"/channels/{id_}")) for id_ in ids) == asked


@pytest.mark.parametrize("is_slow", [True, False])
async def test_completion_shows_what_it_has_where_discord_is_slow_or_fails(
    world: World, monkeypatch: pytest.MonkeyPatch, *, is_slow: bool
) -> None:
    monkeypatch.setattr(watching, "COMPLETION_SECONDS", 0.05 if is_slow else PATIENCE_SECONDS)
    assert world.guild.me
    inside = [world.guild.me, world.ada, world.chief]
    thread = world.square.add_thread("harvest", world.ada, private=True, members=inside)
    async with world.bot():
        await world.watches(world.square)
        await world.watches(thread)
        await world.fake.archives(thread)
        path = f"/channels/{thread.id}/thread-members/{world.chief.id}"
        hold = world.fake.holds("GET", path)
        if not is_slow:
            hold.release()
            world.fake.cuts("GET", path, times=99)
        assert await _offered(world, "", world.chief) == [str(world.square.id)]
        hold.release()


async def _offered(world: World, typed: str, who: Member) -> list[str]:
    """Return the channels that completion offers."""
    options = {"channel": typed}
    act = await world.fake.autocompletes(who, world.square, "posts unwatch", options)
    await world.fake.until(lambda: act.choices is not None)
    return [each["value"] for each in act.choices or ()]


async def test_a_thread_goes_by_its_own_name_also_at_rest(world: World) -> None:
    old = world.square.add_thread("old oven talk", world.ada, archived=True)
    old.add_message(world.ada, OVEN)
    own = "#square / old oven talk"
    async with world.bot():
        await world.serves()
        for said in (f"I follow {own} no longer", "I follow 2 channels no longer"):
            used = await world.manages("watch", {"channel": old})
            assert "I keep the messages of #old oven talk from now on" in text_of(used)
            await world.manages("watch", {"more": "square"})
            used = await world.manages("status")
            assert own in text_of(used).replace("\\", "")
            named = "old oven talk" if "2" not in said else f"{old.mention}, #square"
            used = await world.manages("unwatch", {"channel": named})
            assert said in text_of(used).replace("\\", "")
            assert watched(world) == ({"#square"} if "2" not in said else set())
        used = await world.manages("why", {"channel": old})
        assert "old oven talk" in text_of(used)
        used = await world.manages("watch", {"more": f"nonsense, <#1> {world.square.mention}"})
        assert "I find no nonsense, <#1> that you and I may read" in text_of(used).replace("\\", "")
        assert watched(world) == {"#square"}


async def test_a_thread_at_rest_is_read_and_what_was_missed_of_it_is_caught_up_with(
    world: World,
) -> None:
    old = world.square.add_thread("old oven talk", world.ada, archived=True)
    old.add_message(world.ada, OVEN)
    async with world.bot():
        await world.serves()
        used = await world.manages("watch", {"channel": old})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        assert "That failed" not in text_of(used)
        assert OVEN in (await world.asks("when is the oven lit?")).text
    old.add_message(world.ada, GOATS)  # it woke up meanwhile, and rests again
    async with world.bot():
        await world.holds(2)


async def test_a_channel_of_a_category_that_its_admin_does_not_see_is_told_of_to_nobody(
    world: World,
) -> None:
    farm = world.guild.add_channel("farm", Kind.CATEGORY)
    barn = world.guild.add_channel("barn", parent=farm)
    readers = [each for each in (world.ada, world.guild.me) if each]
    vault = world.guild.add_channel("vault", parent=farm, readers=readers)
    lost = world.guild.add_channel("lost", parent=farm, readers=[world.ada])
    barn.add_message(world.ada, OVEN)
    async with world.bot():
        used = await world.manages("watch", {"channel": farm})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        assert "I keep the messages of #barn from now on" in text_of(used)
        assert not [each for each in (vault, lost) if str(each.id) in text_of(used)]
        used = await world.manages("watch", {"more": f"{vault.mention} {lost.id}"})
        assert f"I find no {vault.id}, {lost.id} that you and I may read" in text_of(used)
        used = await world.manages("unwatch", {"channel": str(vault.id)})
        assert f"{vault.id} is not being watched" in text_of(used)
