"""Only who may read an answer is told of it, in a place all of whose readers may."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.admin.open_questions.notifications import openly_asked, planned, told
from bot.question_and_answer import Asker
from tests.fakes.bot.ledgers import ADA, BEN, asked

if TYPE_CHECKING:
    from bot.question_and_answer import Question


LABELS = ("discord:1", "discord:2", "discord:3")
SEEN = st.frozensets(st.sampled_from(LABELS))
PEOPLE = [Asker("discord", str(number), f"P{number}") for number in range(4)]
PLACES = [f"discord:{number}" for number in range(3)]


@dataclass
class Town:
    """Who sees what, and whom nobody can write to; keeps what was told to whom."""

    people: dict[str, frozenset[str] | None]
    places: dict[str, frozenset[str]]
    closed: frozenset[str] = frozenset()
    said: list[tuple[str, str]] = field(default_factory=list)

    async def sees(self, question: Question) -> frozenset[str] | None:
        return self.people[question.asker.id]

    async def readers(self, question: Question) -> frozenset[str]:
        return self.places[question.conversation]

    async def tell(self, question: Question, *, here: bool) -> str:
        where = question.conversation if here else question.asker.id
        if where in self.closed:
            return ""
        self.said.append((where, question.asker.id))
        return where


TOWNS = st.builds(
    Town,
    st.fixed_dictionaries({each.id: st.none() | SEEN for each in PEOPLE}),
    st.fixed_dictionaries(dict.fromkeys(PLACES, SEEN)),
    st.frozensets(st.sampled_from([*PLACES, *(each.id for each in PEOPLE)])),
)
QUESTIONS = st.lists(
    st.builds(
        lambda who, place, is_private: asked(asker=who, conversation=place, is_private=is_private),
        st.sampled_from(PEOPLE),
        st.sampled_from(PLACES),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@given(TOWNS, QUESTIONS, st.sampled_from(LABELS))
def test_nobody_is_told_who_may_not_read_it_nor_where_somebody_reads_along_who_may_not(
    town: Town, questions: list[Question], audience: str
) -> None:
    async def run() -> list[tuple[str, bool]]:
        plan = await planned(questions, audience, town)
        assert town.said == []
        done = await told(plan, town)
        return [(each.question.asker.id, each.is_told) for each in done]

    done = dict(asyncio.run(run()))
    assert done.keys() == {each.asker.id for each in questions}
    heard = [asker for _, asker in town.said]
    assert sorted(heard) == sorted(asker for asker, is_told in done.items() if is_told)
    for where, asker in town.said:
        assert audience in (town.people[asker] or ())
        assert where == asker or audience in town.places[where]
        asked_there = {each.conversation for each in questions if not each.is_private}
        assert where == asker or where in asked_there
    for asker, is_told in done.items():
        may_read = audience in (town.people[asker] or ())
        assert is_told or not may_read or asker in town.closed


def test_an_answer_keeps_the_words_of_who_asked_where_its_writer_reads_along() -> None:
    hidden = asked(id_="q1", conversation="discord:7")
    alone = asked(id_="q2", conversation="discord:8", asker=BEN, is_private=True)
    seen = asked(id_="q3", conversation="discord:9", asker=ADA)
    assert openly_asked([hidden, alone, seen], {"discord:9"}) == seen
    assert openly_asked([hidden, alone], {"discord:8", "discord:9"}) == alone
    assert openly_asked([hidden], ()) == hidden


def test_of_several_places_an_answer_keeps_the_one_where_most_users_asked() -> None:
    there = [
        asked(id_="q1", conversation="discord:7"),
        asked(id_="q2", conversation="discord:9", asker=ADA),
        asked(id_="q3", conversation="discord:7"),
        asked(id_="q4", conversation="discord:9", asker=BEN),
    ]
    assert openly_asked(there, {"discord:7", "discord:9"}) == there[1]
    assert openly_asked(there, {"discord:7"}) == there[0]
    assert openly_asked(there[:2], {"discord:7", "discord:9"}) == there[0]
