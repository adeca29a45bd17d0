"""A post names whom and what its message names, as far as all its readers may know it."""

from __future__ import annotations

from adapters.discord.sync.message_to_post import to_posts
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.world import World


def test_roles_and_the_channels_that_every_reader_sees_go_by_their_names() -> None:
    guild = World().add_guild()
    square, news = guild.add_channel("square"), guild.add_channel("news")
    keepers = guild.add_role("keepers")
    board, ada = guild.add_channel("board", readers=[keepers]), guild.add_member("ada")
    hives = square.add_thread("hives", ada)
    said = f"{keepers.mention}: see {news.mention} {board.mention} {hives.mention} {square.mention}"
    mirror = Mirror(guild)
    for place, text in (
        (square, "@keepers: see #news #channel #channel #square"),
        (board, "@keepers: see #news #board #channel #square"),
    ):
        message = place.add_message(ada, said)
        (post,) = to_posts(mirror.message(message), mirror.me)
        assert post.text == text
