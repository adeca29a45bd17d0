from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corrections.corrector import Corrector
from bot.errors import TooManyQuestions, UnavailableError
from bot.excerpt_counts import IN_CHAT
from bot.ledger.ledger import Ledger
from bot.posts.jobs import Jobs
from bot.posts.library import Library
from bot.questions.answerer import Answerer
from bot.questions.rate_limit import RateLimit
from bot.services import Services
from index.scope import Filters
from index.search.search import Search
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.ledgers import ADA, BEN, asked, clock
from tests.fakes.bot.libraries import Files, shelf
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.messages import Answer, Question
    from bot.ports import Ask
    from bot.questions.service import QuestionService
    from index.ports import Encoder
    from index.posts import Post


OVEN = post("The village oven is lit on Fridays at six in the morning.", "oven", author="Ada")
SALE = post("The village oven will be sold to the brewery.", "sale", audience="discord:7")
PUBLIC = frozenset({"everyone"})
MEMBERS = PUBLIC | {"discord:7"}


@contextmanager
def opened_services(
    folder: Path, most: int = 1_000, encoder: Encoder | None = None
) -> Iterator[Services]:
    ledger = Ledger.open(folder / "ledger.db", timedelta(days=1), clock)
    library = Library(shelf(folder, Files(), encoder))
    try:
        yield Services(
            ledger, library, Jobs(ledger.work), RateLimit(most), Corrector(ledger, library)
        )
    finally:
        library.close()
        ledger.close()


@contextmanager
def core(folder: Path, encoder: Encoder | None = None) -> Iterator[Answerer]:
    used = shelf(folder, Files(), encoder)
    answerer = Answerer(lambda: Search(used.open_store(), used.open_encoder, used.cache_file))
    try:
        yield answerer
    finally:
        answerer.close()


@pytest.fixture
def services(tmp_path: Path, encoder: Encoder) -> Iterator[Services]:
    """What a platform stands on."""
    with opened_services(tmp_path, encoder=encoder) as made:
        yield made


@pytest.fixture
def questions(tmp_path: Path, services: Services, encoder: Encoder) -> Iterator[QuestionService]:
    """A desk over a real index, with the bundled model."""
    with core(tmp_path, encoder) as answerer:
        yield services.question_service(answerer.ask)


def ids(answer: Answer | None) -> set[str]:
    assert answer is not None
    return {each.post_id for each in answer.excerpts}


async def test_a_question_is_answered_for_a_chat_and_kept(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    answer = await questions.ask(asked("When is the village oven lit?", audience=PUBLIC))
    assert ids(answer) == {OVEN.id}
    assert answer.question.limit == IN_CHAT
    assert services.ledger.questions.get("q1") == answer.question
    assert questions.before("discord:10") == answer.question
    assert questions.before("discord:11") is None


async def test_what_nobody_asked_in_words_is_answered_and_not_kept(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN])
    answer = await questions.look(asked("When is the village oven lit?"))
    assert answer.found
    assert answer.question.limit == IN_CHAT
    assert services.ledger.questions.get("q1") is None


async def test_a_question_that_leans_is_read_after_the_one_before(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path) as services:
        questions = services.question_service(scripted.ask)
        first = await questions.ask(asked("When is the oven lit?", "q1"))
        second = await questions.ask(asked("And who lights it?", "q2"), first.question)
        third = await questions.ask(asked("Why?", "q3"), second.question)
        await questions.ask(asked("Where do the goats graze?", "q4"), third.question)
    contexts = [each.context for each in scripted.asked]
    assert contexts == ["", "When is the oven lit?", "When is the oven lit?", ""]
    assert scripted.asked[1].searched == "When is the oven lit? And who lights it?"


async def test_who_asks_too_fast_is_held_back_and_nothing_is_looked_up(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path, most=1) as services:
        questions = services.question_service(scripted.ask)
        await questions.ask(asked())
        with pytest.raises(TooManyQuestions):
            await questions.ask(asked())
        with pytest.raises(TooManyQuestions):
            await questions.look(asked())
        await questions.look(asked(asker=BEN))
    assert len(scripted.asked) == 2


