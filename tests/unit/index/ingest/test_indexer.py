from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.errors import PostFormatError
from index.given_posts import GivenPosts
from index.ingest.comparison import BATCH
from index.ingest.counts import Counts
from index.ingest.indexer import Indexer
from index.posts import FOLLOWED
from index.sqlite import erasure
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post
from tests.unit.index.ingest.conftest import BREAD, CHEESE, REPLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.embedding.encoder import OpenEncoder
    from index.posts import Hit
    from index.sqlite.store import Store

    Hits = Callable[..., dict[str, Hit]]
    ByWords = Callable[[str], set[str]]


def test_importing_the_same_twice_changes_nothing(indexer: Indexer, store: Store) -> None:
    source = GivenPosts([BREAD, CHEESE, REPLY], "/posts.csv")
    assert indexer.import_posts([source], within=["/posts.csv"]) == Counts(new=3)
    before = list(store.connection.iterdump())
    assert indexer.import_posts([source], within=["/posts.csv"]) == Counts(unchanged=3)
    assert list(store.connection.iterdump()) == before


def test_an_edited_post_s_old_words_and_vectors_can_no_longer_be_found(
    indexer: Indexer, by_words: ByWords, hits: Hits
) -> None:
    indexer.import_posts([GivenPosts([BREAD, CHEESE])])
    old = hits("goats behind the school")["notes:2"]
    counts = indexer.import_posts([GivenPosts([replace(CHEESE, text="Nets hang in the harbour")])])
    assert counts == Counts(changed=1)
    assert by_words("goats graze school") == set()
    assert by_words("harbour") == {"notes:2"}
    new = hits("goats behind the school")["notes:2"]
    assert new.passage.text == "Nets hang in the harbour"
    assert new.score < old.score


def test_posts_that_their_file_no_longer_holds_are_dropped(
    indexer: Indexer, by_words: ByWords, hits: Hits
) -> None:
    indexer.import_posts([GivenPosts([BREAD, CHEESE], "/posts.csv")], within=["/posts.csv"])
    counts = indexer.import_posts([GivenPosts([BREAD], "/posts.csv")], within=["/posts.csv"])
    assert counts == Counts(unchanged=1, removed=1)
    assert by_words("goats") == set()
    assert set(hits("goats")) == {"notes:1"}


def test_posts_of_a_file_that_is_gone_from_its_folder_are_dropped(
    indexer: Indexer, store: Store
) -> None:
    names = ["/posts/a.csv", "/posts/b.csv", "/posts-old/c.csv", ""]
    for number, name in enumerate(names):
        indexer.import_posts([GivenPosts([post(f"text {number}", str(number))], name)])
    again = GivenPosts([post("text 0", "0")], "/posts/a.csv")
    assert indexer.import_posts([again], within=["/posts"]).removed == 1
    assert {each.id for each in store.every_post()} == {"notes:0", "notes:2", "notes:3"}


def test_a_file_that_was_not_named_loses_nothing(indexer: Indexer) -> None:
    indexer.import_posts([GivenPosts([BREAD], "/a.csv"), GivenPosts([CHEESE], "/b.csv")])
    assert indexer.import_posts([GivenPosts([BREAD], "/a.csv")], within=["/a.csv"]).removed == 0


def test_a_refused_line_protects_the_file_s_other_posts(indexer: Indexer, store: Store) -> None:
    both = [GivenPosts([BREAD], "/p/a.csv"), GivenPosts([CHEESE], "/p/b.csv")]
    indexer.import_posts(both, within=["/p"])
    refused: list[PostFormatError] = []
    error = PostFormatError("a.csv", "empty_text", 1)
    torn = [GivenPosts([error], "/p/a.csv"), GivenPosts([], "/p/b.csv")]
    counts = indexer.import_posts(torn, within=["/p"], refuse=refused.append)
    assert (counts, refused) == (Counts(refused=1, removed=1), [error])
    assert [each.id for each in store.every_post()] == ["notes:1"]


def test_a_refused_file_protects_the_posts_of_the_folder_that_was_read_as_one(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([BREAD], "/p/export"), GivenPosts([CHEESE], "/p/exp")])
    torn = GivenPosts([PostFormatError("a.json", "broken")], "/p/export/a.json")
    assert indexer.import_posts([torn], within=["/p"]).removed == 1
    assert [each.id for each in store.every_post()] == [BREAD.id]


