from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.search.similarity.model_calibration import Calibration
from index.search.similarity.whole_posts import HEADING, LONGEST, post_similarities
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from index.ports import Encoder, Tokens
    from index.posts import Post
    from index.search.relevance import PostSimilarity
    from index.sqlite.store import Store


OVEN = "The oven is lit on Fridays, and everybody may bake."
GOATS = "Goats graze behind the school, where nobody mows."
ASKED = "when is the oven lit?"
NO_CHANGE = Calibration()


@pytest.fixture
def about(
    save: Callable[..., None], store: Store, encoder: Encoder
) -> Callable[..., dict[str, PostSimilarity]]:
    """Store posts and return how near they are to the question."""

    def run(*posts: Post) -> dict[str, PostSimilarity]:
        save(*posts)
        return told(store, encoder)

    return run


def told(
    store: Store,
    encoder: Encoder,
    calibration: Calibration = NO_CHANGE,
    bare: Collection[str] = (),
) -> dict[str, PostSimilarity]:
    model = store.active_model()
    assert model is not None
    posts = {each.id: each for each in store.every_post()}
    question = encoder.encode_question(ASKED)
    return post_similarities(
        store.candidates(store.path.with_name("none")),
        posts,
        question,
        encoder=encoder,
        model=model,
        scale=calibration,
        bare=bare,
    )


def paragraphs(*texts: str) -> str:
    """Return a text of one passage for each of these."""
    return "\n\n".join(f"{text} {text} {text}" for text in texts)


def test_a_post_of_one_passage_is_its_own_beginning(
    about: Callable[..., dict[str, PostSimilarity]],
) -> None:
    (oven,) = about(post(OVEN)).values()
    assert oven.whole == pytest.approx(oven.beginning, abs=1e-3)
    assert oven.whole > 0.3


def test_what_a_post_says_first_is_its_beginning_and_all_of_it_the_whole(
    about: Callable[..., dict[str, PostSimilarity]],
) -> None:
    found = about(post(paragraphs(OVEN, GOATS), "1"), post(paragraphs(GOATS, OVEN), "2"))
    first, last = found["notes:1"], found["notes:2"]
    assert first.beginning > last.beginning
    assert first.whole == pytest.approx(last.whole, abs=1e-2)
    assert last.beginning < last.whole < first.beginning


def test_a_title_is_the_heading_and_the_first_words_where_there_is_none(
    about: Callable[..., dict[str, PostSimilarity]],
) -> None:
    titled = post(GOATS, "1", title="When the oven is lit")
    begun = post(f"{OVEN} {GOATS} {GOATS}", "2")
    late = post(f"{'Goats graze. ' * (HEADING // 10)} {OVEN}", "3")
    found = about(titled, begun, late)
    assert found["notes:1"].heading > found["notes:2"].heading > found["notes:3"].heading + 0.2


def test_of_a_long_post_only_its_first_passages_count(
    about: Callable[..., dict[str, PostSimilarity]],
) -> None:
    goats = [f"{number} {GOATS}" for number in range(LONGEST)]
    found = about(post(paragraphs(*goats), "1"), post(paragraphs(*goats, OVEN), "2"))
    assert found["notes:1"].whole == found["notes:2"].whole


def test_a_model_without_tokens_takes_the_beginning_for_the_heading(store: Store) -> None:
    put(store, post(OVEN, title="Of goats"))
    (oven,) = told(store, HashingEncoder()).values()
    assert oven.heading == oven.beginning > 0


def test_the_heading_of_a_short_post_of_its_own_words_is_not_read_again(
    save: Callable[..., None], store: Store, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(post(OVEN, "1"), post(GOATS, "2"), post(f"{OVEN} {GOATS} {GOATS}", "3"))
    before = told(store, encoder)
    read: list[str] = []
    encode_tokens = encoder.encode_tokens

    def noting(texts: Sequence[str], *, asked: bool = False) -> Tokens | None:
        read.extend(texts)
        return encode_tokens(texts, asked=asked)

    monkeypatch.setattr(encoder, "encode_tokens", noting)
    found = told(store, encoder, bare=["notes:1", "notes:2", "notes:3"])
    assert [each.split()[0] for each in read] == ["The"]
    for id_, each in found.items():
        assert each == pytest.approx(before[id_], abs=0.005)


def test_cosines_are_brought_to_the_scale_of_the_bundled_model(
    about: Callable[..., dict[str, PostSimilarity]], store: Store, encoder: Encoder
) -> None:
    (plain,) = about(post(OVEN)).values()
    (scaled,) = told(store, encoder, Calibration(0.5, 0.1)).values()
    assert scaled == pytest.approx([each / 2 + 0.1 for each in plain])


def test_no_posts_have_no_subject(
    about: Callable[..., dict[str, PostSimilarity]], store: Store
) -> None:
    assert list(about(post(OVEN))) == ["notes:1"]
    store.remove(["notes:1"])
    assert about() == {}
