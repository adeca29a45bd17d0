from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.fakes.archives import unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

HEADER = '"AuthorID","Author","Date","Content","Attachments","Reactions"'
TABLE = f"""{HEADER}
"81","ilse#0001","2026-02-02T08:00:00.0000000+01:00","The winch is ""new"",
so oil it.","","👍 (2)"
"82","per_o","2026-02-02T08:05:00.0000000+01:00","","https://a.example/a.png,https://a.example/b.png",""
"82","per_o","2026-02-02T08:06:00.0000000+01:00","Pinned a message.","",""
"""


def test_each_row_is_a_post_with_its_author_moment_and_account(read_file: ReadFile) -> None:
    found = read_file(TABLE, "Yard - winch [1042937193742995456].csv")

    assert found.only.text == 'The winch is "new",\nso oil it.'
    assert (found.only.author, found.only.author_id) == ("ilse#0001", "discord:81")
    assert found.only.posted_at == datetime(2026, 2, 2, 7, tzinfo=UTC)
    assert found.only.audience == "discord:1042937193742995456"
    assert found.left_out == {"attachments": 2, "notices": 1, "wordless": 1}


def test_it_is_recognised_whatever_its_name_and_its_delimiter(read_file: ReadFile) -> None:
    older = "Author;Date;Content;Attachments\nilse#0001;31-Jan-19 08:00 PM;Oil it.;\n"

    assert read_file(older, "export.txt").only.posted_at == datetime(2019, 1, 31, 20, tzinfo=UTC)


def test_a_column_that_is_not_known_is_named_once(read_file: ReadFile) -> None:
    found = read_file(TABLE.replace('"Reactions"', '"Poll"'), "winch.csv")

    unknown = "unknown_fields:DiscordChatExporter 2.20 to 2.47, CSV: 'poll'"
    assert found.left_out[unknown] == 1


def test_direct_messages_are_refused(read_file: ReadFile) -> None:
    found = read_file(TABLE, "Direct Messages - Private - per_o [1042937193742995456].csv")

    assert found.posts == []
    assert found.error.problem.startswith("it holds direct messages, which are never read")


def test_direct_messages_in_a_folder_are_refused_as_well(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    name = "sub/Direct Messages - Private - per_o [1042937193742995456].csv"
    found = read_paths(unpacked(tmp_path / "all", {name: TABLE.encode()}))

    assert found.posts == []
    assert found.error.error.kind == "direct_messages"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Yard - Boats - winch [1042937193742995456].csv", "#winch"),
        ("Yard - winch [1042937193742995456].csv", "#winch"),
        ("Yard - Boats - winch-2 [1042937193742995456] (after 2026-01-01).csv", "#winch-2"),
        ("Yard - Boats - winch [1042937193742995456] [part 2].csv", "#winch"),
        ("Yard - Boats - Oil, or not? [1042937193742995456].csv", "#Oil, or not?"),
        ("winch.csv", "winch"),
        ("Yard - winch.csv", "Yard - winch"),
        ("winch [1042937193742995456].csv", "winch [1042937193742995456]"),
        ("Yard - notes [2].csv", "Yard - notes [2]"),
    ],
)
def test_the_source_is_the_channel_that_the_file_is_called_after(
    name: str, source: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    (tmp_path / name).write_text(TABLE)
    assert read_paths(tmp_path / name).only.source == source


def test_in_a_folder_each_table_is_of_its_own_channel(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {f"sub/Yard - Boats - {name} [104293719374299545{n}].csv": TABLE.encode()
             for n, name in enumerate(["winch", "keel"])}  # fmt: skip
    found = read_paths(unpacked(tmp_path / "all", files))
    assert {post.source for post in found.posts} == {"#winch", "#keel"}


def test_an_account_without_a_number_has_none_in_its_name(read_file: ReadFile) -> None:
    found = read_file(TABLE.replace("ilse#0001", "ilse#0000"), "winch.csv")

    assert found.only.author == "ilse"


def test_an_app_of_many_servers_is_no_person(read_file: ReadFile) -> None:
    found = read_file(TABLE.replace("ilse#0001", "MEE6#4876"), "winch.csv")

    assert found.posts == []
    assert found.left_out["bot_messages"] == 1


def test_who_is_only_called_like_an_app_is_a_person(read_file: ReadFile) -> None:
    for name in ("MEE6", "MEE6#0001", "mee6#4876", "ilse#4876"):
        assert read_file(TABLE.replace("ilse#0001", name), "winch.csv").only.author == name
