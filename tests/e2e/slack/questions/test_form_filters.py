"""What is chosen in the form of a question narrows it: one's own posts, and until when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.e2e.slack.conftest import OVEN, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig

MINE = "The village oven is lit at seven, says the board."
LATER = "The village oven is lit at nine from summer on."


@pytest.mark.parametrize("myself", ["me", "Me", "moi"])
async def test_ones_own_posts_until_a_day_are_asked_for_by_form(rig: Rig, myself: str) -> None:
    slack = rig.slack
    own = f"slack:{slack.team.id}/{slack.benoit.id}"
    spring, autumn = datetime(2025, 4, 1, 12, tzinfo=UTC), datetime(2025, 10, 1, 12, tzinfo=UTC)
    await rig.stores(
        post(OVEN, "1", author="Ada", posted_at=spring),
        post(MINE, "2", author="Benoit", author_id=own, posted_at=spring),
        post(LATER, "3", author="Benoit", author_id=own, posted_at=autumn),
    )
    async with rig.running():
        await slack.uses_command(slack.benoit, slack.general, "/ask")
        (view,) = await slack.until(lambda: slack.views)
        values = {"question": "when is the oven lit?", "from": myself, "until": "2025-06-30"}
        assert await slack.submits_view(slack.benoit, view, values) == {}
        answer = shown(await rig.hears(slack.general, MINE))
    assert OVEN not in answer
    assert LATER not in answer
