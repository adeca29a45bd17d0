"""Offers an answer to a new message, once, where the same was asked and answered before."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from bot.errors import BotError
from bot.ledger.offers import Offer
from bot.question_and_answer import question_id
from bot.questions.unasked import asked_openly, offered, sought_for

if TYPE_CHECKING:
    from bot.offers.ports import NewMessage
    from bot.question_and_answer import Answer
    from bot.questions.service import QuestionService
    from bot.services import Services
    from index.posts import Post

_log: Final = logging.getLogger(__name__)


class OfferService:
    """Offers answers on one platform, in the channels that admins chose.

    Args:
        platform: Names it.
        questions: Answers.
        services: What chats stand on.
    """

    def __init__(self, platform: str, questions: QuestionService, services: Services) -> None:
        self._platform = platform
        self._questions = questions
        self._services = services
        self._offers = services.ledger.offers

    async def on_message(self, message: NewMessage) -> None:
        """Offer an answer to a message, if it asks for one and nobody has replied."""
        settings = self._services.ledger.settings.of(self._platform, message.workspace_id)
        way = settings.offering.get(message.channel_id)
        if way is None:
            return
        post = await message.post()
        if post is None or not asked_openly(post) or await self._is_forgotten(post):
            return
        offer = Offer(
            question_id(message.name),
            self._platform,
            message.workspace_id,
            message.channel_id,
            post.author_id or "",
        )
        if not self._offers.claim(offer):
            return
        try:
            answer = await self._answer(message, post)
        except BotError as error:  # nobody waits for it
            _log.warning("nothing could be offered (%s)", error)
            answer = None
        if answer is None or await message.is_answered():
            self._offers.release(offer.id)
            return
        shown = await message.show(answer, offer.id, is_alone=way == "asker")
        if shown is None:
            self._offers.release(offer.id)
        else:
            await self._note(offer.id, shown, answer)

    async def _answer(self, message: NewMessage, post: Post) -> Answer | None:
        """Return the one quote that surely answers a message; None for none."""
        question = await message.question(sought_for(post))
        answer = await self._questions.unasked(question)
        if answer is None:
            return None
        before = [each.asked.post_id for each in answer.excerpts if each.asked]
        questions = await self._services.library.posts(before) if before else {}
        found = offered(post, answer.excerpts, answer.confidence, questions)
        return answer.with_excerpts((found,)) if found else None

    async def _note(self, id_: str, shown: str, answer: Answer) -> None:
        """Remember what was offered, and take it away if it is out of date by now."""
        self._offers.shown(id_, shown)
        if shown:
            self._services.corrections.posted(answer, shown)
            await self._services.corrections.check(shown)

    async def _is_forgotten(self, post: Post) -> bool:
        """Return whether nothing is to be remembered of whoever wrote a message."""
        account = post.author_id
        return not account or bool(await self._services.library.suppressed_among([account]))
