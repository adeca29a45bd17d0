from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.left_out_fields import Known, note_left_out, values_at

if TYPE_CHECKING:
    from adapters.sources.left_out_fields import Fields

FIELDS: Final[Fields] = {"text": "text", "old": "old_versions", "notes.draft": "drafts"}


def test_what_stands_in_fields_of_which_no_post_is_made_is_counted() -> None:
    left_out: Counter[str] = Counter()
    note_left_out({"text": "a", "notes": [{"draft": "b"}, {"draft": "c"}, 3]}, FIELDS, left_out)
    assert left_out == {"drafts": 2}


def test_empty_fields_and_other_shapes_count_nothing() -> None:
    left_out: Counter[str] = Counter()
    note_left_out({"old": "", "notes": "none"}, FIELDS, left_out)
    assert left_out == {}


def test_lists_in_lists_have_their_values_in_order_however_deep_they_are() -> None:
    nested: object = ["b"]
    for _ in range(5_000):
        nested = [nested]
    assert [*values_at([{"a": "a"}, {"a": nested}, {"a": ["c", [{"a": 1}]]}], ["a"])] == [
        "a", "b", "c", {"a": 1},
    ]  # fmt: skip


def test_a_new_field_is_named_where_it_holds_something() -> None:
    known = Known(
        "Cards", "1", {"text": "text", "poll.question": "text"}, within={"poll": frozenset()}
    )
    empty: dict[str, object] = {"components": [], "note": None, "mood": "", "style": {}}
    record = {
        "text": "a",
        **empty,
        "votes": 0,
        "poll": {"question": "b", **empty, "is_open": False},
    }
    assert known.newer(record) == ["votes", "poll.is_open"]
