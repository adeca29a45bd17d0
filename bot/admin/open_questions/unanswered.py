"""The questions that nothing answered: listed for admins, and answered by them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bot.admin.open_questions.notifications import audience_for, openly_asked, planned, told
from bot.admin.open_questions.other_admins import OtherAdmins
from bot.admin.open_questions.table import table_of
from bot.admin.seen_places import SeenPlaces
from bot.errors import AskError
from bot.ledger.questions.open_questions import OpenQuestion, merged
from bot.questions.same_question import grouped
from bot.text import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.admin.open_questions.notifications import AnsweringAdmin, Told
    from bot.question_and_answer import Asker, Question
    from bot.services import Services


SHOWN: Final = 5
"""Open questions in one message: each has a row of buttons."""

MOST: Final = 1_000
"""Open questions that are listed at all: the most asked, then the oldest."""

SOURCE: Final = "answers"
"""The source of the posts that answers become."""

PLAN_SECONDS: Final = 1.5
"""How long a form waits for the plan that it shows: a platform gives it three seconds."""


class EmptyAnswer(AskError):
    """The answer to an open question has nothing that can be seen."""

    def __init__(self) -> None:
        super().__init__("There is no answer: write some words.")


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """What the form for an answer shows.

    Attributes:
        question: The question whose words and place the answer keeps.
        audience: Who may read the answer; "" where that is not known yet.
        places: The names of the places that the admin may see.
        told: Who would be told; None where that is not known yet.
        beside: The name of another admin who answers just now, too; "" for nobody.
    """

    question: Question
    audience: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    told: Sequence[Told] | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What an admin wrote.

    Attributes:
        text: The words.
        author: The admin.
        workspace: Where, as the ids of its posts begin.
        given_at: When, timezone-aware.
        audience: Who may read it, by what the admin was shown; "" where that was not known.
    """

    text: str
    author: Asker
    workspace: str
    given_at: datetime
    audience: str = ""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Some of the open questions.

    Attributes:
        questions: They, with their numbers on the whole list.
        number: Which page it is.
        of: How many pages there are.
    """

    questions: Sequence[tuple[int, OpenQuestion]]
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The open questions as a file.

    Attributes:
        name: What it is called.
        content: What it holds: see `table_of`.
        count: How many questions it has.
    """

    name: str
    content: bytes
    count: int


