"""What real questions get of real posts, kind by kind; the search, the model and all between."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.questions.answerer import Answerer
from bot.questions.parsing.filters import parsed
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.search_scope import Filters
from index.sqlite.store import Store
from tests.fakes.bot.questions import question
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.question_and_answer import Answer
    from index.ports import Encoder


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


POSTS = [
    post("Backups go to the vault in the old lighthouse.", "a1", author="Ada Byron"),
    post("I think that backups are a waste of tape.", "b1", author="Bram Cook"),
    post("Ada told me that the crane is painted on Sunday.", "b2", author="Bram Cook"),
    post("The tower should come down before the storms.", "a2", author="Ada Byron"),
    post("How do I reset the alarm of the boathouse?", "q1"),
    post("Hold the grey button for ten seconds, then enter the code.", "q1a", parent="q1"),
    post("Comment réserver la salle des cartes ?", "q2"),
    post("Merci !", "q2b", parent="q2"),
    post("Par le carnet vert à l'entrée, une semaine avant au plus tard.", "q2a", parent="q2"),
    post(
        "Which varnish do you use on a fir mast? Ours flaked after one winter, and it stands out"
        " in the rain from October to March.",
        "q3",
        title="Which varnish for a fir mast?",
        author="Cleo",
    ),
    post("Tung oil, three thin coats, and no varnish on fir.", "q3a", parent="q3", author="Dag"),
    post(
        "Bonjour, comment nettoyez-vous la coque du canot ? La mienne est verte depuis juin.",
        "q4",
        author="Eve",
    ),
    post("Avec du vinaigre blanc et une brosse douce.", "q4a", parent="q4", author="Flo"),
    post(
        "Do you want a dry bilge? The bilge dries within a day where a fan runs in it.",
        "t1",
        author="Gus",
    ),
    post("The bilge of my boat is blue.", "t1a", parent="t1", author="Hal"),
    post("Cards are accepted at the fuel dock.", "n1"),
    post("Cheques are not accepted at the fuel dock any more.", "n2"),
    post("Les chiens sont admis dans le potager.", "n3"),
    post("Les chats ne sont pas admis dans le potager.", "n4"),
    post("The fee for a guest berth is fourteen euros.", "r1", posted_at=day("2021-05-01")),
    post("The fee for a guest berth is nineteen euros.", "r2", posted_at=day("2025-11-01")),
    post("It works now!", "s1"),
    post("Entry to the museum is €8, children free.", "u1"),
    post("Le covoiturage du vendredi part du parking nord.", "w1"),
    post("Release 1.4.2 mends the hinge.", "v1"),
    post("Release 1.4.12 mends the latch.", "v2"),
    post("休暇の申請は人事ポータルから行います。", "j1"),
    post("船厂的大门每天早上七点打开。", "z1"),
    post("창고 열쇠는 경비실에 있습니다.", "k1"),
    post(
        "> The regatta starts at noon on the west pier.\nI doubt that very much.",
        "m1",
        author="Cy Dorn",
    ),
    post("The regatta starts at two on the east pier.", "m2"),
    post("The sluice is opened at low tide.", "x1", author="Finn Roe", author_id="slack:T1/U1"),
    post("Thanks Gwen!", "y1", author="Ike"),
    post("The shears hang in the shed.", "y2", author="Gwen"),
    post("The sluice is opened at dawn.", "x2", author="Finn Roe", author_id="slack:T1/U2"),
]


@pytest.fixture(scope="module")
def asked(
    tmp_path_factory: pytest.TempPathFactory, encoder: Encoder
) -> Iterator[Callable[..., Answer]]:
    """Ask of a database with all of these posts, as it is typed."""
    folder = tmp_path_factory.mktemp("reading")
    with closing(Store.open(folder / "p.db", create=True, clock=utc_now)) as store:
        Indexer(store, lambda _: encoder, encoder.name).import_posts([GivenPosts(POSTS)])

    def open_retriever() -> Search:
        return Search(
            Store.open(folder / "p.db", clock=utc_now), lambda _: encoder, folder / "p.cache"
        )

    answerer = Answerer(open_retriever)

    def ask(text: str, **more: Any) -> Answer:
        rest, filters = parsed(text)
        asked = question(rest, day("2026-11-28"), filters=filters, **more)
        return asyncio.run(answerer.ask(asked))

    yield ask
    answerer.close()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("What did Ada say about backups?", "vault"),
        ("What did Bram say about backups?", "waste of tape"),
        ("What did Ada Byron say about the tower?", "come down"),
        ("How do I reset the alarm of the boathouse?", "grey button"),
        ("Comment réserver la salle des cartes ?", "carnet vert"),
        ("Which varnish holds on a fir mast?", "Tung oil"),
        ("Comment nettoyer la coque du canot ?", "vinaigre blanc"),
        ("How is the bilge dried?", "a fan runs"),
        ("What is not accepted at the fuel dock?", "Cheques"),
        ("What is accepted at the fuel dock?", "Cards"),
        ("Qui n'est pas admis dans le potager ?", "chats"),
        ("Qui est admis dans le potager ?", "chiens"),
        ("What is the fee for a guest berth?", "nineteen"),
        ("What is the fee for a guest berth? until:2022-01-01", "fourteen"),
        ("How many euros is entry to the museum?", "€8"),
        ("D'où part le co-voiturage ?", "parking nord"),
        ("What does release 1.4.12 mend?", "latch"),
        ("What does release 1.4.2 mend?", "hinge"),
        ("休暇の申請はどこから行いますか？", "人事ポータル"),
        ("船厂的大门几点打开？", "七点"),
        ("창고 열쇠는 어디에 있나요?", "경비실"),
        ("When does the regatta start?", "at two"),
    ],
)
def test_the_sentence_that_answers_comes_first(
    asked: Callable[..., Answer], text: str, first: str
) -> None:
    answer = asked(text)
    assert answer.found
    assert first in answer.excerpts[0].text


def test_a_line_that_names_nothing_answers_nothing(asked: Callable[..., Answer]) -> None:
    quoted = [each.text for each in asked("Does the radar work now?").excerpts]
    assert "It works now!" not in quoted


def test_the_words_of_others_are_not_given_as_the_quoters(asked: Callable[..., Answer]) -> None:
    answer = asked("When does the regatta start?")
    assert not any("west pier" in each.text for each in answer.excerpts + answer.unsure)


def test_what_was_read_from_a_question_is_told_and_can_be_taken_back(
    asked: Callable[..., Answer],
) -> None:
    told = asked("What did Bram say about backups?")
    assert told.narrowed == Filters(author="Bram Cook")
    assert {each.citation.author for each in told.excerpts} == {"Bram Cook"}
    wide = asked("What did Bram say about backups? from:anyone")
    assert not wide.narrowed
    assert {each.citation.author for each in wide.excerpts} == {"Ada Byron", "Bram Cook"}


def test_a_filter_that_is_typed_goes_before_one_that_is_read(
    asked: Callable[..., Answer],
) -> None:
    answer = asked('What did Bram say about backups? from:"Ada Byron"')
    assert not answer.narrowed
    assert {each.citation.author for each in answer.excerpts} <= {"Ada Byron"}


@pytest.mark.parametrize(
    "text",
    [
        "What did Ada say about the crane?",
        "Did Ada write anything about the crane?",
        "Qu'a dit Ada sur the crane ?",
        "¿Qué dijo Ada sobre the crane?",
        "Was sagt Ada über the crane?",
    ],
)
def test_another_s_words_are_not_given_as_those_that_were_asked_for(
    asked: Callable[..., Answer], text: str
) -> None:
    answer = asked(text)
    assert not answer.narrowed
    assert {each.citation.author for each in answer.excerpts or answer.unsure} == {"Bram Cook"}
    assert answer.nothing_by == "Ada"


def test_of_two_of_one_name_the_one_who_is_mentioned_is_meant(
    asked: Callable[..., Answer],
) -> None:
    text, name = "what did @Finn Roe say about the sluice?", "Finn Roe"
    for account, opened in (("slack:T1/U1", "at low tide"), ("slack:T1/U2", "at dawn")):
        answer = asked(text, mentions=((name, account),))
        assert answer.narrowed == Filters(author=name, author_id=account)
        assert [each for each in answer.excerpts if opened not in each.text] == []
        assert answer.excerpts
        assert not answer.nothing_by


@pytest.mark.parametrize(
    ("name", "account"), [("Finn Roe", "slack:T1/U3"), ("Nobody Here", "slack:T1/U4")]
)
def test_who_is_mentioned_and_wrote_nothing_of_it_is_named_so(
    asked: Callable[..., Answer], name: str, account: str
) -> None:
    answer = asked(f"what did @{name} say about the sluice?", mentions=((name, account),))
    assert answer.nothing_by == name


@pytest.mark.parametrize(
    "text",
    [
        "What did Bram say about backups?",  # he did
        "What did Bram say about the crane?",
        "What does Apple say about the crane?",  # nobody of that name wrote anything
        "What did the board say about the crane?",
        "When is the crane painted?",
        "Who told Bram that the crane is painted?",
        "What did Ada say about the crane? from:anyone",
        "What was said last week about the crane?",
        'What did Ada say about the crane? from:"Bram Cook"',
    ],
)
def test_it_is_said_of_nobody_else_that_they_wrote_nothing(
    asked: Callable[..., Answer], text: str
) -> None:
    assert not asked(text).nothing_by


@pytest.mark.parametrize(
    "text",
    [
        "What did Finn Roe say about the winter feast?",
        "What did Gwen and Finn say about the winter feast?",
        "Qu'a dit Gwen sur le tarif ?",
        "Was hat Gwen zum Beitrag gesagt?",
    ],
)
def test_a_post_is_near_by_what_is_asked_and_not_by_who_is_to_have_said_it(
    asked: Callable[..., Answer], text: str
) -> None:
    answer = asked(text)
    assert answer.excerpts == answer.unsure == ()
    assert not {each.author for each in answer.nearest} & {"Finn Roe", "Gwen"}
    assert not [each for each in answer.nearest if "gwen" in each.title.lower()]


def test_what_is_about_the_same_is_near(asked: Callable[..., Answer]) -> None:
    nearest = asked("What did Gwen say about the paint of the lighthouse?").nearest
    assert nearest
    assert "lighthouse" in nearest[0].title
