"""Decides what pressing a button under an answer does, once for all platforms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from adapters.chat.cards import answer_card, around_card, kept_card, only_me_card, shared_card
from adapters.chat.lines.progress import explanation_lines
from bot.excerpt_counts import ON_A_PAGE
from bot.questions.quoting.post_references import whole

if TYPE_CHECKING:
    from adapters.chat.cards import Card
    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.tasks import TaskTracker
    from adapters.chat.wording import Wording
    from bot.question_and_answer import Answer, Asker, Question
    from bot.questions.service import QuestionService
    from bot.services import Services


class ButtonPress(Protocol):
    """One press of a button, and the lookups that only its platform can make."""

    @property
    def wording(self) -> Wording:
        """The language of the user who presses."""
        ...

    @property
    def channel(self) -> str:
        """The id of the channel or conversation that the message stands in."""
        ...

    @property
    def message(self) -> str:
        """What the message that was pressed on is called in the ledger."""
        ...

    async def remove(self) -> None:
        """Take the message that was pressed on away."""
        ...

    async def is_alone(self) -> bool:
        """Return whether only the user reads the message that was pressed on."""
        ...

    async def may_share(self) -> bool:
        """Return whether that message is private in a place where other users read along."""
        ...

    async def readers(self) -> frozenset[str]:
        """Return what all who read the message may see."""
        ...

    async def everyone_here(self) -> frozenset[str]:
        """Return what all readers of the channel may see."""
        ...

    async def own(self) -> frozenset[str]:
        """Return what the user may see here."""
        ...

    async def user(self) -> Asker:
        """Return the user."""
        ...

    async def has_asked(self) -> bool:
        """Return whether the platform itself shows that the message answers this user."""
        ...

    async def public_wording(self, question: Question) -> Wording:
        """Return the language in which a public answer to a question is shown."""
        ...

    async def post(self, shown: ShownAnswer, key: str) -> None:
        """Post an answer for all readers of the channel, and note what the message cites.

        Args:
            shown: The answer.
            key: Names the posting, for a platform that tells one from its repetition.
        """
        ...


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer, and how a message shows it.

    Attributes:
        answer: The answer.
        card: What the message shows.
        wording: The language of the message.
        page: The page that is shown.
        names_asker: The message says who asked what.
        is_beside: The message is for its asker alone, beside the reply.
    """

    answer: Answer
    card: Card
    wording: Wording
    page: int = 1
    names_asker: bool = False
    is_beside: bool = False


