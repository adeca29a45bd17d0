from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.archives import as_json, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

TEXT = """
> ilse [U1] @ 02/02/2026 02:40:01 Z:
The keel is oak.

|   > per [U2] @ 02/02/2026 02:40:02 Z:
|   Elm.
|
"""
DUMP = as_json(
    {"channel_id": "C0KEEL", "name": "keel", "messages": [
        {"type": "message", "user": "U1", "text": "The keel is oak.", "ts": "1770000001.000100"}]}
)  # fmt: skip
OTHERS = [
    "> ilse @ 02/02/2026 02:40:01 Z:\nThe keel is oak.\n",
    "\ufeff\r\n> Ilse O. [] @ 02/02/2026 02:40:01 +0100:\r\nThe keel is oak.\r\n",
]


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("name", ["C0KEEL", "sub/C0KEEL", "C0KEEL-1770000001.000100"])
def test_the_text_beside_a_dump_is_passed_over_and_named(
    name: str, is_packed: bool, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {f"{name}.json": DUMP, f"{name}.txt": TEXT.encode()}
    found = read_paths((zipped if is_packed else unpacked)(tmp_path / "dump.zip", files))

    assert found.errors == []
    assert [(post.text, post.audience) for post in found.posts] == [
        ("The keel is oak.", "slack:C0KEEL")
    ]
    assert found.left_out[f"members:{name + '.txt'!r}"] == 1


def test_what_is_said_in_the_text_names_no_account(tmp_path: Path, read_paths: ReadPaths) -> None:
    users = as_json([{"id": "U1", "name": "ilse", "profile": {"display_name": "Ilse"}}])
    text = f"{TEXT}\nNobody is U1 here\n"
    files = {"C0KEEL.json": DUMP, "C0KEEL.txt": text.encode(), "users.json": users}
    found = read_paths(unpacked(tmp_path / "dump", files))

    assert [post.author for post in found.posts] == ["Ilse"]


@pytest.mark.parametrize("text", [TEXT, *OTHERS])
@pytest.mark.parametrize("name", ["C0KEEL.txt", "keel.md", "talk"])
def test_the_text_alone_is_refused_with_the_remedy(
    text: str, name: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    place = tmp_path / name
    place.write_bytes(text.encode())
    found = read_paths(place)

    assert found.posts == []
    assert found.error.error.kind == "slackdump_transcript"
    assert "import the .json file of the same channel" in found.error.problem


def test_the_text_of_another_channel_than_the_dumps_is_refused(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {"C0KEEL.json": DUMP, "C0MAST.txt": TEXT.encode()}
    found = read_paths(unpacked(tmp_path / "dump", files))

    assert [post.text for post in found.posts] == ["The keel is oak."]
    assert found.error.error.kind == "slackdump_transcript"


@pytest.mark.parametrize(
    "text",
    [
        "> The keel is oak.\n\nSo says Ilse.",
        "> ilse @ the yard, 02/02/2026:\nThe keel is oak.",
        "> On 02/02/2026 02:40:01 Ilse wrote:\nThe keel is oak.",
        "Ilse [U1] @ 02/02/2026 02:40:01 Z:\nThe keel is oak.",
        "My notes.\n> ilse [U1] @ 02/02/2026 02:40:01 Z:\nThe keel is oak.",
        "> see keel@yard.example 02/02/2026\nThe keel is oak.",
    ],
)
def test_other_texts_with_quotes_and_dates_are_posts(
    text: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {"C0KEEL.json": DUMP, "C0KEEL.txt": text.encode()}
    found = read_paths(unpacked(tmp_path / "dump", files))

    assert found.errors == []
    assert len(found.posts) == 2
