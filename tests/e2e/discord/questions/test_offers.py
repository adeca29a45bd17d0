"""What is offered unasked in forums, and where the bot may not speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ledger.offers import Offer
from tests.contract.rooms.marking_rooms import MARK, RADIO
from tests.contract.rooms.offer_rooms import OFFERED
from tests.e2e.discord.conftest import text_of
from tests.e2e.discord.sync.test_answer_marks import forum_post
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message


async def test_a_post_in_a_forum_is_offered_what_answered_an_earlier_one_in_its_thread(
    world: World,
) -> None:
    solved = forum_post(world)
    forum = solved.parent
    (radio,) = (each for each in solved.messages if each.content == RADIO)
    async with world.bot():
        await world.serves()
        await world.watches(forum)
        await world.answered(await world.fake.uses_message_command(world.ada, radio, MARK))
        used = await world.manages("help-out", {"channel": forum, "how": "in the thread"})
        assert f"{forum.mention}, in the thread" in text_of(used)
        text = "It fails since Monday. How do I get the wifi of the harbour hut to work? Thanks!"
        thread = await world.fake.posts(world.guild.add_member("cleo"), forum, "Harbour hut", text)

        def offers() -> list[Message]:
            return [each for each in thread.said_by_bot() if OFFERED in each.text]

        (offer,) = await world.fake.until(offers)
        assert RADIO in offer.text
        assert solved.said_by_bot() == []


async def test_a_channel_in_which_the_bot_may_not_write_is_not_helped_out_in(world: World) -> None:
    me = world.guild.me
    assert me
    world.square.overwrites.append(Overwrite(me.id, 1, deny=Permission.SEND_MESSAGES))
    async with world.bot():
        used = await world.manages("help-out", {"channel": world.square, "how": "in the thread"})
        assert "I may not write in" in text_of(used)
        settings = world.services.ledger.settings.of("discord", f"discord:{world.guild.id}")
        assert settings.offering == {}
        used = await world.manages("help-out", {"channel": world.square, "how": "off"})
        assert "I no longer offer" in text_of(used)


async def test_the_status_counts_no_offers_of_a_channel_that_the_admin_does_not_see(
    world: World,
) -> None:
    async with world.bot():
        await world.serves()
        place = f"discord:{world.square.id}"
        offer = Offer(
            "1", "discord", f"discord:{world.guild.id}", place, "discord:1", "", "offered"
        )
        world.services.ledger.offers.claim(offer)
        assert world.square.mention in text_of(await world.manages("status"))
        denied = Overwrite(world.guild.id, 0, deny=Permission.VIEW_CHANNEL)
        mine = Overwrite(world.fake.world.bot.id, 1, allow=Permission.VIEW_CHANNEL)
        await world.fake.changes(world.square, overwrites=[denied, mine])
        used = await world.manages("status")
        assert world.square.mention not in text_of(used)
