"""Where the host keeps a file is said in no chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from tests.e2e.discord.conftest import text_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


TWICE = b'{"id": "1", "text": "One."}\n{"id": "1", "text": "Two."}'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            "broken.zip",
            b"PK\x03\x04 no more",
            " : il est endommagé (ce n’est pas un fichier zip)",
        ),
        ("no.bin", b"\0\1\2", " : c’est un fichier binaire et non du texte : enregistrez"),
        ("posts.jsonl", TWICE, ", ligne 2 : son identifiant « posts:1 » est déjà pris par la"),
        ("posts.csv", b"a,b\n1,2\n", ", ligne 1 : il n’y a pas de colonne « text », seulement"),
        ("feed.xml", b"<rss><item><guid>1</guid></item></rss>", ", entrée 1 : le texte est vide"),
    ],
)
async def test_what_is_refused_goes_by_the_file_s_own_name(
    world: World, name: str, content: bytes, reason: str
) -> None:
    (file,) = world.square.add_message(world.chief, files={name: content}).attachments
    async with world.bot():
        for dry_run in (True, False):
            options = {"file": file, "dry_run": dry_run}
            used = await world.uses("posts import", options, who=world.chief, locale="fr")
            await world.fake.until(lambda: "1 refusé" in text_of(used))  # noqa: B023 - at once
            said = text_of(used).replace("\\", "")
            assert f"• {name}{reason}" in said
            assert str(world.settings.imports) not in said


async def test_what_was_remembered_of_a_channel_s_error_names_no_path(world: World) -> None:
    room = f"discord:{world.guild.id}"
    error = f"another process is using {world.settings.database}: try again later"
    gone = Channel("discord:1", "discord", room, "#gone", error=error)
    async with world.bot():
        await world.serves()  # else catching up may find that there is no such channel
        world.services.ledger.channels.put(gone)
        said = text_of(await world.manages("status"))
        assert "#gone: it could not be read" in said.replace("\\", "")
