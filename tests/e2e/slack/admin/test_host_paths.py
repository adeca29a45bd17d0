"""Where the host keeps a file is said in no chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


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
    rig: Rig, name: str, content: bytes, reason: str
) -> None:
    slack = rig.slack
    slack.ada.locale = "fr-FR"
    path = slack.direct_channel(slack.ada)
    async with rig.running():
        await slack.shares_file(slack.ada, path, name, content)
        offer = await rig.hears(path, f"Importer {name} ?")
        for count, way in enumerate(("preview", "import")):
            await slack.presses(slack.ada, offer, "import")
            await slack.until(lambda: len(slack.views) > count)  # noqa: B023 - at once
            values = {"audience": f"slack:{slack.team.id}", "way": way}
            await slack.submits_view(slack.ada, slack.views[count], values)
            said = shown(await rig.hears(path, "1 refusé", times=count + 1))
            assert f"• {name}{reason}" in said
            assert str(rig.folder) not in said


async def test_what_was_remembered_of_a_channel_s_error_names_no_path(rig: Rig) -> None:
    slack = rig.slack
    gone = Channel(
        f"slack:{slack.team.id}/{slack.general.id}", "slack", slack.team.id, "#general",
        error=f"another process is using {rig.folder}: try again later",
    )  # fmt: skip
    rig.services.ledger.channels.put(gone)
    reading = slack.faults.held("conversations.history")
    async with rig.running():
        await slack.until(reading.arrived.is_set)  # once it is read, no error is remembered
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await rig.hears(slack.general, "#general: it could not be read")
        reading.release.set()
