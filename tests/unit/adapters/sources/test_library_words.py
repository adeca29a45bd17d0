"""What libraries say of broken files in English is no part of a French sentence."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import refusal
from adapters.chat.wording import ENGLISH, FRENCH
from tests.fakes.archives import as_json, payload, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadFile, ReadPaths

FRONT_MATTER = [
    "title: bees: a study",
    "title: [bees, wasps",
    "title: {bees: 1",
    "title: !hive!bees a",
    "title: & bees",
    "title: @bees",
    "title: \tbees\n\t- wasps",
    'title: "bees \\q"',
    'title: "bees',
    "title: bees\nwasps",
    "title: bees\n wasps: 1",
    "title: - bees",
    "title: &a 1\nurl: &a 2",
    "title: |9x\n  bees",
    "title: >0\n  bees",
    "title: !<bees",
    "title: %bees",
    "title: bees\n--- wasps",
    "title: bees\n? - wasps\n - bees",
]
JSON = [
    "[{]",
    "[{'text': 1}]",
    '[{"text": 1,}]',
    "[1,]",
    "[1 2]",
    '[{"text" 1}]',
    '[{"text": 1 "id": 2}]',
    "[tru]",
    '[{"text": "\\q"}]',
    '[{"text": "\\u00x0"}]',
    '[{"text": "\x01"}]',
    '[{"text": "bees',
    "[1] 2",
    "[-]",
    "[1.]",
    "[1e]",
    "[/* bees */]",
]
XML = [
    "<title>bees</link>",
    "<title>&bees;</title>",
    "<title>bees\x02</title>",
    "<title a=1>bees</title>",
    '<title a="1" a="2">bees</title>',
    "<hive:title>bees</hive:title>",
    "<title>&#0;</title>",
    "<title",
    "<![CDATA[bees",
    "</channel></rss><rss>",
    "<?xml version='1.0'?>",
    "<title>bees",
    "<>",
    "& bees",
]


@pytest.mark.parametrize("matter", FRONT_MATTER)
def test_no_words_about_front_matter(read_file: ReadFile, matter: str) -> None:
    assert_french(read_file(f"---\n{matter}\n---\nBees.\n", "a.md"), "front_matter_not_yaml")


@pytest.mark.parametrize("document", JSON)
def test_no_words_about_a_line_of_json(read_file: ReadFile, document: str) -> None:
    lines = read_file(f'{{"text": "fine"}}\n{document}\n', "a.jsonl")
    assert_french(lines, "line_not_json")


# A control character within a text costs an archive nothing.
@pytest.mark.parametrize("document", [each for each in JSON if "\1" not in each])
def test_no_words_about_json(tmp_path: Path, read_paths: ReadPaths, document: str) -> None:
    slack = {
        "users.json": b"[]",
        "channels.json": b'[{"id": "C1", "name": "bees"}]',
        "bees/2024-03-01.json": document.encode(),
    }
    assert_french(read_paths(zipped(tmp_path / "slack.zip", slack)), "member_not_json")


@pytest.mark.parametrize("document", JSON)
def test_no_words_about_json_read_piece_by_piece(
    tmp_path: Path, read_paths: ReadPaths, document: str
) -> None:
    outbox = f'{{"orderedItems": {document}'.encode()
    path = zipped(tmp_path / "a.zip", payload("mastodon") | {"outbox.json": outbox})
    assert read_paths(path).errors  # each is checked as it is made


@pytest.mark.parametrize("inner", XML)
def test_no_words_about_a_feed(read_file: ReadFile, inner: str) -> None:
    feed = f"<rss><channel><item><title>a</title>{inner}</item></channel></rss>"
    assert_french(read_file(feed, "a.xml"), "malformed_feed")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_words_about_a_table(read_file: ReadFile, delimiter: str) -> None:
    table = f'id{delimiter}text\n1{delimiter}"bees"wasps\n'
    assert_french(read_file(table, "a.csv"), "broken_row")


def test_no_words_about_a_mark_of_byte_order(read_file: ReadFile) -> None:
    assert_french(read_file('{"text": "fine"}\n\ufeff{"text": "a"}\n', "a.jsonl"), "line_not_json")


def test_no_words_about_an_archive(read_file: ReadFile) -> None:
    for data, name in broken_archives():
        assert_french(read_file(data, name), "broken")


def broken_archives() -> list[tuple[bytes, str]]:
    """Return archives that are damaged in one place each."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("users.json", as_json([{"id": f"U{n}", "name": "ada"} for n in range(9)]))
        archive.writestr("channels.json", b'[{"id": "C1", "name": "bees"}]')
    whole = packed.getvalue()
    directory, other = whole.index(b"PK\x01\x02"), whole.rindex(b"PK\x03\x04")
    held = gzip.compress(b"bees " * 999)
    with io.BytesIO() as tar_file:
        with tarfile.open(fileobj=tar_file, mode="w") as tar:
            tar.addfile(tarfile.TarInfo("outbox.json"))
        tarred = bytearray(tar_file.getvalue())
    tarred[150] ^= 1
    return [
        (changed(whole, directory), "directory.zip"),
        (changed(whole, other), "header.zip"),
        (changed(whole, 45), "data.zip"),
        (changed(whole, directory + 10), "method.zip"),
        (changed(held, 12), "data.tar.gz"),
        (held, "no.tar.gz"),
        (gzip.compress(bytes(tarred)), "header.tar.gz"),
    ]


def changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


def assert_french(found: Found, kind: str) -> None:
    """Asserts that this was refused for what a library said, which only English repeats."""
    errors = [each.error for each in found.errors if each.error.kind == kind]
    assert errors, [str(each) for each in found.errors]
    for error in errors:
        reason = str(error.values["reason"])
        assert reason in refusal(error, ENGLISH)
        assert reason not in refusal(error, FRENCH)
