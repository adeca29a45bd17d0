"""Whatever stands in a field of an archive costs that field or that record, and no other."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pytest

from adapters.sources.faults import apart
from adapters.sources.file_defaults import Labels
from index.errors import PostFormatError
from tests.fakes.archives import as_json, unpacked
from tests.fakes.filled import chats
from tests.fakes.odd import odd_ones
from tests.fuzz.inputs import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from index.posts import Post
    from tests.unit.adapters.sources.conftest import ReadPaths

LABELS: Final = Labels(file="a.json", name="a.json", source="a")

SELDOM: Final = 7
"""Of all that is odd, each seventh is read."""

IN_JSON: Final = sorted(
    kind for kind, files in SOURCES.items() if any(each.endswith(".json") for each in files())
)

SAID: Final[Mapping[str, Any]] = {"type": "message", "user": "U1", "text": "The mast is ash."}
ODD: Final[tuple[Any, ...]] = ({}, [], {"a": []}, [None], 5, True, None, "\u202e")


def made_odd(files: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    """Yield the files again and again, each time with one value of one of them changed."""
    for name, content in files.items():
        if name.endswith(".json") and content.lstrip()[:1] in {b"[", b"{"}:
            for each in odd_ones(json.loads(content)):
                yield {**files, name: as_json(each)}


@pytest.mark.slow
@pytest.mark.parametrize("kind", IN_JSON)
def test_no_value_of_an_archive_is_a_fault(
    kind: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    odd = [*islice(made_odd(SOURCES[kind]()), 0, None, SELDOM)]
    assert odd
    for files in odd:
        found = read_paths(unpacked(tmp_path / "a", files))
        assert [each for each in found.errors if each.error.kind == "reader_fault"] == []


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("key", ["subtype", "type", "bot_id", "files", "reactions", "edited"])
def test_an_odd_field_of_a_message_in_slack_costs_no_other_message(
    key: str, odd: object, tmp_path: Path, read_paths: ReadPaths
) -> None:
    file = {"id": "F1", "name": "mast.png", "title": "A mast"}
    days = {
        "keel/2024-04-05.json": [
            {**SAID, "ts": "1.1"},
            {**SAID, "ts": "2.1", "file": file, key: odd},
            {**SAID, "ts": "3.1"},
        ],
        "keel/2024-04-06.json": [{**SAID, "ts": "4.1"}],
    }
    found = read_paths(
        unpacked(tmp_path / "a", {**chats.slack(), **{d: as_json(m) for d, m in days.items()}})
    )

    assert found.errors == []
    ids = {each.id.rpartition("/")[2] for each in found.posts}
    assert ids >= {"1.1", "3.1", "4.1"}


@pytest.mark.parametrize("odd", [{}, [], {"a": []}, [None], None])
@pytest.mark.parametrize("place", ["id", "answer_id", "count"])
def test_an_odd_vote_costs_the_counts_of_its_poll_and_no_message(
    place: str, odd: object, tmp_path: Path, read_paths: ReadPaths
) -> None:
    answers = [
        {"answer_id": number, "poll_media": {"text": text}}
        for number, text in enumerate(("Ash", "Oak"))
    ]
    counts: list[dict[str, Any]] = [{"id": 0, "count": 3}, {"id": 1, "count": 2}]
    (answers if place == "answer_id" else counts)[0][place] = odd
    poll = {
        "question": {"text": "Which mast?"},
        "answers": answers,
        "results": {"is_finalized": True, "answer_counts": counts},
    }
    export = json.loads(chats.discord()["keel.json"])
    first = export["messages"][0]
    export["messages"] = [
        {**first, "id": "601"},
        {**first, "id": "602", "content": "", "embeds": [], "poll": poll},
        {**first, "id": "603"},
    ]
    found = read_paths(unpacked(tmp_path / "a", {"keel.json": as_json(export)}))

    assert found.errors == []
    texts = {each.id.rpartition("/")[2]: each.text for each in found.posts if not each.part}
    assert set(texts) == {"601", "602", "603"}
    assert "• Ash: 0" not in texts["602"]


def test_a_fault_of_ours_costs_one_record_and_names_its_file() -> None:
    def faulty() -> Iterator[Post | PostFormatError]:
        yield PostFormatError("a.json", "no_messages")
        raise KeyError("ash")

    first, fault = apart(faulty(), LABELS)

    assert isinstance(first, PostFormatError)
    assert isinstance(fault, PostFormatError)
    assert (first.kind, fault.kind, fault.file) == ("no_messages", "reader_fault", "a.json")


@pytest.mark.parametrize("error", [PostFormatError("a.json", "gone"), OSError(5, "lost")])
def test_what_costs_the_whole_file_is_left_to_whoever_reads_it(error: Exception) -> None:
    def broken() -> Iterator[Post | PostFormatError]:
        yield PostFormatError("a.json", "no_messages")
        raise error

    with pytest.raises(type(error)):
        [*apart(broken(), LABELS)]
