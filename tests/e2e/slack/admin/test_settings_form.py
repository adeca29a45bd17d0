"""What is wrong in the form of the settings is said in it, and the rest stays as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.slack.api.views import View
    from tests.fakes.slack.world import User


NO_DAYS = ("0", "00", "-1", "1.5", "1,000", "x7", "7 days", "+7", "9" * 20)


async def opened(rig: Rig, admin: User | None = None) -> View:
    slack = rig.slack
    before = len(slack.views)
    await slack.uses_command(admin or slack.ada, slack.general, "/posts", "settings")
    return (await slack.until(lambda: slack.views[before:]))[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *((each, f"“{each}” is no number of days from 1 to 90") for each in NO_DAYS),
        ("91", "90 days are the most"),
        ("700", "90 days are the most"),
    ],
)
async def test_a_wrong_value_leaves_the_form_open_with_all_that_was_entered(
    rig: Rig, days: str, said: str
) -> None:
    slack = rig.slack
    async with rig.running():
        form = await opened(rig)
        answer = await slack.submits_view(slack.ada, form, {"language": "de", "keep_days": days})
        assert answer["response_action"] == "errors"
        assert said in answer["errors"]["keep_days"]
        assert form.is_open
        settings = rig.services.ledger.settings
        assert settings.of("slack", slack.team.id).language == ""
        answer = await slack.submits_view(slack.ada, form, {"language": "de", "keep_days": "7"})
        assert not answer.get("errors")
        await rig.hears(slack.direct_channel(slack.ada), "Das gilt von jetzt an.")
        assert settings.of("slack", slack.team.id).keep_days == 7


async def test_a_channel_for_the_digest_that_we_may_not_write_in_is_told_at_its_field(
    rig: Rig,
) -> None:
    slack = rig.slack
    slack.random.members.discard(slack.team.bot.id)
    async with rig.running():
        form = await opened(rig)
        answer = await slack.submits_view(slack.ada, form, {"digest_in": [slack.random.id]})
    assert answer["errors"] == {
        "digest_in": "I may not write in #random: let me in there, then choose it again."
    }


async def test_settings_are_set_back_by_the_names_that_are_told(rig: Rig) -> None:
    slack, settings = rig.slack, rig.services.ledger.settings
    async with rig.running():
        form = await opened(rig)
        await slack.submits_view(slack.ada, form, {"language": "de", "keep_days": "7"})
        await rig.hears(slack.direct_channel(slack.ada), "Das gilt von jetzt an.")
        await slack.uses_command(slack.ada, slack.general, "/posts", "settings reset nosuch")
        told = slack.general.ephemerals
        await slack.until(lambda: told)
        assert "answer-in, quiet" in shown(told[-1].message)
        await slack.uses_command(slack.ada, slack.general, "/posts", "settings reset keep-days")
        await slack.until(lambda: len(told) > 1)
        assert settings.of("slack", slack.team.id).keep_days == 0
        assert settings.of("slack", slack.team.id).language == "de"


async def test_a_form_changes_only_what_its_sender_changed(rig: Rig) -> None:
    slack, team = rig.slack, rig.slack.team
    settings = rig.services.ledger.settings
    ben = slack.world.add_user(team.id, "ben", is_admin=True)
    for channel in (slack.general, slack.random):
        channel.members |= {ben.id, slack.ada.id, team.bot.id}
    async with rig.running():
        theirs, own = await opened(rig), await opened(rig, ben)
        chosen = {"language": "de", "keep_days": "20", "quiet_in": [slack.random.id]}
        assert not await slack.submits_view(slack.ada, theirs, chosen)
        await rig.hears(slack.direct_channel(slack.ada), "Das gilt von jetzt an.")
        assert not await slack.submits_view(
            ben, own, {"goes_on": "no", "quiet_in": [slack.general.id]}
        )
        await rig.hears(slack.direct_channel(ben), "Das gilt von jetzt an.")
        found = settings.of("slack", team.id)
        assert (found.language, found.keep_days, found.goes_on) == ("de", 20, False)
        quiet = {f"slack:{team.id}/{each.id}" for each in (slack.general, slack.random)}
        assert found.quiet_in == quiet
        again = await opened(rig, ben)  # what is taken out of a form by hand is set back
        assert not await slack.submits_view(ben, again, {"keep_days": "", "quiet_in": []})
        await rig.hears(slack.direct_channel(ben), "Das gilt von jetzt an.", times=2)
        found = settings.of("slack", team.id)
        assert (found.language, found.keep_days, found.goes_on) == ("de", 0, False)
        assert found.quiet_in == frozenset()


async def test_only_full_members_may_be_named_to_look_after_the_posts(rig: Rig) -> None:
    slack, team = rig.slack, rig.slack.team
    guest = slack.world.add_user(team.id, "gil", is_guest=True)
    bob = slack.world.add_user(team.id, "bob")
    async with rig.running():
        form = await opened(rig)
        for each in (guest, team.bot):
            answer = await slack.submits_view(slack.ada, form, {"admins": [bob.id, each.id]})
            said = f"@{each.name} is no full member of this workspace: guests"
            assert answer["errors"]["admins"].startswith(said)
        assert not await slack.submits_view(slack.ada, form, {"admins": [bob.id]})
        await rig.hears(slack.direct_channel(slack.ada), "That is set from now on.")
        admins = rig.services.ledger.settings.of("slack", team.id).admins
        assert admins == {f"slack:{team.id}/{bob.id}"}
