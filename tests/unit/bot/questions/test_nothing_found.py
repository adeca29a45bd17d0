"""A typed name that no post has is told with what may have been meant, where that is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.question_and_answer import Answer
from bot.questions.nothing_found import NothingFound
from index.search_scope import Filters
from tests.fakes.bot.ledgers import NOW
from tests.fakes.bot.questions import question
from tests.fakes.index.encoders import HashingEncoder
from tests.unit.bot.questions.conftest import OVEN, PUBLIC, opened_services

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("audience", "workspace", "is_private", "suggests"),
    [
        (PUBLIC, "discord:1", True, True),
        (PUBLIC, "discord:1", False, False),
        (PUBLIC, "", True, False),  # a direct message stands when its reader may read less
        (None, "", True, True),  # the terminal's
    ],
)
async def test_what_may_have_been_meant_is_named_where_no_message_keeps_it(
    tmp_path: Path, audience: frozenset[str] | None, workspace: str, *,
    is_private: bool, suggests: bool,
) -> None:  # fmt: skip
    with opened_services(tmp_path, encoder=HashingEncoder()) as services:
        await services.library.save([OVEN])
        asked = question(
            "when is it lit?", NOW, audience=audience, workspace_id=workspace,
            is_private=is_private, filters=Filters(author="Adda"),
        )  # fmt: skip
        told = await NothingFound(services.library, services.ledger.channels).told(
            Answer(asked, (), (), 0.0, 0.0)
        )
    assert told.wrong_name is not None
    assert ("from:Ada" in str(told.wrong_name)) is suggests
