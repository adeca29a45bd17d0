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


async def test_a_person_and_a_channel_are_picked_in_the_form(rig: Rig) -> None:
    slack = rig.slack
    own = f"slack:{slack.team.id}/{slack.benoit.id}"
    there = f"slack:{slack.team.id}/{slack.random.id}"
    await rig.stores(
        post(OVEN, "1", author="Ada"),
        post(MINE, f"{there}/1.0", source="#random", author="Benoit", author_id=own),
        post(LATER, "3", source="notes", author="Benoit", author_id=own),
    )
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask")
        (view,) = await slack.until(lambda: slack.views)
        values = {"question": "when is the oven lit?", "person": slack.benoit.id}
        await slack.submits_view(slack.ada, view, values)
        first = shown(await rig.hears(slack.general, MINE))
        assert LATER in first
        assert OVEN not in first
        values = {"question": "when is the oven lit now?", "channel": slack.random.id}
        await slack.uses_command(slack.ada, slack.general, "/ask")
        view = (await slack.until(lambda: slack.views[1:]))[0]
        await slack.submits_view(slack.ada, view, values)
        second = shown(await rig.hears(slack.general, MINE, times=2))
    assert LATER not in second
    assert OVEN not in second


async def test_a_form_that_asks_what_cannot_be_asked_stays_open_with_what_was_entered(
    rig: Rig,
) -> None:
    slack = rig.slack
    slack.benoit.locale = "en-US"
    await rig.stores(post(OVEN, "1", author="Ada", posted_at=datetime(2025, 4, 1, tzinfo=UTC)))
    async with rig.running():
        await slack.uses_command(slack.benoit, slack.general, "/ask")
        (view,) = await slack.until(lambda: slack.views)
        for values, field, said in (
            ({"question": "oven since:foo"}, "question", "since:foo is not a day"),
            ({"question": "oven -village"}, "question", "-village leaves nothing out here"),
            ({"question": "from:ada"}, "question", "There is no question"),
            ({"question": "when is the oven lit?", "from": "!?"}, "from", "from: needs a name"),
        ):
            answer = await slack.submits_view(slack.benoit, view, values)
            assert answer["response_action"] == "errors"
            assert list(answer["errors"]) == [field]
            assert said in answer["errors"][field]
        asked, me = "when is the oven lit?", slack.benoit.id
        for values, field, name in (
            ({"question": asked, "person": me, "from": "Ada"}, "from", "from"),
            ({"question": asked, "channel": slack.general.id, "in": "notes"}, "in", "in"),
            ({"question": f"{asked} from:ada", "person": me}, "question", "from"),
            ({"question": f"{asked} de:ada", "from": "Ben"}, "question", "from"),
            ({"question": f"{asked} in:notes", "channel": slack.general.id}, "question", "in"),
            ({"question": f"{asked} kind:post", "kind": "comment"}, "question", "kind"),
        ):
            answer = await slack.submits_view(slack.benoit, view, values)
            said = f"{name}: is said twice here: leave one of the two."
            assert answer["errors"] == {field: said}
        assert rig.said(slack.general) == []
        values = {"question": "when is the oven lit? since:2020", "from": "Ada", "in": "notes"}
        values |= {"until": "2100-01-01"}
        assert await slack.submits_view(slack.benoit, view, values) == {}
        await rig.hears(slack.general, OVEN)
