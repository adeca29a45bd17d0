"""What of the files in a Slack export is read, and what of them is counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import as_json, payload, unpacked, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths

DAY: Final = "compost/2024-03-01.json"
CANVAS: Final = [
    {"id": "F0CANVAS", "name": "Canvas", "title": "The plan for the heap in autumn",
     "filetype": "quip", "url_private": "https://files.example/F0CANVAS", "created": 1709283600}
]  # fmt: skip


def with_file(tmp_path: Path, read_paths: ReadPaths, file: Mapping[str, object]) -> Found:
    files = {name: data for name, data in payload("slack").items() if name.endswith("s.json")}
    said = {"type": "message", "user": "U0ADA", "ts": "1709290000.000100", "text": "See this."}
    files[DAY] = as_json([said | {"files": [file]}])
    return read_paths(unpacked(tmp_path / "a", files))


@pytest.mark.parametrize("folder", ["compost/", "board/", "D0ADABEN/", ""])
def test_a_list_of_canvases_is_no_post_and_is_counted(
    tmp_path: Path, read_paths: ReadPaths, folder: str
) -> None:
    files = payload("slack")
    before = read_paths(unpacked(tmp_path / "a", files))
    name = "canvas_in_the_conversation.json" if folder else "canvases.json"
    files[folder + name] = as_json(CANVAS)
    for found in (
        read_paths(unpacked(tmp_path / "b", files)),
        read_paths(zipped(tmp_path / "b.zip", files)),
    ):
        assert found.errors == before.errors == []
        assert found.posts == before.posts
        assert found.left_out - before.left_out == {"file_contents": 1}


def test_a_post_of_slack_s_is_read_where_the_message_has_all_of_it(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    post = {"id": "F1", "mode": "space", "filetype": "space", "name": "Heap", "title": "Heap",
            "preview": "Turn the heap twice a month."}  # fmt: skip
    found = with_file(tmp_path, read_paths, post)
    assert any("Turn the heap twice a month." in each.text for each in found.posts)
    assert "file_contents" not in found.left_out


@pytest.mark.parametrize(
    "file",
    [
        {"mode": "space", "preview": "Turn the", "preview_is_truncated": True},
        {"mode": "space", "preview": "<document><p>Turn the heap.</p></document>"},
        {"mode": "list", "filetype": "list", "title": "Tasks"},
        {"mode": "email", "filetype": "email", "subject": "Heap", "preview": "<p>Turn it.</p>"},
    ],
)
def test_what_a_message_has_not_of_a_file_is_counted(
    tmp_path: Path, read_paths: ReadPaths, file: dict[str, object]
) -> None:
    found = with_file(tmp_path, read_paths, {"id": "F1", "name": "Heap", **file})
    assert found.left_out["file_contents"] == 1
    assert "<" not in json.dumps([each.text for each in found.posts])


@pytest.mark.parametrize("text", ["", "See the file."])
def test_the_words_of_a_file_are_counted_whether_its_message_has_words_or_not(
    tmp_path: Path, read_paths: ReadPaths, text: str
) -> None:
    file = {"id": "F1", "name": "heap.pdf", "title": "heap.pdf"}
    message = {"type": "message", "user": "U1", "ts": "1770019200.000100", "text": text}
    files = {
        "users.json": as_json([{"id": "U1", "name": "ada"}]),
        "channels.json": as_json([{"id": "C1", "name": "compost"}]),
        "compost/2026-02-02.json": as_json([message | {"files": [file]}]),
    }
    found = read_paths(unpacked(tmp_path / "e", files))
    assert found.left_out == {"file_contents": 1} | ({} if text else {"wordless": 1})
