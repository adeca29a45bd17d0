"""What is offered unasked, over pretended platforms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bot.admin.erasure import erase_person
from bot.errors import UnavailableError
from bot.ledger.workspace_settings import DEFAULTS
from bot.offers.service import OfferService
from bot.question_and_answer import question_id
from bot.questions.pinned import PinnedAnswers
from index.error_sentences import Told
from index.posts import Answered
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.bot.ledgers import ADA, BEN, asked
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post
from tests.unit.bot.corrections.conftest import Place, place

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from index.posts import Post

__all__ = ["place"]

HERE = ("discord", "discord:42")
CHANNEL = "discord:10"
WIFI = post("How do I get the wifi of the harbour hut to work on my laptop?", "q", author="Ada")
AGAIN = post(
    "How do I get the wifi of the harbour hut to work?", "9", author="Ben", author_id=BEN.account
)
BOX = replace(
    hit(("Restart the little grey box above the stove, twice.", 0.9), name="a", confidence=0.95),
    answered=Answered(WIFI, "thanked"),
)


@dataclass
class Written:
    """A message that somebody wrote, as a platform would tell of it.

    Attributes:
        shown: What it was offered, and whether for its author alone.
        sent: What the offer is called; None where it cannot be shown.
    """

    said: Post = AGAIN
    name: str = "discord:10/9"
    sent: str | None = "discord:10/77"
    has_replies: bool = False
    workspace_id: str = HERE[1]
    channel_id: str = CHANNEL
    shown: list[tuple[Answer, bool]] = field(default_factory=list)

    async def post(self) -> Post | None:
        return self.said

    async def question(self, text: str) -> Question:
        return asked(text, asker=BEN, without=self.said.id)

    async def is_answered(self) -> bool:
        return self.has_replies

    async def show(self, offer: Answer, id_: str, *, is_alone: bool) -> str | None:
        assert id_ == question_id(self.name)
        self.shown.append((offer, is_alone))
        return self.sent


@pytest.fixture
async def offers(place: Place) -> OfferService:
    """Offers answers in the channel, where it is known what answered."""
    settings = DEFAULTS.with_offers(CHANNEL, "thread")
    place.services.ledger.settings.put(*HERE, settings)
    place.core.hits = [BOX]
    await place.services.library.save([WIFI, BOX.post])
    questions = place.services.question_service(place.core.ask)
    return OfferService("discord", questions, place.services)


async def test_an_answer_is_offered_once_and_remembered(place: Place, offers: OfferService) -> None:
    message = Written()
    await offers.on_message(message)
    ((offer, is_alone),) = message.shown
    assert [each.post_id for each in offer.excerpts] == [BOX.post.id]
    assert not is_alone
    assert place.core.asked[0].without == AGAIN.id
    await offers.on_message(message)
    assert len(message.shown) == 1
    kept = place.services.ledger.offers.in_message("discord:10/77")
    assert kept is not None
    assert (kept.state, kept.account) == ("offered", BEN.account)
    assert place.services.ledger.questions.get(kept.id) is None


@pytest.mark.parametrize(
    "message",
    [
        Written(has_replies=True),
        Written(channel_id="discord:11"),
        Written(said=replace(AGAIN, author_id=None)),
        Written(said=post("The wifi of the harbour hut works.", "9", author_id=BEN.account)),
        Written(said=post(AGAIN.text, "9", parent="8", author_id=BEN.account)),
    ],
)
async def test_nothing_is_offered_after_a_reply_nor_elsewhere_nor_to_what_asks_nothing(
    place: Place, offers: OfferService, message: Written
) -> None:
    await offers.on_message(message)
    assert message.shown == []
    assert place.services.ledger.offers.get(question_id(message.name)) is None


async def test_nothing_is_offered_to_who_asked_to_be_forgotten(
    place: Place, offers: OfferService
) -> None:
    message = Written()
    await offers.on_message(message)
    await erase_person(place.services, BEN)
    assert place.services.ledger.offers.counts() == []
    again = Written(name="discord:10/10")
    await offers.on_message(again)
    assert again.shown == []


async def test_nothing_is_offered_where_nobody_is_known_to_have_answered(
    place: Place, offers: OfferService
) -> None:
    place.core.hits = [replace(BOX, answered=None)]
    message = Written()
    await offers.on_message(message)
    assert message.shown == []
    library, pins = place.services.library, PinnedAnswers(place.services.ledger)
    await pins.pin(*HERE, AGAIN.text, BOX.post.id, ADA.account, library=library)
    await offers.on_message(message)
    assert len(message.shown) == 1


async def test_a_message_may_be_looked_at_again_that_could_not_be_answered_or_shown(
    place: Place, offers: OfferService
) -> None:
    place.core.errors = [UnavailableError(Told("out of order"))]
    message = Written(sent=None)
    await offers.on_message(message)
    assert message.shown == []
    await offers.on_message(message)
    await offers.on_message(message)
    assert len(message.shown) == 2
    assert place.services.ledger.offers.counts() == []


async def test_what_is_shown_for_a_moment_is_counted_and_corrected_nowhere(
    place: Place, offers: OfferService
) -> None:
    settings = DEFAULTS.with_offers(CHANNEL, "asker")
    place.services.ledger.settings.put(*HERE, settings)
    message = Written(sent="")
    await offers.on_message(message)
    assert [is_alone for _, is_alone in message.shown] == [True]
    assert [each.offered for each in place.services.ledger.offers.counts()] == [1]
    assert not place.services.ledger.answers.are_there()


@pytest.mark.parametrize("changed", [WIFI, BOX.post])
async def test_an_offer_goes_as_soon_as_one_of_its_posts_is_changed(
    place: Place, offers: OfferService, changed: Post
) -> None:
    editor = FakeAnswerEditor()
    async with place.serving(discord=editor):
        await offers.on_message(Written())
        await place.services.library.save([replace(changed, text=f"Perhaps. {changed.text}")])
        await place.services.corrections.correct([changed.id])
    assert editor.removed == ["discord:10/77"]
    assert editor.shown == {}
    kept = place.services.ledger.offers.get(question_id("discord:10/9"))
    assert kept is not None
    assert kept.state == "withdrawn"
    assert not place.services.ledger.answers.are_there()


async def test_an_offer_stays_noted_while_the_platform_does_not_take_it_away(
    place: Place, offers: OfferService
) -> None:
    editor = FakeAnswerEditor(outage=UnavailableError(Told("out of order")))
    async with place.serving(discord=editor):
        await offers.on_message(Written())
        await place.services.library.remove([BOX.post.id])
        await place.services.corrections.correct([BOX.post.id])
        assert place.services.ledger.offers.counts()[0].offered == 1
        editor.outage = None
        await place.services.corrections.correct([BOX.post.id])
    assert editor.removed == ["discord:10/77"]