@pytest.mark.parametrize("between", [0, BATCH, 2 * BATCH])
def test_an_id_that_is_taken_is_refused_naming_the_other_file(store: Store, between: int) -> None:
    indexer = Indexer(store, lambda _: HashingEncoder(), "hashing")
    others = [post(f"text {number}", f"other{number}") for number in range(between)]
    sources = [
        GivenPosts([BREAD, *others], "/first.csv"),
        GivenPosts([BREAD, replace(BREAD, text="Something else"), CHEESE], "/second.csv"),
    ]
    refused: list[PostFormatError] = []
    counts = indexer.import_posts(sources, within=["/second.csv"], refuse=refused.append)
    (error,) = refused
    assert (error.file, error.kind) == ("/second.csv", "taken_elsewhere")
    assert error.values == {"id": "notes:1", "where": "/first.csv"}
    assert (counts.new, counts.refused) == (between + 2, 1)
    assert store.posts(["notes:1"])["notes:1"] == BREAD


def test_a_stream_that_repeats_an_id_is_called_standard_input(indexer: Indexer) -> None:
    refused: list[PostFormatError] = []
    twice = GivenPosts([BREAD, replace(BREAD, text="Something else")])
    indexer.import_posts([twice], refuse=refused.append)
    assert refused[0].file == "standard input"
    assert refused[0].values == {"id": "notes:1", "where": "standard input"}


def test_a_dry_run_counts_and_writes_nothing(indexer: Indexer, store: Store) -> None:
    indexer.import_posts([GivenPosts([BREAD, CHEESE], "/p/a.csv")])
    before = list(store.connection.iterdump())
    changed = GivenPosts([replace(BREAD, text="new text"), post("four", "4")], "/p/b.csv")
    counts = indexer.import_posts([changed], within=["/p"], dry_run=True)
    assert counts == Counts(new=1, changed=1, removed=1)
    assert list(store.connection.iterdump()) == before


def test_a_post_that_moved_to_another_file_stays_when_the_old_file_goes(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([BREAD], "/p/old.csv")], within=["/p"])
    counts = indexer.import_posts([GivenPosts([BREAD], "/p/new.csv")], within=["/p"])
    assert counts == Counts(unchanged=1)
    assert store.known(["notes:1"])["notes:1"].origin == "/p/new.csv"


def test_a_changed_post_from_a_stream_keeps_the_file_it_came_from(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([BREAD], "/a.csv")])
    indexer.import_posts([GivenPosts([replace(BREAD, text="new text")])])
    assert store.known(["notes:1"])["notes:1"].origin == "/a.csv"


def test_progress_tells_the_position_over_all_sources_and_the_counts(store: Store) -> None:
    posts = [post(f"text {number}", str(number)) for number in range(BATCH + 20)]
    calls: list[tuple[int, Counts]] = []
    indexer = Indexer(store, lambda _: HashingEncoder(), "hashing")
    sources = [GivenPosts(posts[:10]), GivenPosts(posts[10:])]
    indexer.import_posts(sources, progress=lambda *call: calls.append(call))
    assert [(position, counts.read) for position, counts in calls] == [
        (BATCH + 10, BATCH + 10),
        (BATCH + 20, BATCH + 20),
    ]


def test_a_kill_in_mid_import_leaves_whole_batches_and_the_next_import_does_the_rest(
    store: Store,
) -> None:
    posts = [post(f"text {number}", str(number)) for number in range(BATCH * 2)]
    indexer = Indexer(store, lambda _: HashingEncoder(), "hashing")

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        indexer.import_posts([GivenPosts(posts, "/a")], within=["/a"], progress=kill)
    assert len(list(store.every_post())) == BATCH
    counts = indexer.import_posts([GivenPosts(posts, "/a")], within=["/a"])
    assert counts == Counts(new=BATCH, unchanged=BATCH)


