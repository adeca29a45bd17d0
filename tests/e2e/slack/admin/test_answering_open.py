"""Who hears of an admin's answer to an open question: who may read it, where all may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.admin.open_questions import unanswered
from tests.e2e.slack.conftest import shown
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.slack.shapes import user_json

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.slack.world import Channel, User


ASKED = "who lit the oven?"
WORDS = "Zoe lights the oven, says the board."


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forms be late: not the pace is looked at, but what stands in them."""
    monkeypatch.setattr(unanswered, "PLAN_SECONDS", PATIENCE_SECONDS)


async def asks(rig: Rig, who: User, place: Channel) -> None:
    """Let somebody ask in vain, and wait until they are told so."""
    await rig.knows_something()
    slack, nothing = rig.slack, "Nothing in the posts"
    before = sum(nothing in shown(each) for each in rig.said(place))
    await slack.says(who, place, f"{slack.team.bot.mention} {ASKED}")
    await rig.hears(place, nothing, times=before + 1)


async def opens_form(rig: Rig) -> str:
    """Let Ada open the form of the only open question; return what stands in it."""
    slack = rig.slack
    await slack.uses_command(slack.ada, slack.secret, "/posts", "unanswered")
    await rig.hears(slack.secret, f"“{ASKED}”")
    await slack.presses(slack.ada, slack.secret.ephemerals[-1], "answer:1")
    await slack.until(lambda: slack.views)
    return str(slack.views[0].body["blocks"])


async def sends_form(rig: Rig) -> str:
    """Let Ada send it; return what she is told then."""
    slack = rig.slack
    await slack.submits_view(slack.ada, slack.views[0], {"text": WORDS})
    done = await rig.hears(slack.direct_channel(slack.ada), "it is a post now")
    return shown(done)


def told(rig: Rig, place: Channel) -> bool:
    return any(WORDS in shown(each) for each in rig.said(place))


async def test_a_guest_s_channel_is_told_nothing_and_full_members_are_told_directly(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await asks(rig, slack.gil, slack.general)
        await asks(rig, slack.benoit, slack.general)
        said = await opens_form(rig)
        assert f"“{ASKED}”" in said
        assert "all full members of this workspace" in said
        assert "Told directly: benoit." in said
        assert "Not told, because they may not read it: 1." in said
        done = await sends_form(rig)
        assert "1 user who asked is told" in done
        assert "Not told, because they may not read it: 1." in done
    assert told(rig, slack.direct_channel(slack.benoit))
    assert not told(rig, slack.direct_channel(slack.gil))
    assert not told(rig, slack.general)


async def test_a_channel_that_is_shared_with_others_is_told_nothing(rig: Rig) -> None:
    slack = rig.slack
    slack.partners.members.update({slack.olga.id, slack.benoit.id, slack.ada.id})
    async with rig.running():
        await asks(rig, slack.olga, slack.partners)
        await asks(rig, slack.benoit, slack.partners)
        assert "Told directly: benoit." in await opens_form(rig)
        assert "Not told, because they may not read it: 1." in await sends_form(rig)
    assert told(rig, slack.direct_channel(slack.benoit))
    assert not told(rig, slack.partners)


async def test_who_became_a_guest_since_is_not_told_though_they_asked(rig: Rig) -> None:
    slack = rig.slack
    slack.general.members.discard(slack.gil.id)
    async with rig.running():
        await asks(rig, slack.benoit, slack.general)
        assert "Told in #general: benoit." in await opens_form(rig)
        # Slack has not told us of it yet: it is looked up, and not taken as it was.
        slack.benoit.is_guest = True
        done = await sends_form(rig)
        assert "0 users who asked are told" in done
        assert "Not told, because they may not read it: 1." in done
    assert not told(rig, slack.general)
    assert not told(rig, slack.direct_channel(slack.benoit))


async def test_what_was_asked_where_the_admin_does_not_read_is_not_named(rig: Rig) -> None:
    slack = rig.slack
    closed = slack.world.add_channel(
        slack.team.id, "closed", "private", slack.team.bot, slack.benoit
    )
    async with rig.running():
        await rig.knows_something()
        await slack.uses_command(slack.ada, slack.general, "/ask", ASKED)
        await rig.hears(slack.general, "Nothing in the posts")
        await asks(rig, slack.benoit, closed)
        said = await opens_form(rig)
        assert "closed" not in said
        assert "benoit" not in said
        assert "Told directly: 1." in said
        assert "Told in …: 1." in said
        assert "2 users who asked are told" in await sends_form(rig)
    assert told(rig, closed)  # all its readers may read it


@pytest.mark.parametrize(("name", "where"), [("gil", "general"), ("olga", "partners")])
async def test_an_answer_that_guests_or_outsiders_alone_asked_for_is_for_their_channel(
    rig: Rig, name: str, where: str
) -> None:
    slack = rig.slack
    slack.partners.members.update({slack.olga.id, slack.ada.id})
    who, place = getattr(slack, name), getattr(slack, where)
    async with rig.running():
        await asks(rig, who, place)
        said = await opens_form(rig)
        assert "all full members" not in said
        assert f"Told in #{where}: {name}." in said
        assert "1 user who asked is told" in await sends_form(rig)
    assert told(rig, place)
    ids = await rig.services.library.ids(source="answers")
    (kept,) = (await rig.services.library.posts(ids)).values()
    assert kept.audience == f"slack:{place.id}"


async def test_what_is_written_by_who_is_no_admin_any_more_is_given_back(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await asks(rig, slack.benoit, slack.secret)
        await opens_form(rig)
        slack.ada.is_admin = False
        shown_now = user_json(slack.ada, slack.team, locale=True)
        await slack.sends_event({"type": "user_change", "user": shown_now})
        await slack.submits_view(slack.ada, slack.views[0], {"text": WORDS})
        refused = await rig.hears(slack.direct_channel(slack.ada), "may manage the posts")
        assert WORDS in str(refused.blocks)