class OpenQuestions:
    """The open questions of one platform.

    Args:
        platform: The platform.
        services: What chats stand on.
    """

    def __init__(self, platform: str, services: Services) -> None:
        self._platform = platform
        self._questions = services.ledger.questions
        self._library = services.library
        self._corrections = services.corrections
        self._clock = services.ledger.clock
        self._admins = OtherAdmins(self._clock)

    async def listed(self, workspace_id: str, admin: AnsweringAdmin, page: int = 1) -> OpenPage:
        """Return the open questions of a workspace whose places the admin may see.

        Args:
            workspace_id: The workspace.
            admin: Who looks.
            page: Which page; the last one where there are fewer by now.
        """
        seen = await self._grouped(workspace_id, admin)
        of = max(1, -(-len(seen) // SHOWN))
        number = min(max(1, page), of)
        start = (number - 1) * SHOWN
        return OpenPage(tuple(enumerate(seen, start=1))[start : start + SHOWN], number, of)

    async def table(self, workspace_id: str, admin: AnsweringAdmin) -> OpenTable:
        """Return all that `listed` lists as a file."""
        seen = await self._grouped(workspace_id, admin)
        name = f"unanswered-{self._clock():%Y-%m-%d}.csv"
        return OpenTable(name, table_of(seen), len(seen))

    async def _grouped(self, workspace_id: str, admin: AnsweringAdmin) -> list[OpenQuestion]:
        groups = await self._groups(await self._seen(workspace_id, admin))
        return sorted(map(merged, groups), key=lambda each: (-each.times, each.question.asked_at))

    async def _like(self, question_id: str, admin: AnsweringAdmin) -> list[str]:
        """Return the ids of the questions that stand on one line of the list with this one."""
        question = self._questions.get(question_id)
        seen = await self._seen(question.workspace_id, admin) if question else []
        for group in await self._groups(seen):
            ids = [part.question.id for each in group for part in each.by_place]
            if question_id in ids:
                return ids
        return [question_id]

    async def _groups(self, seen: Sequence[OpenQuestion]) -> list[list[OpenQuestion]]:
        """Return the questions with those beside each that ask the same in other words."""
        groups = await grouped([each.question.text for each in seen], self._library.vectors)
        return [[seen[at] for at in group] for group in groups]

    async def _seen(self, workspace_id: str, admin: AnsweringAdmin) -> list[OpenQuestion]:
        """Return what is open in a workspace, as often as it was asked where the admin may see."""
        places, seen = SeenPlaces(admin.may_see), []
        for each in self._questions.unanswered(self._platform, workspace_id, MOST):
            parts = [
                part
                for part in each.by_place
                if part.question.is_private or await places.include(part.question)
            ]
            seen += [merged(parts)] if parts else []
        return seen

    async def plan(self, question_id: str, admin: AnsweringAdmin, by: Asker) -> AnswerPlan | None:
        """Return what the form for an answer shows; None where the question is not open.

        What the platform does not tell in time is left out.

        Args:
            question_id: The question.
            admin: The admin, on their platform.
            by: The admin's account.
        """
        asked = self._questions.open_like(question_id)
        if not asked:
            return None
        beside = self._admins.begins(asked, by)
        own = next((each for each in asked if each.id == question_id), asked[0])
        plan = AnswerPlan(own, beside=beside)
        with suppress(TimeoutError):
            async with asyncio.timeout(PLAN_SECONDS):
                asked = self._questions.open_like(*await self._like(question_id, admin)) or asked
                places = await admin.places(asked)
                openly = openly_asked(asked, places)
                audiences = await admin.audiences(openly)
                known = "" if audiences[1:] else audiences[0]
                plan = AnswerPlan(openly, known, places, beside=beside)
                audience = await audience_for(asked, audiences, admin)
                plan = replace(plan, audience=audience)
                plan = replace(plan, told=await planned(asked, audience, admin))
        return plan

    async def answer(
        self, question_id: str, given: GivenAnswer, admin: AnsweringAdmin
    ) -> list[Told] | None:
        """Make a post of an answer, and return who was told; None where nothing is answered.

        The answer is stored before anyone is told of it, and a question whose answer cannot be
        stored is open again.

        Raises:
            EmptyAnswer: Nothing of it can be seen.
            UnavailableError: The answer cannot be stored at the moment.
        """
        if not one_line(given.text):
            raise EmptyAnswer
        ids = await self._like(question_id, admin)
        open_ = self._questions.open_like(*ids)
        if not open_:
            return None
        openly = openly_asked(open_, await admin.places(open_))
        audiences = await admin.audiences(openly)
        audience = given.audience if given.audience in audiences else audiences[0]
        asked = self._questions.settle(*ids)
        if not asked:  # another admin was faster
            return None
        self._admins.settles(asked, given.author)
        try:
            await self._library.save([_post(openly, given, audience, None)])
        except BaseException:
            self._questions.reopen(asked)
            raise
        done = await told(await planned(asked, audience, admin), admin)
        if url := admin.link(openly):  # where it was asked: the post's readers may follow it
            await self._library.save([_post(openly, given, audience, url)])
        await self._remember(done, _post(openly, given, audience, None).id)
        return done

    async def _remember(self, done: Sequence[Told], post_id: str) -> None:
        """Have the messages that quote an answer corrected once it is changed or forgotten."""
        stored = await self._library.posts([post_id])
        for each in done:
            if each.message and post_id in stored:
                await self._corrections.told(each.question, stored[post_id], each.message)

    async def dismiss(self, question_id: str, admin: AnsweringAdmin, by: Asker) -> None:
        """Show a question no more.

        Args:
            question_id: The question.
            admin: The admin, on their platform.
            by: The admin's account.
        """
        if asked := self._questions.settle(*await self._like(question_id, admin)):
            self._admins.settles(asked, by)

    def settled_by(self, question_id: str) -> str:
        """Return the admin who answered or dismissed a question; "" where that is not known."""
        return self._admins.settled_by(question_id)


def _post(question: Question, given: GivenAnswer, audience: str, url: str | None) -> Post:
    """Return an answer as a post."""
    return Post(
        id=f"{given.workspace}/{SOURCE}/{question.id}",
        source=SOURCE,
        text=given.text,
        title="" if question.is_private else question.text,
        author=given.author.name,
        url=url,
        posted_at=given.given_at,
        audience=audience,
        author_id=given.author.account,
        titled_by=None if question.is_private else question.asker.account,
    )