def test_posts_are_encoded_only_where_they_changed(store: Store) -> None:
    encoder = HashingEncoder()
    indexer = Indexer(store, lambda _: encoder, "hashing")
    indexer.import_posts([GivenPosts([BREAD, CHEESE])])
    encoder.seen.clear()
    indexer.import_posts([GivenPosts([BREAD, replace(CHEESE, text="Nets")])])
    assert encoder.seen == ["Nets"]


def test_posts_get_the_vectors_of_the_stored_model_and_not_of_the_settings(
    indexer: Indexer, store: Store
) -> None:
    indexer.import_posts([GivenPosts([BREAD])])
    opened: list[str] = []

    def open_encoder(name: str) -> HashingEncoder:
        opened.append(name)
        return HashingEncoder(dimension=builder_dimension(store))

    Indexer(store, open_encoder, "another").import_posts([GivenPosts([CHEESE])])
    model = store.active_model()
    assert model is not None
    assert opened == [model.name]


def builder_dimension(store: Store) -> int:
    model = store.active_model()
    return model.dimension if model else 0


def test_the_counts_of_posts_read_leave_out_what_was_refused_or_removed() -> None:
    assert Counts(new=1, changed=2, unchanged=3, removed=4, refused=5).read == 6


def test_the_bundled_model_s_name_is_stored_with_the_first_post(
    indexer: Indexer, store: Store, open_bundled: OpenEncoder
) -> None:
    indexer.import_posts([GivenPosts([BREAD])])
    model = store.active_model()
    assert model is not None
    assert (model.name, model.dimension) == (
        open_bundled("").name,
        open_bundled("").dimension,
    )


def test_nothing_of_an_account_that_is_unwanted_is_stored_or_kept(
    indexer: Indexer, store: Store
) -> None:
    mine, yours = post("mine", "1", author_id="slack:T1/U1"), post("yours", "2")
    indexer.import_posts([GivenPosts([mine, yours], "/a")], within=["/a"])
    store.suppress("slack:T1/U1")
    store.suppress("slack:T1/U1")
    counts = indexer.import_posts([GivenPosts([mine, yours], "/a")], within=["/a"])
    assert (counts.unchanged, counts.removed) == (1, 1)
    assert list(store.posts(["notes:1", "notes:2"])) == ["notes:2"]


def test_a_post_that_is_unwanted_is_not_stored_again(indexer: Indexer, store: Store) -> None:
    store.suppress("notes:1")
    counts = indexer.import_posts([GivenPosts([post("mine", "1"), post("yours", "2")])])
    assert counts.new == 1
    assert list(store.posts(["notes:1", "notes:2"])) == ["notes:2"]


def test_counts_are_added_each_to_its_own() -> None:
    total = Counts(1, 2, 3, 4, 5) + Counts(new=10, refused=50)
    assert total == Counts(11, 2, 3, 4, 55)
    more = [PostFormatError(f"{number}.txt", "empty_file") for number in range(5)]
    assert total.with_refused(*more) == Counts(11, 2, 3, 4, 60)
    assert total.with_refused(*more).problems == tuple(more[:3])
    assert total.with_refused() == total


def test_posts_for_everyone_are_for_an_audience_where_one_is_given(
    indexer: Indexer, store: Store
) -> None:
    open_, own = post("open", "1"), post("own", "2", audience="discord:7")
    indexer.import_posts([GivenPosts([open_, own])], audience="discord:1")
    kept = store.posts(["notes:1", "notes:2"])
    assert [kept[each].audience for each in ("notes:1", "notes:2")] == ["discord:1", "discord:7"]
    assert indexer.import_posts([GivenPosts([open_, own])], audience="discord:2") == Counts(
        unchanged=2
    )


def test_a_message_alone_makes_no_temporary_table(indexer: Indexer, store: Store) -> None:
    indexer.import_posts([GivenPosts([BREAD], FOLLOWED)], opens=True)
    assert store.connection.execute("SELECT name FROM sqlite_temp_schema").fetchall() == []


def test_an_import_that_brings_much_leaves_the_words_in_one_piece(
    indexer: Indexer, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "FEWEST", 2)
    for some in ([BREAD, CHEESE], [REPLY, post("Nets hang in the harbour", "net")]):
        indexer.import_posts([GivenPosts(some)])
        query = "SELECT count(DISTINCT segid) FROM words_idx"
        assert store.connection.execute(query).fetchone() == (1,)