async def test_a_question_that_could_not_be_answered_is_not_kept(tmp_path: Path) -> None:
    scripted = ScriptedCore(errors=[UnavailableError("later")])
    with opened_services(tmp_path) as services:
        with pytest.raises(UnavailableError):
            await services.question_service(scripted.ask).ask(asked())
        assert services.ledger.questions.get("q1") is None


async def test_an_answer_is_made_again_for_its_readers_of_the_moment(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    text = "To whom will the village oven be sold?"
    await questions.ask(asked(text, audience=MEMBERS, is_private=True))
    again = await questions.again("q1", MEMBERS, is_private=True)
    public = await questions.again("q1", PUBLIC, is_private=False)
    assert SALE.id in ids(again)
    assert SALE.id not in ids(public)
    assert public
    assert (public.question.audience, public.question.is_private) == (PUBLIC, False)
    await services.library.remove([SALE.id])
    assert SALE.id not in ids(await questions.again("q1", MEMBERS, is_private=True))


async def test_a_shared_answer_counts_what_it_withholds(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=MEMBERS, is_private=True))
    shared = await questions.shared("q1", PUBLIC, MEMBERS)
    everything = await questions.shared("q1", MEMBERS, MEMBERS)
    assert shared
    assert everything
    assert SALE.id not in ids(shared.answer)
    assert shared.withheld == 1
    assert not shared.answer.question.is_private
    assert SALE.id in ids(everything.answer)
    assert everything.withheld == 0


