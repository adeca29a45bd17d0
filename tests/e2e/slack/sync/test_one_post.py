"""A message is one post, met live, in the past of a channel, and in an export."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN, Rig
from tests.e2e.slack.sync.test_channel_sync import until_stored, watches
from tests.fakes.archives import zipped
from tests.fakes.slack.exporting import exported

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.slack.world import Channel


def wrote(rig: Rig, place: Channel) -> None:
    """Fill a channel with whatever a message may carry."""
    slack = rig.slack
    said = f"Ask {slack.ada.mention} &amp; <#{slack.secret.id}>, <https://posts.example/1|Bread>."
    root = slack.wrote(slack.benoit, place, said)
    slack.wrote(slack.ada, place, OVEN, thread=root)
    linked = slack.wrote(slack.ada, place, "<https://posts.example/2>")
    linked.attachments = [{"id": 1, "title": "Rye &amp; wheat", "text": "How to bake."}]
    filed = slack.wrote(slack.ada, place, "")
    filed.subtype = "file_share"
    filed.shared = [{"id": "F1", "name": "a.txt", "title": "The list", "mode": "snippet",
                     "preview": "Flour, salt.", "user": slack.ada.id}]  # fmt: skip
    slack.wrote(slack.ada, place, "Not this.").reactions["no_entry_sign"] = [slack.ada.id]
    slack.wrote(slack.robot, place, "Beep.")
    slack.wrote(slack.robot, place, "Boop.").bot_id = ""  # an app's all the same


async def test_an_export_of_what_was_met_live_changes_nothing(rig: Rig, tmp_path: Path) -> None:
    slack = rig.slack
    for place in (slack.general, slack.secret):
        wrote(rig, place)
    async with rig.running():
        await watches(rig, slack.general)
        await slack.uses_command(slack.ada, slack.secret, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "Done: ", times=2)
        assert len(await rig.services.library.ids_under("slack:")) == 10
        texts = (await rig.stored(slack.general)).keys()
        assert {"https://posts.example/2", "How to bake."} <= texts
        assert "The list\n\nFlour, salt." in texts
        file = zipped(tmp_path / "export.zip", exported(slack))
        known = await rig.services.library.posts(await rig.services.library.ids_under("slack:"))
        counts = await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 10)
        assert known == await rig.services.library.posts(list(known))


async def test_an_older_export_brings_back_neither_what_was_deleted_nor_what_was_edited(
    rig: Rig, tmp_path: Path
) -> None:
    slack = rig.slack
    edited = slack.wrote(slack.ada, slack.general, OVEN)
    deleted = slack.wrote(slack.benoit, slack.general, "Nets hang in the harbour.")
    file = zipped(tmp_path / "export.zip", exported(slack))
    async with rig.running():
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        await watches(rig, slack.general)
        moved = "The village oven is lit on Mondays now."
        await slack.edits(edited, moved)
        await slack.deletes(deleted)
        await until_stored(rig, slack.general, moved)
        counts = await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 1)
        await until_stored(rig, slack.general, moved)
        part = {path: data for path, data in exported(slack).items() if "general/" not in path}
        zipped(file, part)
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        await until_stored(rig, slack.general, moved)


async def test_what_a_channel_tells_of_an_export_s_messages_adds_their_links_alone(
    rig: Rig, tmp_path: Path
) -> None:
    slack = rig.slack
    wrote(rig, slack.general)
    async with rig.running():
        file = zipped(tmp_path / "export.zip", exported(slack))
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        known = await rig.services.library.posts(await rig.services.library.ids_under("slack:"))
        assert len(known) == 5
        await watches(rig, slack.general)
        told = await rig.services.library.posts(list(known))
        assert known == {id_: replace(each, url=None) for id_, each in told.items()}


async def test_what_was_gone_before_a_channel_was_watched_goes_when_it_is(
    rig: Rig, tmp_path: Path
) -> None:
    slack = rig.slack
    slack.wrote(slack.ada, slack.general, OVEN)
    gone = slack.wrote(slack.benoit, slack.general, "Nets hang in the harbour.")
    file = zipped(tmp_path / "export.zip", exported(slack))
    slack.general.messages.remove(gone)
    async with rig.running():
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        await watches(rig, slack.general)
        await until_stored(rig, slack.general, OVEN)


async def test_an_author_keeps_a_message_of_an_export_out_and_lets_it_in_again(
    rig: Rig, tmp_path: Path
) -> None:
    slack = rig.slack
    said = slack.wrote(slack.benoit, slack.general, OVEN)
    file = zipped(tmp_path / "export.zip", exported(slack))
    async with rig.running():
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        await slack.reacts(slack.benoit, said, "no_entry_sign")
        await until_stored(rig, slack.general)
        await slack.takes_reaction_back(slack.benoit, said, "no_entry_sign")
        await until_stored(rig, slack.general, OVEN)
