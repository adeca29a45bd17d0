from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.admin.scheduled.digest import MOST, Digest, WeeklyDigests
from bot.admin.workspace_settings import SettingsEditor
from bot.errors import DeliveryError, KeptTooLong
from bot.ledger.ledger import Ledger
from bot.ledger.offers import Offer
from bot.ledger.workspace_settings import WorkspaceSettings
from index.error_sentences import Told
from tests.fakes.bot.ledgers import BEN, asked, missed
from tests.fakes.clock import MovedClock

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.question_and_answer import Question

HERE = "discord:42"


@dataclass
class Channels:
    """A digest channel whose readers may read the square, as a platform would tell."""

    fails: bool = False
    refuses: bool = False
    posted: list[tuple[str, str, Digest]] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)

    async def seen_in(
        self,
        workspace_id: str,  # noqa: ARG002 - the port's
        channel_id: str,  # noqa: ARG002 - the port's
        questions: Sequence[Question],
    ) -> Collection[str]:
        return {each.conversation for each in questions} & {"discord:10"}

    async def is_open(self, workspace_id: str, channel_id: str) -> bool:
        assert workspace_id == HERE
        return channel_id not in self.closed

    async def tell_lost(self, workspace_id: str) -> bool:
        self.told.append(workspace_id)
        return len(self.told) > 1  # at first, nobody can be told

    async def post(self, workspace_id: str, channel_id: str, digest: Digest, mark: str) -> bool:
        assert mark
        if self.refuses:
            return False
        if self.fails:
            raise DeliveryError(Told("closed"))
        self.posted.append((workspace_id, channel_id, digest))
        return True


