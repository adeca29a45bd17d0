"""A channel of another workspace of an organisation is as a private one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from adapters.chat.wording import wording_for
from adapters.slack.access.citable_posts import Audiences
from adapters.slack.access.directory import Directory, Person
from adapters.slack.admin.channels.why_not_cited import lines_of_why
from adapters.slack.admin.notifications import SlackAdmin
from adapters.slack.context import SlackContext
from adapters.slack.payloads import SlashCommand
from adapters.slack.sync.channel_kinds import ChannelKinds
from adapters.slack.sync.channel_reader import SlackReader
from bot.ledger.channels import Channel
from bot.sync.post_store import PostStore
from tests.fakes.bot.ledgers import asked
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE, ELSEWHERE = "T0ORCHARD", "T0MEADOW"
OURS, THEIRS = "C0OURS", "C0THEIRS"
CHANNELS = {
    OURS: {"id": OURS, "name": "square", "context_team_id": HERE},
    THEIRS: {"id": THEIRS, "name": "meadow", "context_team_id": ELSEWHERE},
}


@dataclass
class Answered:
    """What Slack answers."""

    data: dict[str, Any]


@dataclass
class Organisation:
    """Slack by a token of a whole organisation: it shows the channels of all its workspaces."""

    is_member: bool = False
    bot_user_id: str = "U0BOT"

    @property
    def client(self) -> Organisation:
        return self

    async def of(self, _team: str) -> Organisation:
        return self

    async def conversations_info(self, channel: str) -> Answered:
        return Answered({"channel": CHANNELS[channel] | {"is_member": self.is_member}})

    async def conversations_list(self, **_: object) -> Answered:
        return Answered({"channels": [*CHANNELS.values()]})

    async def users_conversations(self, **_: object) -> Answered:
        return Answered({"channels": [CHANNELS[THEIRS]]} if self.is_member else {})

    async def users_info(self, user: str, **_: object) -> Answered:
        return Answered({"user": {"id": user, "name": "ada", "team_id": HERE}})

    async def users_list(self, **_: object) -> Answered:
        return Answered({"members": []})


@dataclass
class World:
    """The parts that look channels up.

    Attributes:
        slack: Slack.
        context: What they stand on.
        store: Where posts of channels go.
    """

    slack: Organisation
    context: SlackContext
    store: PostStore
    kinds: ChannelKinds = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = ChannelKinds(self.context, self.store)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A workspace of an organisation."""
    unused: Any = None
    slack: Any = Organisation()
    with opened_services(tmp_path) as services:
        directory = Directory(slack)
        context = SlackContext(
            questions=unused, services=services, workspaces=slack, directory=directory,
            audiences=Audiences(slack, directory), sender=unused, tasks=unused, session=unused,
            settings=unused, imports=tmp_path, language="en",
        )  # fmt: skip
        yield World(slack, context, PostStore(services))


async def test_an_answer_to_what_was_asked_there_is_for_its_readers_alone(world: World) -> None:
    admin = SlackAdmin(world.context, HERE, Person("U1", "ada", team=HERE))
    there = [asked(conversation=f"slack:{HERE}/{channel}/1.2") for channel in (OURS, THEIRS)]
    found = [await admin.audiences(each) for each in there]
    assert found == [[f"slack:{HERE}", f"slack:{OURS}"], [f"slack:{THEIRS}"]]


async def test_no_member_of_the_workspace_sees_it_who_is_not_in_it(world: World) -> None:
    public = await world.context.directory.public(HERE)
    assert [each.id for each in public] == [OURS]
    seen = await world.context.audiences.of_person(HERE, "U1")
    assert seen == {"everyone", f"slack:{HERE}", f"slack:{OURS}"}


async def test_it_is_told_to_be_private_where_it_is_not_quoted(world: World) -> None:
    world.slack.is_member = True
    there = await world.context.directory.conversation(HERE, THEIRS)
    command = SlashCommand(HERE, "U1", OURS, "square", "why", "", "")
    lines = await lines_of_why(world.context, command, "", there, wording_for("en"))
    assert any("it is private" in each for each in lines)


async def test_its_name_is_followed_and_known_to_others_only_where_we_are_in(world: World) -> None:
    reader = SlackReader(world.context, Any, world.kinds)  # type: ignore[arg-type]
    records = [Channel(f"slack:{HERE}/{each}", "slack", HERE, "#old") for each in CHANNELS]
    assert [await reader.name_of(each) for each in records] == ["#square", None]
    for record in records:
        await world.kinds.check(record.id)
    assert [world.kinds.was_private(each.id) for each in records] == [False, False]  # not shown
    world.slack.is_member = True
    for record in records:
        world.context.directory.forget(HERE, record.id.rpartition("/")[2])
        await world.kinds.check(record.id)
    assert [world.kinds.was_private(each.id) for each in records] == [False, True]
    assert [await reader.name_of(each) for each in records] == ["#square", "#meadow"]
