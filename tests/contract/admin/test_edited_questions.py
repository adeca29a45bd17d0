"""What an admin answered stands when its question is edited, run on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.contract.admin.test_administering import (
    ASKED,
    WORDS,
    own_discord,
    rig,
    room,
    slack,
    world,
)
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.contract.rooms.admin_room import AdminRoom

__all__ = ["own_discord", "rig", "room", "slack", "world"]

WELL = "The old well behind the school is twelve metres deep."
GOATS = "The goats graze on the slope behind the mill."


async def test_a_question_that_is_edited_leaves_what_told_of_an_admin_s_answer(
    room: AdminRoom,
) -> None:
    async with room.open():
        await room.services.library.save(
            [post(each, each[4:8], audience=room.workspace) for each in (WELL, GOATS)]
        )
        await room.is_asked(ASKED)
        await room.posts("unanswered")
        await room.hears(f"“{ASKED}”")
        await room.answers(WORDS)
        await room.is_told(WORDS)
        await room.hears("it is a post now")
        await room.edits_question("how deep is the old well behind the school?")
        await room.is_told(WELL)
        await room.is_quoted("where do the goats graze?", GOATS)
        await room.is_told(WORDS)
        answers = room.services.ledger.answers
        assert answers.naming_nobody() == []
        assert [each.names_asker for each in answers.all() if each.is_beside] == [True]
