"""What every engine does beside storing and finding: imports, suppression, erasure, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.posts import EVERYONE, FOLLOWED
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Engine
    from tests.fakes.index.engines import Kept


def test_an_import_is_told_what_it_did_not_meet(engine: Engine) -> None:
    put(engine, post("one"), post("two", "2"), origin="/folder/a.csv")
    put(engine, post("three", "3", audience="slack:C1"), origin="/folder/b.csv")
    session = engine.import_session()
    session.meet({"notes:1": ("hash", "/folder/a.csv")})
    assert session.met("notes:1") == ("hash", "/folder/a.csv")
    assert session.met("notes:2") is None
    assert session.not_met(["/folder"], []) == ["notes:2", "notes:3"]
    assert session.not_met(["/folder"], ["/folder/a.csv"]) == ["notes:3"]
    assert session.audience_of("/folder/b.csv") == "slack:C1"
    assert session.audience_of("/folder") == EVERYONE
    assert engine.holds_any_of(["/folder"])
    assert not engine.holds_any_of(["/fold"])


def test_what_is_suppressed_and_deleted_is_told(engine: Engine) -> None:
    engine.suppress("slack:T1/U1", "slack:T1/U1")
    engine.mark_deleted(["slack:T1/C1/1", "slack:T1/C1/2"])
    engine.unmark_deleted(["slack:T1/C1/2"])
    assert engine.suppressed_among(["slack:T1/U1", "slack:T1/U2", None]) == {"slack:T1/U1"}
    assert engine.deleted_at_source(["slack:T1/C1/1", "slack:T1/C1/2"]) == {"slack:T1/C1/1"}


def test_titles_of_a_suppressed_account_are_told(engine: Engine) -> None:
    told = replace(post("goats"), id="discord:5/7/1", title="Ada's secret")
    put(engine, told)
    assert not engine.note_titles({"discord:5/7/": "discord:9"})
    engine.suppress("discord:9")
    assert engine.suppressed_places(["discord:5/7/", "discord:5/8/"]) == {"discord:5/7/"}
    assert engine.suppressed_titles() == [told.id]
    assert engine.stored_untitled([told.id]) == {told.id: (replace(told, title=""), "")}
    assert engine.titled_by(["discord:9"], frozenset({EVERYONE})) == ["discord:5/7/"]


def test_an_erasure_is_owed_until_no_trace_is_left(
    kept: Kept, engine: Engine, tmp_path: Path
) -> None:
    put(engine, post("the word pumpernickel"))
    assert any(b"pumpernickel" in each for each in kept.files())
    engine.owe_erasure()
    with engine.writing():
        engine.remove(["notes:1"])
    assert engine.owes_erasure
    engine.leave_no_trace(tmp_path / "cache")
    assert not engine.owes_erasure
    assert not any(b"pumpernickel" in each for each in kept.files())


def test_what_is_noted_replaces_what_was_noted_before(engine: Engine) -> None:
    assert engine.noted("scale") is None
    engine.note("scale", "1")
    engine.note("scale", "2")
    assert engine.noted("scale") == "2"


def test_the_parts_of_a_message_are_found_with_it_and_no_other_s(engine: Engine) -> None:
    whole, other = "discord:5/7/12", "discord:5/7/123"
    ids = [
        whole,
        f"{whole}~page",
        f"{whole}~page-2",
        other,
        f"{other}~page",
        "notes:12",
        "notes:12~a",
    ]
    put(engine, *(replace(post(f"words of {id_}"), id=id_) for id_ in ids))
    assert engine.with_parts([whole, "discord:5/7/9"]) == [
        whole, "discord:5/7/9", f"{whole}~page", f"{whole}~page-2",
    ]  # fmt: skip
    assert engine.with_parts(["notes:12"]) == ["notes:12"]  # no message has such an id


def test_an_account_is_called_as_its_own_posts_of_a_server_say(engine: Engine) -> None:
    ada = replace(post("one", author="Ada"), author_id="discord:1")
    put(
        engine,
        replace(ada, id="discord:5/7/1~page", author="A paper"),
        replace(ada, id="discord:5/7/2"),
        replace(ada, id="discord:6/7/3", author="Countess"),
    )
    assert engine.account_names(["discord:1", "discord:2"], "discord:5/") == {"discord:1": "Ada"}
    newest = {each.id for each in engine.newest_by("discord:1", None, 9)}
    assert newest == {"discord:5/7/2", "discord:6/7/3"}
    assert engine.accounts_called("A paper") == {}


def test_what_messages_call_an_account_and_a_channel_is_told_with_their_newest_day(
    engine: Engine,
) -> None:
    early, late = datetime(2024, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, 8, 0, 0, 5, tzinfo=UTC)
    ada = replace(
        post("one", author="Ada"), author_id="discord:1", source="#town", audience="discord:7",
        posted_at=early,
    )  # fmt: skip
    put(
        engine,
        replace(ada, id="discord:5/7/1~page", author="A paper", posted_at=None),
        replace(ada, id="discord:5/7/2"),
        replace(ada, id="discord:5/8/3", posted_at=late),
        replace(ada, id="discord:5/7/4", audience="everyone", author=None),
        replace(ada, id="discord:6/7/5", author="Countess", source="#other"),
        replace(ada, id="discord:5/7/6", author_id="discord:2"),
    )
    put(engine, replace(ada, id="discord:5/7/7", source="#old", posted_at=None), origin=FOLLOWED)
    of_ada = [("discord:1", "Ada", "discord:7", is_followed, newest)
              for is_followed, newest in ((False, late), (True, None))]  # fmt: skip
    assert sorted(engine.author_names(["discord:1", "discord:3"], "discord:5/")) == of_ada
    assert sorted(engine.source_names("discord:5/", "discord:7")) == [
        ("", "#old", "discord:7", True, None), ("", "#town", "discord:7", False, late),
    ]  # fmt: skip
    assert sorted(engine.source_names("discord:5/7/", None)) == [
        ("", "#old", "discord:7", True, None), ("", "#town", "discord:7", False, early),
        ("", "#town", "everyone", False, early),
    ]  # fmt: skip


def test_notes_are_listed_by_how_their_names_begin_and_forgotten_one_by_one(
    engine: Engine,
) -> None:
    for name in ("b:2", "b:1", "b", "c:1", "a:1"):
        engine.note(name, name.upper())
    assert list(engine.notes("b:").items()) == [("b:1", "B:1"), ("b:2", "B:2")]
    engine.forget_note("b:1")
    engine.forget_note("b:9")
    assert engine.notes("b:") == {"b:2": "B:2"}


def test_an_origin_is_told_only_where_posts_have_that_very_one(engine: Engine) -> None:
    put(engine, post("one"), origin="https://a.example/feed")
    asked = ["https://a.example/feed", "https://a.example", "https://a.example/feed/b"]
    assert engine.origins_among(asked) == {"https://a.example/feed"}
    assert engine.origins_among([]) == set()


def test_a_model_is_embedded_beside_the_one_that_answers(engine: Engine, tmp_path: Path) -> None:
    put(engine, post("bread"), post("goats", "2"))
    with engine.writing():
        other = engine.add_model("other", 256)
    first, second = engine.without_vector(other, 9)
    vectors = HashingEncoder().encode_passages(["bread"]).astype("float16")
    with engine.writing():
        engine.put_vectors(other, [first, 404], vectors.repeat(2, axis=0))
    assert engine.without_vector(other, 9) == [second]
    assert engine.embedded(other) == (1, 2)
    counts, found = engine.candidates(tmp_path / "cache").vectors_of(
        ["notes:1", "notes:2"], other, 9
    )
    assert (dict(counts), found.shape) == ({"notes:1": 1}, (1, 256))
