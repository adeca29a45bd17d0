"""What only Slack has of watching: the form that Home opens, and invitations by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN, shown

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


def watched(rig: Rig) -> set[str]:
    return {each.name for each in rig.services.ledger.channels.watched("slack")}


async def test_home_opens_a_form_in_which_channels_are_chosen(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.random, OVEN)
    async with rig.running():
        await slack.opens_home(slack.ada)
        await slack.until(lambda: slack.ada.id in slack.homes)
        await slack.presses(slack.ada, slack.homes[slack.ada.id], "posts:watch")
        (form,) = await slack.until(lambda: slack.views)
        chosen = {"channels": [slack.random.id, slack.secret.id], "more": ["new:yes"]}
        await slack.submits_view(slack.ada, form, chosen)
        direct = slack.direct_channel(slack.ada)
        said = await rig.hears(direct, "I keep the messages of 2 channels from now on")
        assert "Public channels that are made later are watched, too." in shown(said)
        await rig.hears(direct, "Done: 1 new")
        assert watched(rig) == {"#random", "#secret"}
        keys = [str(each.metadata) for each in rig.said(direct)]
        assert len({*keys}) == len(keys) > 1
        again = await slack.uses_command(slack.ada, direct, "/posts", "watch")
        await again.settled.wait()
        form = (await slack.until(lambda: slack.views[1:]))[0]
        await slack.submits_view(slack.benoit, form, {"channels": [slack.general.id]})
        await rig.hears(slack.direct_channel(slack.benoit), "Seules les personnes")
        assert watched(rig) == {"#random", "#secret"}


async def test_an_invitation_by_a_member_is_offered_to_an_admin_who_sees_the_channel(
    rig: Rig,
) -> None:
    slack = rig.slack
    lair = slack.world.add_channel(slack.team.id, "lair", "private", slack.benoit)
    async with rig.running():
        await slack.joins(slack.team.bot, lair, inviter=slack.benoit)
        await slack.joins(slack.team.bot, slack.random, inviter=slack.benoit)
        direct = slack.direct_channel(slack.ada)
        offer = await rig.hears(direct, "I am in #random now.")
        await slack.presses(slack.ada, offer, "posts:watch")
        await rig.hears(direct, "Reading #random")
        await rig.hears(direct, "Done: ")
        assert watched(rig) == {"#random"}
        assert not [each for each in rig.said(direct) if "lair" in shown(each)]


async def test_what_is_watched_is_offered_to_nobody(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", f"watch {slack.random.id}")
        await rig.hears(slack.direct_channel(slack.ada), "Done: ")
        await slack.joins(slack.team.bot, slack.random, inviter=slack.ada)
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await rig.hears(slack.general, "#random: indexed up to")
        every = (*slack.random.ephemerals, *slack.general.ephemerals)
        assert not [each for each in every if "Shall I keep" in shown(each.message)]


async def test_a_private_channel_is_named_to_no_admin_who_is_not_in_it(rig: Rig) -> None:
    slack = rig.slack
    team, place = slack.team.id, slack.general
    lair = slack.world.add_channel(team, "lair", "private", slack.team.bot, slack.benoit)
    rig.more["admins"] = frozenset({slack.benoit.id})

    async def told(text: str, said: str) -> None:
        before = sum(said in shown(each) for each in rig.said(place))
        await slack.uses_command(slack.ada, place, "/posts", text)
        await rig.hears(place, said, times=before + 1)

    async with rig.running():
        for typed in (lair.id, f"<#{lair.id}>", f"<#{lair.id}|>"):
            await told(f"watch {typed}", f"I find no {lair.id} that you and I may read")
            await told(f"why {typed}", f"I find no {lair.id} that you and I may read")
            await told(f"unwatch {typed}", f"{lair.id} is not being watched")
        await slack.uses_command(slack.benoit, lair, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.benoit), "#lair")
        await told("unwatch lair", "lair is not being watched")
        await told("status", "There are no posts yet")
        for typed in (lair.id, f"<#{lair.id}>"):
            await told(f"unwatch {typed}", f"{lair.id} is not being watched")
    seen = [*rig.said(place), *rig.said(slack.direct_channel(slack.ada))]
    assert not [each for each in seen if "#lair" in shown(each)]
    assert watched(rig) == {"#lair"}


async def test_a_private_channel_that_its_admin_just_made_is_watched_at_once(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        direct = slack.direct_channel(slack.ada)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await slack.until(lambda: rig.said(direct))  # which rooms she reads is known from now on
        lair = slack.world.add_channel(slack.team.id, "lair", "private", slack.ada)
        slack.wrote(slack.ada, lair, OVEN)
        await slack.joins(slack.team.bot, lair, inviter=slack.ada)
        await slack.uses_command(slack.ada, lair, "/posts", "watch")
        await rig.hears(lair, "I keep the messages of #lair from now on")
    assert watched(rig) == {"#lair"}


async def test_channels_go_by_names_and_commas_and_what_is_none_is_named(rig: Rig) -> None:
    slack, place = rig.slack, rig.slack.general
    mentioned = f"watch <#{slack.random.id}|random>,<#{slack.secret.id}|secret>, nosuch"
    said = {
        "watch frob:yes": "I do not know “frob:yes”",
        "watch random new:maybe": "I do not know “new:maybe”",
        "why nosuch": "I find no nosuch that you and I may read",
        "why random": "Nothing of #random is stored",
        "watch #random": "I keep the messages of #random from now on",
        mentioned: "I keep the messages of 2 channels from now on",
    }
    async with rig.running():
        for typed, answer in said.items():
            await slack.uses_command(slack.ada, place, "/posts", typed)
            await rig.hears(place, answer)
        await rig.hears(place, "I find no nosuch that you and I may read", times=2)
        await slack.uses_command(slack.ada, slack.direct_channel(slack.ada), "/posts", "why")
        await rig.hears(slack.direct_channel(slack.ada), "Name the channel: /posts why #channel.")
        assert watched(rig) == {"#random", "#secret"}


async def test_private_and_archived_channels_go_by_name_where_both_read_them(rig: Rig) -> None:
    slack, world, bot = rig.slack, rig.slack.world, rig.slack.team.bot
    world.add_channel(slack.team.id, "old", "public", slack.benoit).is_archived = True
    world.add_channel(slack.team.id, "mine", "private", bot, slack.ada)
    world.add_channel(slack.team.id, "theirs", "private", bot, slack.benoit)
    place, said = (
        slack.general,
        {
            "why mine": "Nothing of #mine is stored",
            "why #old": "Nothing of #old is stored",
            "why theirs": "I find no theirs that you and I may read",
            "why hidden": "I find no hidden that you and I may read",
            "watch old": "I find no old that you and I may read",
            "watch theirs": "I find no theirs that you and I may read",
            "watch #mine": "I keep the messages of #mine from now on",
        },
    )
    async with rig.running():
        for typed, answer in said.items():
            await slack.uses_command(slack.ada, place, "/posts", typed)
            await rig.hears(place, answer)
        assert watched(rig) == {"#mine"}


async def test_a_channel_that_is_not_found_is_called_as_it_was_named(rig: Rig) -> None:
    slack, place = rig.slack, rig.slack.general
    lair = slack.world.add_channel(slack.team.id, "lair", "private", slack.team.bot, slack.benoit)
    typed = f"<#{lair.id}|hidden>"
    async with rig.running():
        for number, (verb, said) in enumerate(
            [
                ("watch", "I find no #hidden that you and I may read"),
                ("why", "I find no #hidden that you and I may read"),
                ("unwatch", "#hidden is not being watched."),
            ]
        ):
            await slack.uses_command(slack.ada, place, "/posts", f"{verb} {typed}")
            await rig.hears(place, said, times=number % 2 + 1)
    assert not [each for each in rig.said(place) if lair.id in shown(each)]


async def test_what_a_command_replies_says_not_for_ever_that_the_work_goes_on(rig: Rig) -> None:
    slack, place = rig.slack, rig.slack.general
    direct = slack.direct_channel(slack.ada)
    async with rig.running():
        await slack.uses_command(slack.ada, place, "/posts", f"watch {slack.random.id} {place.id}")
        await rig.hears(direct, "Reading 2 channels")
        await rig.hears(direct, "Done: ")
        await slack.uses_command(slack.ada, place, "/posts", "reindex")
        await rig.hears(place, "How far that is stands in our direct messages.")
        await rig.hears(direct, "Embedding the posts")
    private = [shown(each.message) for each in place.ephemerals]
    assert not [each for each in private if "Embedding" in each or "Reading" in each]
