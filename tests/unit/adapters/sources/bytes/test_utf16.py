from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.bytes.reader import ByteReader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile

ENCODINGS: Final = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
TABLE: Final = (
    "Name\tWas hat dir gefallen?\tDatum\r\n"
    "Ada\tDer Brennofen war heiß 🙂 und schön.\t13.05.2025\r\n"
    "Bob\tDie Säge schnitt endlich wieder gerade.\t14.05.2025\r\n"
)
FILES: Final = {
    "Unicode text.txt": TABLE,
    "table.csv": TABLE.replace("\t", ";"),
    "list.json": '[{"author": "Ada", "text": "Der Brennofen war heiß 🙂 und schön."}]',
    "lines.jsonl": '{"author": "Ada", "text": "Der Brennofen war heiß 🙂 und schön."}\r\n{}\r\n',
    "note.txt": "Der Brennofen war heiß 🙂 und schön.",
    "page.html": '<html><head><meta charset="utf-16"></head><body><p>'
    "Der Brennofen war heiß 🙂 und schön.</p></body></html>",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", FILES)
def test_what_is_marked_as_utf_16_is_read_as_if_it_were_utf_8(
    name: str, encoding: str, read_file: ReadFile
) -> None:
    found = read_file(ENCODINGS[encoding] + FILES[name].encode(encoding), name)
    same = read_file(FILES[name], name)

    assert found.posts == same.posts
    asked = "Was hat dir gefallen?\n"
    assert found.posts[0].text.removeprefix(asked) == "Der Brennofen war heiß 🙂 und schön."
    assert [each.problem for each in found.errors] == [each.problem for each in same.errors]


def test_a_long_table_is_read_to_its_end(read_file: ReadFile) -> None:
    rows = "".join(f"Der {at}. Brand hielt bis zum Abend.\tAda\r\n" for at in range(5_000))
    content = codecs.BOM_UTF16_LE + f"text\tauthor\r\n{rows}".encode("utf-16-le")

    assert len(read_file(content, "a.tsv").posts) == 5_000


def test_half_a_character_costs_its_line_alone(read_file: ReadFile) -> None:
    lines = "text\tauthor\nHot\tAda\nWarm\tBob\n" + "Good\tEve\n" * 40
    halved = lines.encode("utf-16").replace("W".encode("utf-16-le"), b"\x00\xd8")

    found = read_file(halved, "a.tsv")

    assert found.error.line == 3
    assert [post.text for post in found.posts] == ["Hot", "Good"]


def test_what_breaks_off_within_a_character_is_told_so(read_file: ReadFile) -> None:
    found = read_file(TABLE.encode("utf-16")[:-3], "a.tsv")

    assert "begins a character that is cut off" in found.error.problem
    assert len(found.posts) == 1


def test_bytes_that_only_begin_like_it_are_no_text(read_file: ReadFile) -> None:
    found = read_file(codecs.BOM_UTF16_LE + bytes(range(1, 256)) * 300, "a.csv")

    assert not found.posts
    assert "UTF-16" in found.error.problem


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line", ["Ada,The kiln heats up fast.\n", "阿达,窑炉升温很快。\n"])
def test_how_far_a_file_is_read_grows_with_its_own_bytes(
    line: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ENCODINGS[encoding] + ("author,text\n" + line * 5_000).encode(encoding))
    with path.open("rb") as file:
        reader = ByteReader(file)
        size = path.stat().st_size
        lines = 0
        while reader.readline(1_000):
            lines += 1
            assert abs(reader.position / size - lines / 5_001) < 0.02
        assert reader.position == size
