"""What is odd in a list of people or channels costs that name, and no message of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from index.posts import EVERYONE
from tests.fakes.archives import unpacked
from tests.fakes.filled import messengers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths

LONG: Final = "a" * 20_000
NO_NAMES: Final[tuple[object, ...]] = (
    None,
    5,
    "",
    " ",
    "\ud800",
    LONG,
    [],
    {},
    ["a"],
    {"a": []},
    True,
    1.5,
)
NO_IDS: Final[tuple[object, ...]] = (None, [], {}, [None], 1.5)


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()  # with halves of characters spelled out


def faulty(value: object) -> object:
    if value == "Ben":
        raise KeyError(value)
    return value


def zulip(table: str, **changed: object) -> dict[str, bytes]:
    """Return two messages in two channels by two people, the second of each list changed."""
    lists: dict[str, list[dict[str, Any]]] = {
        "zerver_userprofile": [{"id": 1, "full_name": "Ada"}, {"id": 2, "full_name": "Ben"}],
        "zerver_stream": [
            {"id": 7, "name": "keel", "invite_only": False},
            {"id": 8, "name": "mast", "invite_only": False},
        ],
        "zerver_recipient": [
            {"id": 70, "type": 2, "type_id": 7},
            {"id": 80, "type": 2, "type_id": 8},
            {"id": 90, "type": 1, "type_id": 1},
        ],
    }
    lists[table][1] |= changed
    said = {"subject": "Oil", "date_sent": 1770019200}
    messages = [
        {**said, "id": 1, "sender": 1, "recipient": 70, "content": "The keel is of oak."},
        {**said, "id": 2, "sender": 2, "recipient": 80, "content": "The mast is of ash."},
        {**said, "id": 3, "sender": 2, "recipient": 90, "content": "Between us."},
    ]
    return {
        "realm.json": as_json(lists),
        "messages-000001.json": as_json({"zerver_message": messages}),
    }


@pytest.fixture
def read(tmp_path: Path, read_paths: ReadPaths) -> Any:
    def reading(files: dict[str, bytes]) -> Found:
        return read_paths(unpacked(tmp_path / "a", files))

    return reading


def said(found: Found) -> dict[str, tuple[str, str | None, str]]:
    return {each.text: (each.source, each.author, each.audience) for each in found.posts}


KEEL: Final = {"The keel is of oak.": ("#keel", "Ada", EVERYONE)}


@pytest.mark.parametrize("odd", NO_NAMES)
def test_a_person_without_a_name_in_zulip_costs_the_name(odd: object, read: Any) -> None:
    found = read(zulip("zerver_userprofile", full_name=odd))

    assert found.errors == []
    assert said(found) == KEEL | {"The mast is of ash.": ("#mast", None, EVERYONE)}
    assert found.left_out["list_records"] == 1


@pytest.mark.parametrize("odd", NO_NAMES)
def test_a_channel_without_a_name_in_zulip_is_called_by_its_number(odd: object, read: Any) -> None:
    found = read(zulip("zerver_stream", name=odd))

    assert found.errors == []
    assert said(found) == KEEL | {"The mast is of ash.": ("#8", "Ben", EVERYONE)}
    assert found.left_out["list_records"] == 1


@pytest.mark.parametrize("odd", NO_IDS)
@pytest.mark.parametrize(
    ("table", "key"),
    [("zerver_stream", "id"), ("zerver_recipient", "id"), ("zerver_recipient", "type_id")],
)
def test_messages_of_a_channel_that_is_in_no_list_are_counted_as_such(
    table: str, key: str, odd: object, read: Any
) -> None:
    found = read(zulip(table, **{key: odd}))

    assert found.errors == []
    assert said(found) == KEEL
    assert found.left_out["unlisted_channels"] == 1
    assert found.left_out["direct_messages"] == 1


@pytest.mark.parametrize("odd", [None, [], {}, "", "false", 5, [None]])
def test_a_channel_of_which_is_unclear_who_may_read_it_is_private(odd: object, read: Any) -> None:
    found = read(zulip("zerver_stream", invite_only=odd))

    assert said(found)["The mast is of ash."] == ("#mast", "Ben", "zulip:8")


def test_a_fault_in_a_record_of_a_list_costs_that_record(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_in_json = "adapters.sources.messengers.zulip.name_in_json"

    monkeypatch.setattr(name_in_json, faulty)
    found = read(zulip("zerver_userprofile"))

    assert [each.error.kind for each in found.errors] == ["reader_fault"]
    assert said(found) == KEEL | {"The mast is of ash.": ("#mast", None, EVERYONE)}


def matrix(**changed: object) -> dict[str, bytes]:
    """Return a room of two people, the member event of the second one changed."""
    room = json.loads(messengers.matrix()["export.json"])
    named, first = room["messages"][:2]
    second = {**first, "event_id": "$9", "sender": "@ben:example.org"}
    second["content"] = {"msgtype": "m.text", "body": "The mast is of ash."}
    member = {**named, "event_id": "$00", "state_key": "@ben:example.org"}
    member["content"] = {"membership": "join", "displayname": "Ben"} | changed
    return {"export.json": as_json({**room, "messages": [named, member, first, second]})}


@pytest.mark.parametrize("odd", [5, "\ud800", LONG, ["a"], {"a": []}, True])
def test_a_member_without_a_name_in_matrix_is_called_by_the_account(odd: object, read: Any) -> None:
    found = read(matrix(displayname=odd))

    assert found.errors == []
    assert [each.author for each in found.posts if "mast" in each.text] == ["ben"]
    assert len(found.posts) == 2
    assert found.left_out["list_records"] == 1


def test_a_room_with_too_long_a_name_is_called_by_its_file(read: Any) -> None:
    files = matrix()
    room = json.loads(files["export.json"]) | {"room_name": LONG}
    found = read({"export.json": as_json(room)})

    assert found.errors == []
    assert {each.source for each in found.posts} == {"a"}


def test_a_fault_in_an_event_that_names_somebody_costs_that_event(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.sources.messengers.matrix.name_in_json", faulty)
    found = read(matrix())

    assert [each.error.kind for each in found.errors] == ["reader_fault"]
    assert [each.author for each in found.posts if "mast" in each.text] == ["ben"]
    assert len(found.posts) == 2
