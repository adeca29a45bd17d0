"""A ledger is copied from either kind of database to either."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger import moving
from bot.ledger.channel_groups import ChannelGroup
from bot.ledger.channels import Channel
from bot.ledger.jobs import new_job
from bot.ledger.moving import copy, finish
from bot.ledger.offers import Offer
from bot.ledger.questions.answers import Cited
from bot.ledger.schema import TABLES
from bot.ledger.workspace_settings import WorkspaceSettings
from tests.fakes.bot.ledger_places import LedgerInFile
from tests.fakes.bot.ledgers import ADA, NOW, asked, found, missed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ledger.database import Database
    from bot.ledger.ledger import Ledger
    from tests.fakes.bot.ledger_places import LedgerPlace

HOME = "discord:42"


@pytest.fixture(params=["there", "back"])
def pair(
    request: pytest.FixtureRequest, place: LedgerPlace, tmp_path: Path
) -> Iterator[tuple[Ledger, Ledger]]:
    """Two ledgers, the first with a row in every table."""
    pair = [place, LedgerInFile(tmp_path / "other" / "ledger.db")]
    if request.param == "back":
        pair.reverse()
    with closing(pair[0].open()) as source, closing(pair[1].open()) as target:
        fill(source)
        yield source, target


def fill(ledger: Ledger) -> None:
    """Remember all that there may be."""
    ledger.questions.keep(found(asked("And \0 the oven?"), "1"))
    ledger.questions.keep(missed(asked("Très?", "q2", audience=None, is_private=True)))
    ledger.questions.rate("q1", ADA, is_good=False, comment="no")
    ledger.answers.put(
        "discord:1/2", "q1", [Cited(1, "notes:1", "abc", 0, 9)], page=2, names_asker=True
    )
    ledger.answers.mark_deleted(["notes:1"])
    ledger.answers.put("discord:1/3", "", [], page=1, names_asker=False)
    ledger.deliveries.claim("discord:1/2")
    ledger.deliveries.claim("discord:1/4")
    ledger.deliveries.finish("discord:1/4")
    ledger.channels.put(Channel("discord:1/2", "discord", HOME, "square", read_at=NOW))
    for apps in (True, False, None):
        ledger.groups.put(ChannelGroup(f"discord:{apps}", "discord", HOME, takes_apps=apps))
    ledger.jobs.put(
        new_job(
            "discord", "watch", "discord:1/2", workspace_id=HOME, audience="", locale="fr",
            started_at=NOW,
        )
    )  # fmt: skip
    ledger.settings.put("discord", HOME, WorkspaceSettings(language="de", goes_on=False))
    ledger.offers.claim(Offer("o1", "discord", HOME, "discord:1/2", "discord:1"))
    ledger.conversations.note_direct("discord:1", ADA)
    ledger.note("installation", "secret")


def contents(database: Database) -> dict[str, list[object]]:
    return {
        each: sorted(map(list, database.rows(f"SELECT * FROM {each}")), key=repr)  # noqa: S608 - our own tables
        for each in TABLES
    }


def test_every_table_is_copied_and_reads_the_same(pair: tuple[Ledger, Ledger]) -> None:
    source, target = pair
    before = contents(source.database)
    assert all(before.values())
    count = sum(map(len, before.values()))
    assert copy(source.database, target.database) == count
    finish(target.database)
    assert contents(target.database) == contents(source.database) == before
    assert target.answers.all() == source.answers.all()
    assert target.groups.watched("discord", HOME) == source.groups.watched("discord", HOME)
    assert target.jobs.unfinished("discord") == source.jobs.unfinished("discord")


def test_it_is_copied_again_until_it_is_finished_and_never_over_another(
    pair: tuple[Ledger, Ledger],
) -> None:
    source, target = pair
    copy(source.database, target.database)
    source.note("later", "too")
    source.questions.forget("q1")
    copy(source.database, target.database)
    assert (target.noted("later"), target.questions.get("q1")) == ("too", None)
    finish(target.database)
    with pytest.raises(UnavailableError, match="holds a ledger already: name an empty"):
        copy(source.database, target.database)
    assert target.noted("later") == "too"
    source.note("later", "still")
    copy(source.database, target.database, goes_on=True)
    assert target.noted("later") == "still"


def test_a_copying_that_fails_leaves_nothing(
    pair: tuple[Ledger, Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = pair
    with monkeypatch.context() as patch:
        patch.setattr(moving, "_fill", lambda *_: None)
        with pytest.raises(UnavailableError, match="have not the same questions: give the same"):
            copy(source.database, target.database)
    assert not any(contents(target.database).values())


def test_what_others_write_while_a_ledger_is_copied_is_not_seen_and_not_held_up(
    place: LedgerPlace,
) -> None:
    with closing(place.open()) as source, closing(place.open()) as other:
        other.note("then", "yes")
        with source.database.reading():
            assert source.noted("then") == "yes"
            other.note("later", "yes")
            assert source.noted("later") == ""
        assert source.noted("later") == "yes"