async def test_what_is_told_publicly_of_a_private_question_holds_neither_filters_nor_context(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    before = asked("What of the board?", audience=MEMBERS, is_private=True)
    filters = Filters(source=SALE.source, kind="post")
    question = asked("And will it be sold?", audience=MEMBERS, is_private=True, filters=filters)
    await questions.ask(question, before)
    private = await questions.again("q1", MEMBERS, is_private=True)
    public = await questions.again("q1", PUBLIC, is_private=False)
    shared = await questions.shared("q1", MEMBERS, MEMBERS)
    own = await questions.explain("q1", MEMBERS, ADA)
    others = await questions.explain("q1", MEMBERS, BEN)
    assert private
    assert public
    assert shared
    assert own
    assert others
    for answer in (private, own.answer, shared.private):
        assert answer.question.filters == filters
        assert "board" in answer.question.context
    for answer in (public, others.answer, shared.answer):
        assert (answer.question.filters, answer.question.context) == (Filters(), "")


async def test_names_in_the_filters_of_a_public_question_are_told_to_its_asker_alone(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    filters = Filters(author="Ada", source=SALE.source, kind="post")
    await questions.ask(asked("Will the village oven be sold?", audience=PUBLIC, filters=filters))
    own = await questions.explain("q1", PUBLIC, ADA)
    others = await questions.explain("q1", PUBLIC, BEN)
    assert own
    assert others
    assert own.answer.question.filters == filters
    assert others.answer.question.filters == Filters(kind="post")


async def test_what_led_to_a_private_question_is_no_context_of_a_public_one(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    private = asked(
        "Who sells the oven?", audience=MEMBERS, is_private=True, context="What of the board?"
    )
    shared_on = replace(asked("And when?", audience=PUBLIC), id="q2")
    alone = replace(asked("And when?", audience=MEMBERS, is_private=True), id="q3")
    assert (await questions.ask(shared_on, private)).question.context == "Who sells the oven?"
    assert "board" in (await questions.ask(alone, private)).question.context


async def test_one_reader_is_shown_what_the_others_may_not_see_and_nothing_else(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=PUBLIC))
    beyond = await questions.only_for("q1", PUBLIC, MEMBERS)
    nothing = await questions.only_for("q1", MEMBERS, PUBLIC)
    assert ids(beyond) == {SALE.id}
    assert beyond
    assert beyond.question.is_private
    assert [each.citation.number for each in beyond.excerpts] == [1]
    assert beyond.nearest == ()
    assert ids(nothing) == set()


async def test_an_explanation_counts_what_was_searched_for_its_reader(
    questions: QuestionService, services: Services
) -> None:
    await services.library.save([OVEN, SALE])
    await questions.ask(asked("Will the village oven be sold?", audience=MEMBERS))
    explained = await questions.explain("q1", PUBLIC, ADA)
    assert explained
    assert explained.statistics.posts == 1
    assert SALE.id not in ids(explained.answer)


async def test_what_is_not_kept_any_more_is_none(questions: QuestionService) -> None:
    assert await questions.again("q404", PUBLIC, is_private=True) is None
    assert await questions.shared("q404", PUBLIC, MEMBERS) is None
    assert await questions.only_for("q404", PUBLIC, MEMBERS) is None
    assert await questions.explain("q404", PUBLIC, ADA) is None


async def test_a_question_forgotten_between_two_answers_is_none(tmp_path: Path) -> None:
    scripted = ScriptedCore()
    with opened_services(tmp_path) as services:
        questions = services.question_service(forgetting(scripted.ask, services))
        for act in (questions.shared, questions.only_for):
            services.ledger.questions.keep(await scripted.ask(asked()))
            assert await act("q1", PUBLIC, MEMBERS) is None


def forgetting(ask: Ask, services: Services) -> Ask:
    """Forget the asker while their question is answered."""

    async def run(question: Question) -> Answer:
        services.ledger.questions.forget_asker(ADA)
        return await ask(question)

    return run


LABELS = ("everyone", "discord:7", "discord:8", "slack:C1")
WORDS = "oven goats bread slugs library brewery".split()


@st.composite
def stored(draw: st.DrawFn) -> list[Post]:
    """Draw posts of random audiences; some are comments, which their posts lend words to."""
    posts: list[Post] = []
    for number in range(draw(st.integers(1, 8))):
        said = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
        label = draw(st.sampled_from(LABELS))
        parents = [each.id.partition(":")[2] for each in posts]
        posts.append(
            post(
                f"{label} says number {number}: the {' and the '.join(said)} were there.",
                str(number),
                title=draw(st.sampled_from(["", f"A title for {label}"])),
                audience=label,
                parent=draw(st.sampled_from([None, *parents])),
            )
        )
    return posts


AUDIENCES = st.frozensets(st.sampled_from(LABELS))


@pytest.mark.slow
@given(stored(), st.sampled_from(WORDS), AUDIENCES, AUDIENCES)
@settings(max_examples=40)
def test_nothing_beyond_an_audience_is_ever_in_an_answer(
    posts: Sequence[Post], word: str, theirs: frozenset[str], own: frozenset[str]
) -> None:
    async def act(folder: Path) -> None:
        with opened_services(folder) as services, core(folder) as answerer:
            questions = services.question_service(answerer.ask)
            await services.library.save(posts)
            text = f"Where were the {word}?"
            seen: list[tuple[frozenset[str], Answer | None]] = []
            seen.append((own, await questions.ask(asked(text, audience=own, is_private=True))))
            for label in LABELS:
                only = frozenset({label})
                seen.append((only, await questions.again("q1", only, is_private=False)))
            shared = await questions.shared("q1", theirs, own)
            explained = await questions.explain("q1", theirs, ADA)
            assert shared
            assert explained
            seen.append((theirs, shared.answer))
            seen.append((theirs, explained.answer))
            seen.append((own, await questions.only_for("q1", theirs, own)))
            for audience, answer in seen:
                check(answer, audience)
            assert explained.statistics.posts == sum(each.audience in theirs for each in posts)

    def check(answer: Answer | None, audience: frozenset[str]) -> None:
        assert answer is not None
        labels = {each.id: each.audience for each in posts}
        assert {labels[each.post_id] for each in answer.excerpts} <= audience
        told = " ".join(
            [each.text for each in answer.excerpts]
            + [each.citation.title for each in answer.excerpts]
            + [each.title for each in answer.nearest]
        )
        assert not [label for label in LABELS if label in told and label not in audience]

    with TemporaryDirectory() as folder:
        asyncio.run(act(Path(folder)))