async def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Give all texts one vector: their words alone tell them apart."""
    return np.ones((len(texts), 1), np.float32)


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def ledger(tmp_path: Path, clock: MovedClock) -> Iterator[Ledger]:
    with closing(Ledger.open(tmp_path / "ledger.db", timedelta(days=90), clock)) as opened:
        yield opened


def ask(ledger: Ledger, text: str, id_: str, **more: object) -> None:
    question = replace(asked(text, id_), asked_at=ledger.clock(), **more)  # type: ignore[arg-type]
    ledger.questions.keep(missed(question))


def choose(ledger: Ledger, **chosen: object) -> None:
    settings = WorkspaceSettings(**chosen)  # type: ignore[arg-type]
    SettingsEditor("discord", ledger).save(HERE, settings)


async def test_the_most_asked_come_first_and_the_rest_is_counted(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels()
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    ask(ledger, "Asked before it was chosen?", "old")
    clock.move(seconds=1)
    choose(ledger, digest_in="discord:7")
    for number in range(MOST + 2):
        ask(ledger, f"Who mends roof {number}?", f"q{number}")
    ask(ledger, "Who mends roof 5?", "ben", asker=BEN)
    ask(ledger, "Who mends roof 6?", "hidden", asker=BEN, conversation="discord:11")
    ask(ledger, "Who mends roof 7?", "alone", asker=BEN, is_private=True)
    clock.move(days=7)
    await digests.send_due()
    await digests.send_due()
    ((workspace, channel, digest),) = channels.posted
    assert (workspace, channel, len(digest.questions), digest.more) == (HERE, "discord:7", MOST, 2)
    first, second, *_ = digest.questions
    assert (first.question.text, first.times) == ("Who mends roof 5?", 2)
    assert second.times == 1


async def test_what_could_not_be_posted_is_posted_later(ledger: Ledger, clock: MovedClock) -> None:
    channels = Channels(fails=True)
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    choose(ledger, digest_in="discord:7")
    ask(ledger, "Who mends the roof?", "q1")
    clock.move(days=7)
    await digests.send_due()
    assert channels.posted == []
    channels.fails = False
    await digests.send_due()
    assert len(channels.posted) == 1


async def test_a_clock_that_was_set_back_costs_a_week_and_not_years(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels()
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    clock.move(days=3_000)
    choose(ledger, digest_in="discord:7")
    clock.move(days=-3_000)
    await digests.send_due()
    ask(ledger, "Who mends the roof?", "q1")
    clock.move(days=7, seconds=1)
    await digests.send_due()
    assert len(channels.posted) == 1


async def test_another_platform_and_a_workspace_without_a_channel_have_none(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels()
    choose(ledger, language="de")
    SettingsEditor("slack", ledger).save("T1", WorkspaceSettings(digest_in="slack:T1/C1"))
    ask(ledger, "Who mends the roof?", "q1")
    clock.move(days=8)
    await WeeklyDigests("discord", ledger, channels, vectors).send_due()
    assert channels.posted == []


def test_a_workspace_may_keep_its_questions_for_a_shorter_time(
    ledger: Ledger, clock: MovedClock
) -> None:
    choose(ledger, keep_days=5)
    ask(ledger, "Who mends the roof?", "q1")
    ask(ledger, "Who mends the roof?", "q2", workspace_id="discord:43")
    ledger.offers.claim(Offer("o1", "discord", HERE, "discord:10", "discord:1"))
    ledger.offers.claim(Offer("o2", "discord", "discord:43", "discord:10", "discord:1"))
    clock.move(days=5)
    ledger.forget_old()
    assert [ledger.offers.get(each) is None for each in ("o1", "o2")] == [True, False]
    assert ledger.questions.get("q1") is None
    assert ledger.questions.get("q2")


def test_no_workspace_keeps_questions_longer_than_the_installation(ledger: Ledger) -> None:
    with pytest.raises(KeptTooLong) as error:
        choose(ledger, keep_days=91)
    assert error.value.values == {"days": "90"}


@pytest.mark.parametrize("by_way_of", [["discord:8"], ["", "discord:7"]])
async def test_a_digest_that_moves_or_pauses_loses_nothing_that_was_asked(
    ledger: Ledger, clock: MovedClock, by_way_of: list[str]
) -> None:
    channels = Channels()
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    choose(ledger, digest_in="discord:7")
    clock.move(days=2)
    ask(ledger, "Where are goats kept?", "q1")
    clock.move(days=2)
    for each in by_way_of:
        choose(ledger, digest_in=each)
    clock.move(days=4)
    await digests.send_due()
    ((_, channel, digest),) = channels.posted
    assert channel == by_way_of[-1]
    assert [each.question.id for each in digest.questions] == ["q1"]


async def test_a_digest_that_begins_again_long_after_is_of_the_week_to_come(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels()
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    choose(ledger, digest_in="discord:7")
    choose(ledger, digest_in="")
    clock.move(days=2)
    ask(ledger, "Where are goats kept?", "q1")
    clock.move(days=20)
    choose(ledger, digest_in="discord:7")
    await digests.send_due()
    clock.move(days=8)
    await digests.send_due()
    assert channels.posted == []


async def test_questions_that_ask_the_same_are_one_as_on_the_list(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels()
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    choose(ledger, digest_in="discord:7")
    ask(ledger, "Where are goats kept?", "q1")
    ask(ledger, "Where is wine kept?", "q2")
    ask(ledger, "Where is the wine kept?", "q3", asker=BEN)
    clock.move(days=8)
    await digests.send_due()
    ((_, _, digest),) = channels.posted
    told = [(each.question.text, each.times) for each in digest.questions]
    assert told == [("Where is wine kept?", 2), ("Where are goats kept?", 1)]


async def test_an_admin_is_told_once_where_no_digest_can_be_posted_and_nothing_is_lost(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels(closed={"discord:7"})
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    editor = SettingsEditor("discord", ledger)
    choose(ledger, digest_in="discord:7")
    ask(ledger, "Where are goats kept?", "q1")
    clock.move(days=8)
    for _ in range(4):
        await digests.send_due()
        assert editor.has_lost_digest(HERE)
    assert channels.told == [HERE, HERE]  # the first time in vain
    choose(ledger, digest_in="discord:8")
    assert not editor.has_lost_digest(HERE)
    await digests.send_due()
    ((_, channel, digest),) = channels.posted
    assert (channel, len(digest.questions)) == ("discord:8", 1)
    choose(ledger, digest_in="discord:7")
    await digests.send_due()
    assert channels.told == [HERE] * 3


async def test_a_channel_that_refuses_the_digest_is_lost_until_it_takes_one(
    ledger: Ledger, clock: MovedClock
) -> None:
    channels = Channels(refuses=True)
    digests = WeeklyDigests("discord", ledger, channels, vectors)
    editor = SettingsEditor("discord", ledger)
    choose(ledger, digest_in="discord:7")
    ask(ledger, "Where are goats kept?", "q1")
    clock.move(days=8)
    for _ in range(4):
        await digests.send_due()
        assert editor.has_lost_digest(HERE)
    assert channels.told == [HERE, HERE]  # the first time in vain
    channels.refuses = False
    await digests.send_due()
    assert not editor.has_lost_digest(HERE)
    ((_, _, digest),) = channels.posted
    assert len(digest.questions) == 1