class AnswerActions:
    """The buttons under answers; each returns None where the question is no longer kept.

    Args:
        questions: Answers known questions again.
        services: Knows the questions that are kept, what was shared, and the posts.
        tasks: Lets one of two quick presses wait for the other.
    """

    def __init__(self, questions: QuestionService, services: Services, tasks: TaskTracker) -> None:
        ledger = services.ledger
        self._questions = questions
        self._library = services.library
        self._kept = ledger.questions
        self._answers = ledger.answers
        self._deliveries = ledger.deliveries
        self._tasks = tasks

    async def turn_page(
        self, press: ButtonPress, question_id: str, page: int
    ) -> ShownAnswer | None:
        """Return an answer as its message shows it on another page.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        is_alone, audience = await press.is_alone(), await press.readers()
        answer = await self._questions.again(question_id, audience, is_private=is_alone)
        if answer is None:
            return None
        # What all read keeps the language of its asker.
        asked = answer.question
        wording = press.wording if is_alone else await press.public_wording(asked)
        is_shared = not is_alone and self._kept.is_private(question_id)
        shared_by = wording.shared_by.format(name=asked.asker.name, question=asked.text)
        card = answer_card(
            answer,
            wording,
            page=page,
            may_share=await press.may_share(),
            heading=[shared_by] if is_shared else [],
        )
        return ShownAnswer(answer, card, wording, page=page, names_asker=is_shared)

    async def share(self, press: ButtonPress, question_id: str) -> Card | None:
        """Post a private answer in its channel, once, and return what stands in its place then.

        Nothing is posted where the channel's readers may see nothing of it.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        theirs, own = await press.everyone_here(), await press.own()
        shared = await self._questions.shared(question_id, theirs, own)
        if shared is None:
            return None
        key = f"share/{question_id}/{press.channel}"
        async with self._tasks.turn(key):
            if shared.answer.found and not self._deliveries.is_claimed(key):
                card = shared_card(shared, press.wording)
                shown = ShownAnswer(shared.answer, card, press.wording, names_asker=True)
                await press.post(shown, key)
                self._deliveries.claim(key)
                self._deliveries.finish(key)
        return kept_card(shared, press.wording)

    async def take_away(self, press: ButtonPress, question_id: str) -> str:
        """Take an answer away for who asked; return what is to be told, "" for nothing.

        The question is forgotten with the last of its answers.

        Raises:
            UnavailableError: The ledger cannot be used at the moment.
        """
        question = self._kept.get(question_id)
        if question is None:
            # Who asked is remembered no more; where the platform shows it, that is enough.
            is_theirs = await press.has_asked()
            refusal = press.wording.expired
        else:
            is_theirs = question.asker.account == (await press.user()).account
            refusal = press.wording.quoting["not_yours"]
        if not is_theirs:
            return refusal
        await press.remove()
        self._questions.threads.take_away(question_id, press.message)
        return ""

    async def rate(
        self, question_id: str, asker: Asker, *, is_good: bool, comment: str = ""
    ) -> bool:
        """Keep what a user thinks of an answer, in place of what that user thought before.

        Returns:
            Whether it is kept: see `QuestionService`.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        return await self._questions.rate(question_id, asker, is_good=is_good, comment=comment)

    async def only_me(self, press: ButtonPress, question_id: str, page: int) -> ShownAnswer | None:
        """Return what a user may see beyond a public answer.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        theirs, own = await press.everyone_here(), await press.own()
        answer = await self._questions.only_for(question_id, theirs, own)
        if answer is None:
            return None
        card = only_me_card(answer, press.wording, page=page)
        stands = self._answers.get(press.message)  # a reply that had to go to its asker stays one
        is_beside = stands is None or stands.is_beside
        return ShownAnswer(answer, card, press.wording, page=page, is_beside=is_beside)

    async def around(self, press: ButtonPress, question_id: str, number: int) -> ShownAnswer | None:
        """Return what was said around a quote, as far as who presses may see it.

        It is an answer that quotes each of these messages from end to end.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        is_alone, audience = await press.is_alone(), await press.readers()
        answer = await self._questions.again(question_id, audience, is_private=is_alone)
        if answer is None:
            return None
        quoted = {each.citation.number: each.post_id for each in answer.excerpts}
        found = None
        if number in quoted:
            library = self._library
            own, outdated = await press.own(), await library.outdated()
            found = await library.around(quoted[number], own, outdated)
        said = (*found.before, found.post, *found.after) if found else ()
        page = -(-(len(found.before) + 1) // ON_A_PAGE) if found else 1
        return ShownAnswer(
            answer.with_excerpts(tuple(whole(at, each) for at, each in enumerate(said, start=1))),
            around_card(answer, number, found, press.wording),
            press.wording,
            page=page,
            is_beside=True,
        )

    async def why(
        self, press: ButtonPress, question_id: str, show_date: ShowDate, escaped: Escape
    ) -> list[str] | None:
        """Return why an answer is as it is, in lines.

        Raises:
            UnavailableError: The index or the ledger cannot be used at the moment.
        """
        explanation = await self._questions.explain(
            question_id, await press.readers(), await press.user()
        )
        if explanation is None:
            return None
        is_alone = await press.is_alone()
        return explanation_lines(explanation, press.wording, show_date, escaped, is_alone=is_alone)
