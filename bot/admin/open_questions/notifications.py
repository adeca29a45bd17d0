"""Decides who is told of the answer that an admin gave to an open question, and where."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.question_and_answer import Question


Way = Literal["here", "directly", "hidden", "unreachable"]
"""How an asker is told: where they asked, alone, not at all since they may not read it, or not at
all since they cannot be asked or written to."""

AT_ONCE: Final = 8
"""Askers whose rights are looked up at the same time."""


@dataclass(frozen=True, slots=True)
class Told:
    """An asker, by their question, and how they are or were told.

    Attributes:
        question: The question.
        way: How.
        message: What the message that told them is called in the ledger; "" for none.
    """

    question: Question
    way: Way
    message: str = ""

    @property
    def is_told(self) -> bool:
        """Whether the asker hears of the answer."""
        return self.way in {"here", "directly"}


class Teller(Protocol):
    """Tells askers of one platform, and looks up who may read what there now."""

    async def sees(self, question: Question) -> frozenset[str] | None:
        """Return what the asker may see now; None where the platform does not tell."""
        ...

    async def readers(self, question: Question) -> frozenset[str]:
        """Return what all who read the place of a question may see now; nothing where unknown."""
        ...

    async def tell(self, question: Question, *, here: bool) -> str:
        """Tell the asker, where they asked or else alone.

        Returns:
            What the message is called in the ledger; "" where that was not possible.
        """
        ...


class AnsweringAdmin(Teller, Protocol):
    """An admin who looks at open questions, and what only their platform knows."""

    async def may_see(self, question: Question) -> bool:
        """Return whether the admin may see where a question was openly asked."""
        ...

    async def places(self, asked: Sequence[Question]) -> Mapping[str, str]:
        """Return the names of the places of these questions that the admin may see."""
        ...

    async def audiences(self, question: Question) -> Sequence[str]:
        """Return labels of those who may read the answer to a question, the preferred one first."""
        ...

    def link(self, question: Question) -> str | None:
        """Return where the answer to a question was posted for all readers of its place."""
        ...


def openly_asked(asked: Sequence[Question], seen_places: Collection[str]) -> Question:
    """Return the question whose words and place an answer keeps.

    It is the first that was asked in the place where most asked, of those where the admin reads
    along; a private one has no place.
    """
    openly = [each for each in asked if not each.is_private and each.conversation in seen_places]
    if openly:
        askers: dict[str, set[str]] = defaultdict(set)
        for each in openly:
            askers[each.conversation].add(each.asker.account)
        return max(openly, key=lambda each: len(askers[each.conversation]))
    return next(iter([*(each for each in asked if each.is_private), *asked]))


async def planned(asked: Iterable[Question], audience: str, teller: Teller) -> list[Told]:
    """Return who is to be told of a post, and where; nobody is told yet.

    Only an asker who may read the post is told, in a place all of whose readers may.

    Args:
        asked: The question, as each of its askers asked it.
        audience: The post's audience.
        teller: The platform.
    """
    at_once = asyncio.Semaphore(AT_ONCE)

    async def plan(question: Question) -> Told:
        async with at_once:
            seen = await teller.sees(question)
            if seen is None:
                return Told(question, "unreachable")
            if audience not in seen:
                return Told(question, "hidden")
            is_here = not question.is_private and audience in await teller.readers(question)
            return Told(question, "here" if is_here else "directly")

    return list(await asyncio.gather(*map(plan, _of_each_asker(asked))))


async def audience_for(asked: Sequence[Question], audiences: Sequence[str], teller: Teller) -> str:
    """Return the first audience by which anybody who asked hears of a post; else the first.

    Args:
        asked: The question, as each of its askers asked it.
        audiences: The labels that a post may have, the one to prefer first.
        teller: The platform.
    """
    if len(audiences) > 1:
        for each in audiences:
            if any(one.is_told for one in await planned(asked, each, teller)):
                return each
    return audiences[0]


async def told(plan: Sequence[Told], teller: Teller) -> list[Told]:
    """Tell the askers as planned, alone where it cannot be done in their place; return how."""
    return [await _told(each, teller) for each in plan]


async def _told(each: Told, teller: Teller) -> Told:
    if not each.is_told:
        return each
    if each.way == "here" and (message := await teller.tell(each.question, here=True)):
        return replace(each, message=message)
    message = await teller.tell(each.question, here=False)
    return replace(each, way="directly" if message else "unreachable", message=message)


def _of_each_asker(asked: Iterable[Question]) -> list[Question]:
    """Return one question of each asker: the first that was asked openly, else the first."""
    chosen: dict[str, Question] = {}
    for each in sorted(asked, key=lambda each: each.is_private):
        chosen.setdefault(each.asker.account, each)
    return list(chosen.values())
