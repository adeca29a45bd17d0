from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.clock import utc_now
from index.search import keywords
from index.search_scope import Filters, Scope
from index.sqlite.store import Store
from tests.fakes.examples import at_most
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLIC = Scope(frozenset({"everyone"}))
POSTS = [
    post("What's new in C++ this winter", "1"),
    post("The levain is too soft, says the baker", "2", title="Bread"),
    post("Foo and bar are names without a meaning", "3", author="Ada Lovelace"),
    post("Un café près de la gare", "4"),
    post("Secret plans for the levain", "5", audience="slack:C1"),
]
FILLERS = [post(f"filler number {number}", f"f{number}") for number in range(30)]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(
        tmp_path_factory.mktemp("fulltext") / "pullquote.db", create=True, clock=utc_now
    )
    put(store, *POSTS, *FILLERS)
    yield store
    store.close()


def matches(store: Store, text: str, scope: Scope = PUBLIC, count: int = 50) -> list[str]:
    found = keywords.matches(store, text, scope, count).scores
    passages = store.passages(found)
    return [passages[id_].post_id for id_ in found]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("what's new?", {"notes:1"}),
        ("c++", {"notes:1"}),
        ("C#", set()),
        ("foo:bar", {"notes:3"}),
        ("new AND", {"notes:1"}),
        ("NOT foo", {"notes:3"}),
        ("foo*", {"notes:3"}),
        ("^foo -bar", {"notes:3"}),
        ("NEAR(foo, 99)", {"notes:3", "notes:4"}),  # near is "près"
        ("title_words:bread", {"notes:2"}),
        ('"', set()),
        ('levain" OR "foo', {"notes:2", "notes:3"}),
        ("'; DROP TABLE posts; --", set()),
        ("\x00levain\x00", {"notes:2"}),
        ("👩‍👩‍👧 🎉", set()),
        ("CAFÉ", {"notes:4"}),
        ("cafe", {"notes:4"}),
        ("𝗹𝗲𝘃𝗮𝗶𝗻", {"notes:2"}),
        ("lovelace", {"notes:3"}),
        ("levain " + "x" * 2000, {"notes:2"}),
        ("", set()),
    ],
)
def test_a_question_is_only_ever_words(stored: Store, question: str, ids: set[str]) -> None:
    assert set(matches(stored, question)) == ids


@given(st.text() | st.text("\"'*:()^-+ANDORNEARNOT ", max_size=40))
def test_no_question_is_ever_an_error(stored: Store, question: str) -> None:
    assert set(matches(stored, question)) <= {each.id for each in POSTS + FILLERS}


def test_two_thousand_characters_of_words_are_answered(stored: Store) -> None:
    question = " ".join(f"word{number}" for number in range(300)) + " levain"
    assert len(question) >= 2000
    assert matches(stored, question) == ["notes:2"]


def test_another_form_of_a_word_is_found(stored: Store) -> None:
    assert matches(stored, "bakers") == ["notes:2"]
    assert matches(stored, "les gares") == ["notes:4"]


def test_a_word_of_the_other_language_is_found(stored: Store) -> None:
    assert "notes:1" in matches(stored, "pourquoi parler de l'hiver et du winter ?")


def test_a_word_is_found_by_its_translation(store: Store) -> None:
    put(store, post("Le pain est sorti du four", "p"), *FILLERS)
    assert matches(store, "why was the bread late?") == ["notes:p"]


def test_the_word_itself_comes_before_its_translation(store: Store) -> None:
    put(store, post("Le pain du matin", "p"), post("The bread of today", "b"), *FILLERS)
    assert matches(store, "where is the bread?") == ["notes:b", "notes:p"]
    assert matches(store, "où est le pain ?") == ["notes:p", "notes:b"]


def test_a_word_and_its_translations_together_tell_what_it_is_worth(store: Store) -> None:
    put(store, post("Le pain du matin", "p"), *FILLERS)
    alone = keywords.matches(store, "bread", Scope(), 9).idf_weights["bread"]
    put(store, *(post(f"Le pain numéro {number}", f"n{number}") for number in range(4)))
    assert keywords.matches(store, "bread", Scope(), 9).idf_weights["bread"] < alone


