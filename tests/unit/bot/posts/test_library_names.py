"""No file of one workspace renames what another stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.bot.libraries import unheard
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from bot.posts.library import Library
    from tests.fakes.bot.libraries import Files

SAID = replace(
    post("The oven is lit.", author="Ada", audience="discord:8"), id="discord:5/8/1",
    source="#town", author_id="discord:1", posted_at=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


async def test_a_file_of_a_chat_renames_only_what_its_workspace_may_change(
    library: Library, files: Files, tmp_path: Path
) -> None:
    own, other = tmp_path / "own.jsonl", tmp_path / "other.jsonl"
    files.put(own, SAID)
    await library.import_posts(own, None, "discord:8", unheard, lambda label: label == "discord:8")
    newer = replace(
        SAID, id="discord:5/9/2", author="Nobody", audience="discord:9", posted_at=None,
    )  # fmt: skip
    files.put(other, replace(newer, posted_at=datetime(2099, 1, 1, tzinfo=UTC)))
    for label, name in (("discord:9", "Ada"), ("discord:8", "Nobody")):
        allowed = {label, "discord:9"}
        await library.import_posts(other, None, label, unheard, allowed.__contains__)
        stored = await library.posts([SAID.id])
        assert stored[SAID.id].author == name
