from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from adapters.markup.others_words import Enclosure
from adapters.markup.slack_files import kept_apart
from adapters.markup.word_files import (
    MOST_DOCUMENT_BYTES,
    Filed,
    filed_of,
    kept,
    kind_of,
    part_ids,
    small_enough,
    spoken,
)
from index.posts import Post

if TYPE_CHECKING:
    from typing import Any

    from adapters.markup.word_files import Kind


@dataclass(frozen=True)
class Sized:
    size: int


def test_of_documents_and_of_texts_as_many_are_read_as_are_small_enough_together() -> None:
    files: list[tuple[Kind, Sized]] = [
        ("document", Sized(MOST_DOCUMENT_BYTES - 1)), ("document", Sized(2)), ("text", Sized(2)),
        ("document", Sized(1)),
    ]  # fmt: skip
    assert small_enough(files) == [files[0], files[2], files[3]]


@pytest.mark.parametrize(
    ("name", "reads", "kind"),
    [
        ("a.pdf", True, "document"),
        ("a.PDF", False, None),
        ("a.docx", False, "document"),
        ("a.png", True, None),
    ],
)
def test_a_pdf_is_read_where_its_reader_is_installed_and_other_documents_always(
    name: str, *, reads: bool, kind: Kind | None
) -> None:
    assert kind_of(name, is_text=False, reads_pdf=reads) == kind
    assert kind_of(name, is_text=True, reads_pdf=reads) == "text"


def test_a_transcript_says_its_cues_without_times_numbers_and_marks() -> None:
    cue = "1\n00:00.000 --> 00:02.000 align:start\n<v Ada>It's 5 < 6.</v>\nAye."
    said = f"WEBVTT - a\n\nNOTE x\n\n{cue}"
    assert spoken(said.encode()) == "It's 5 < 6.\nAye."
    assert spoken(b"\xff\xfe\x00") == ""


def test_a_text_is_its_sender_s_and_a_document_is_passed_on() -> None:
    read: list[tuple[Kind, str, str]] = [
        ("text", "a.txt", "Mine."), ("document", "b.pdf", "Theirs."), ("document", "c.pdf", ""),
    ]  # fmt: skip
    assert filed_of(read) == Filed("Mine.", (Enclosure("file", "Theirs.", "b.pdf"),), 1)


def post(id_: str, text: str, title: str = "") -> Post:
    return Post(id_, "s", text, title=title)


def test_what_is_stored_of_files_is_kept_and_what_is_not_is_read() -> None:
    id_, kinds = "slack:T1/C1/1.1", ["text", "document", "document"]
    assert part_ids(id_, kinds) == [f"{id_}~file", f"{id_}~file-2"]  # type: ignore[arg-type]
    stored = {
        id_: post(id_, "See:\n\nMine."), f"{id_}~file": post(f"{id_}~file", "Theirs.", "b.pdf")
    }  # fmt: skip
    whole = Filed("Mine.", (Enclosure("file", "Theirs.", "b.pdf"),), 1)
    assert kept("See:", stored, id_, kinds) == whole  # type: ignore[arg-type]
    assert kept("Look:", stored, id_, kinds) is None  # type: ignore[arg-type]
    assert kept("See:", {id_: stored[id_]}, id_, kinds) is None  # type: ignore[arg-type]
    assert kept("See:", {}, id_, ["text"]) is None
    assert kept("See:", {id_: stored[id_]}, id_, ["text"]) == Filed("Mine.")


URL = {"url_private": "https://files.slack.com/a"}


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ({"name": "a.txt", **URL}, ("text", URL["url_private"], "a.txt")),
        ({"name": "a.txt", "preview": "All of it.", **URL}, None),
        ({"name": "a.py", "mode": "snippet", "preview": "Ha", "preview_is_truncated": True, **URL},
         ("text", URL["url_private"], "a.py")),
        ({"name": "a.pdf", **URL}, ("document", URL["url_private"], "a.pdf")),
        ({"name": "a", "title": "Plan", "mode": "quip", **URL},
         ("document", URL["url_private"], "Plan.html")),
        ({"name": "c.mp4", "vtt": "https://files.slack.com/v", "transcription": {
            "status": "complete", "preview": {"content": "We", "has_more": True}}, **URL},
         ("transcript", "https://files.slack.com/v", "c.mp4")),
        ({"name": "a.png", **URL}, None),
        ({"name": "a.pdf"}, None),
        ({"name": "m", "mode": "email", **URL}, None),
    ],
)  # fmt: skip
def test_a_file_whose_words_its_message_lacks_is_where_slack_says(
    file: dict[str, Any], found: object
) -> None:
    assert kept_apart(file) == found