def test_a_word_in_two_forms_counts_once(stored: Store) -> None:
    once = keywords.matches(stored, "baker", Scope(), 9)
    twice = keywords.matches(stored, "baker, bakers", Scope(), 9)
    assert twice.scores == once.scores
    assert twice.max_score == once.max_score


def test_a_common_translation_is_not_looked_for(store: Store) -> None:
    put(store, *(post(f"Le pain numéro {number}", f"n{number}") for number in range(40)))
    put(store, post("The bread of today", "b"))
    assert matches(store, "where is the bread?") == ["notes:b"]


def test_more_of_the_words_comes_first(stored: Store) -> None:
    assert matches(stored, "levain, bakers?", Scope())[0] == "notes:2"


def test_scores_fall_and_are_positive_and_never_above_what_can_be_reached(stored: Store) -> None:
    found = keywords.matches(stored, "levain foo baker winter", Scope(), 50)
    scores = list(found.scores.values())
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= found.max_score


def test_no_more_than_asked_for_are_returned(stored: Store) -> None:
    assert len(matches(stored, "levain foo winter", count=2)) == 2


def test_what_readers_may_not_see_is_not_found(stored: Store) -> None:
    assert matches(stored, "secret plans") == []
    assert matches(stored, "secret plans", Scope()) == ["notes:5"]
    assert matches(stored, "secret plans", Scope(frozenset({"slack:C1"}))) == ["notes:5"]


@pytest.mark.parametrize("audience", [set(), {""}, {'"'}, {"everyone OR slack"}])
def test_a_reader_of_no_audience_finds_nothing(stored: Store, audience: set[str]) -> None:
    assert matches(stored, "levain foo", Scope(frozenset(audience))) == []


def test_filters_narrow_what_is_found(stored: Store) -> None:
    scope = Scope(None, Filters(author="ada"))
    assert matches(stored, "levain foo winter", scope) == ["notes:3"]


def test_a_word_that_no_passage_has_still_counts_in_what_could_be_reached(stored: Store) -> None:
    known = keywords.matches(stored, "levain", Scope(), 50)
    more = keywords.matches(stored, "levain xyzzy", Scope(), 50)
    assert more.max_score > known.max_score
    assert list(more.scores) == list(known.scores)


def test_a_word_of_most_passages_is_passed_over(stored: Store) -> None:
    assert matches(stored, "filler number") == []


def test_an_empty_index_finds_nothing(store: Store) -> None:
    assert matches(store, "levain") == []


@pytest.fixture
def private_chatter(store: Store) -> Callable[[], None]:
    """Add much that the public may not read."""
    put(store, *POSTS[:4], *FILLERS)
    loud = [post(f"levain {number}", f"p{number}", audience="slack:C1") for number in range(300)]
    return lambda: put(store, *loud)


def test_what_readers_may_not_see_pushes_nothing_out(
    store: Store, private_chatter: Callable[[], None]
) -> None:
    before = matches(store, "levain", count=1)
    private_chatter()
    assert before == ["notes:2"]
    assert matches(store, "levain", count=1) == before


def test_what_readers_may_not_see_makes_no_word_commoner(
    store: Store, private_chatter: Callable[[], None]
) -> None:
    before = keywords.matches(store, "levain foo", PUBLIC, 50)
    private_chatter()
    after = keywords.matches(store, "levain foo", PUBLIC, 50)
    assert after.idf_weights == before.idf_weights
    assert set(after.scores) == set(before.scores)


def test_what_readers_may_not_see_changes_no_order(
    store: Store, private_chatter: Callable[[], None]
) -> None:
    before = matches(store, "levain foo")
    private_chatter()
    assert before == ["notes:2", "notes:3"]
    assert matches(store, "levain foo") == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(30))
@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_every_post_is_found_by_its_own_words(store: Store, text: str) -> None:
    put(store, post(text), *FILLERS)
    found = keywords.matches(store, text, Scope(), 50)
    assert bool(found.scores) == bool(found.idf_weights)


def test_every_telling_word_is_weighed_as_it_was_asked_the_common_ones_least(
    store: Store, save: Callable[..., None]
) -> None:
    save(*(post(f"bread number {number}", str(number)) for number in range(9)), post("Épis", "e"))
    asked = keywords.matches(store, "Is the BREAD of épis unknown?", Scope(), 9).asked
    assert list(asked) == ["bread", "epis", "unknown"]
    assert 0 < asked["bread"] < asked["epis"] < asked["unknown"]
