"""Who asked to be forgotten is in no byte of the data folder, and is never stored again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import Rig, shown
from tests.e2e.slack.sync.test_channel_sync import watches
from tests.fakes.archives import zipped
from tests.fakes.bytes import traces
from tests.fakes.slack.exporting import exported

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Zwetschgendatschi is baked in the village oven on Thursdays only."
MARKS = (b"zwetschgen", b"Quetzalcoatl", b"xylophone")


async def test_nothing_is_left_and_nothing_comes_back(rig: Rig, tmp_path: Path) -> None:
    slack, ben = rig.slack, rig.slack.benoit
    ben.name, ben.locale = "Quetzalcoatl", "en-US"
    told = slack.wrote(ben, slack.general, TEXT)
    slack.wrote(slack.ada, slack.general, "Yes, on that day.", thread=told)
    async with rig.running():
        await watches(rig, slack.general)
        direct = slack.direct_channel(ben)
        await slack.direct_message(slack.ada, "what is baked on Thursdays?")
        theirs = await rig.hears(slack.direct_channel(slack.ada), TEXT)
        await slack.direct_message(ben, "what Zwetschgendatschi is baked, by xylophone players?")
        own = await rig.hears(direct, TEXT)
        assert {each for _, each in traces(tmp_path, MARKS)} == set(MARKS)
        await slack.uses_command(ben, slack.general, "/forget-me")
        await slack.until(lambda: "forget_me" in str(slack.general.ephemerals[-1].message.blocks))
        sure = slack.general.ephemerals[-1]
        await slack.presses(ben, sure, "forget_me")
        await slack.until(lambda: TEXT not in shown(theirs) and TEXT not in shown(own))
        await slack.until(lambda: "gone" in shown(sure.message))
        assert traces(tmp_path, MARKS) == set()
        await slack.says(ben, slack.general, TEXT)
        await slack.edits(told, f"{TEXT} Still.")
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "Done: ", times=2)
        files = exported(slack)
        file = zipped(tmp_path / "export.zip", files)
        await rig.services.library.import_posts(file, None, "everyone", lambda *_: None)
        file.unlink()
        assert traces(tmp_path, MARKS) == set()
        assert len(await rig.stored(slack.general)) == 1
