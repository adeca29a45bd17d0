"""What a person wrote themselves is not taken for another program's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

HACKER_NEWS = "tidewatcher 3 hours ago | prev | next [-]"
REDDIT = "[-] tidewatcher 5 points 3 hours ago"
CHAT = "31/01/2026, 08:00 - Ilse: The keel is oak.\n31/01/2026, 08:01 - Per: And the rail?\n"
JOURNAL = """\
2024-03-12 14:00 - Oiled the rail.
2024-03-12 15:00 - Todo: the hatch.
2024-03-13 09:00 - Rain, nothing dries.
2024-03-13 10:00 - Done: the hatch.
2024-03-14 09:00 - Sun at last.
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("note.md", f"# Hulls\n\nI read this on oak.\n\n{HACKER_NEWS}\n\nOak rots last.\n"),
        ("note.txt", f"I read this on oak.\n\n{REDDIT}\n\nOak rots last.\n\npermalink\n"),
        ("journal.md", JOURNAL),
    ],
)
def test_a_note_that_quotes_a_page_or_has_dates_stays_one_post(
    read_file: ReadFile, name: str, text: str
) -> None:
    (found,) = read_file(text, name).posts
    for word in ("oak", "Oak") if "oak" in text else ("Oiled", "Sun at last"):
        assert word in found.text


def test_rows_of_ones_own_that_look_like_an_export_are_all_posts(read_file: ReadFile) -> None:
    rows = '{"type": "version", "id": "1", "text": "Oak."}\n{"type": "x", "text": "Elm."}\n'
    assert [each.text for each in read_file(rows, "a.jsonl").posts] == ["Oak.", "Elm."]
    table = "author,date,content,attachments,text\nIlse,2024-03-12,short,,The keel is oak.\n"
    assert [each.text for each in read_file(table, "a.csv").posts] == ["The keel is oak."]


@pytest.mark.parametrize(
    "said", ["<code>.chatlog__message</code>", "<style>.chatlog__message { color: red }</style>"]
)
def test_a_page_about_a_chat_s_pages_is_a_page(read_file: ReadFile, said: str) -> None:
    words = "The keel is oak, and the rail is elm. " * 10
    page = f"<!DOCTYPE html><html><body>{said}<article><p>{words}</p></article></body></html>"
    (found,) = read_file(page, "theme.html").posts
    assert "The keel is oak" in found.text


def test_a_conversation_takes_no_posts_that_lie_beside_it_along(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    (tmp_path / "WhatsApp Chat with Garden.txt").write_text(CHAT)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "kiln.md").write_text("# Kiln\n\nIt cools for a day.\n")
    (tmp_path / "rows.csv").write_text("text\nElm bends.\n")
    (tmp_path / "lines.jsonl").write_text('{"text": "Oak holds."}\n')
    texts = {each.text for each in read_paths(tmp_path).posts}
    assert {"The keel is oak.", "And the rail?", "Elm bends.", "Oak holds."} < texts
    assert any("It cools for a day." in each for each in texts)


def test_what_is_said_alike_in_two_conversations_is_two_posts(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    for chat in ("garden", "club"):
        (tmp_path / chat).mkdir()
        (tmp_path / chat / "_chat.txt").write_text(CHAT)
        (tmp_path / chat / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    found = read_paths(tmp_path)
    assert len({each.id for each in found.posts}) == len(found.posts) == 4
    assert found.errors == []
