"""What a table says of a field is what becomes of it, in an export that fills every field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.left_out_fields import LEFT_OUT, values_at
from bench.fields import known, page
from tests.fakes.archives import as_json, unpacked
from tests.fakes.filled import archives, chats, copied, documents, messengers, texts, word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from adapters.sources.left_out_fields import Known
    from tests.unit.adapters.sources.conftest import Found, ReadPaths

FILLED: Final[dict[str, Callable[[], Mapping[str, bytes]]]] = {
    "Slack export": chats.slack,
    "DiscordChatExporter": chats.discord,
    "DiscordChatExporter CSV": chats.discord_table,
    "DiscordChatExporter TXT": chats.discord_text,
    "DiscordChatExporter HTML": chats.discord_page,
    "Telegram HTML": messengers.telegram_page,
    "Discord data package": chats.package,
    "Telegram": messengers.telegram,
    "Telegram account": messengers.telegram_account,
    "WhatsApp": messengers.whatsapp,
    "Matrix": messengers.matrix,
    "Mattermost": messengers.mattermost,
    "Zulip": messengers.zulip,
    "LinkedIn archive": archives.linkedin,
    "Mastodon archive": archives.mastodon,
    "X archive": archives.twitter,
    "X archive, long texts": archives.long_tweets,
    "Twitter archive": archives.monthly_tweets,
    "RSS, Atom": texts.feed,
    "HTML": texts.page,
    "e-mails": texts.mails,
    "Markdown": texts.markdown,
    "JSONL": texts.rows,
    "Reddit HTML": copied.reddit_page,
    "Reddit text": copied.reddit,
    "Hacker News text": copied.hacker_news,
    "subtitles": copied.subtitles,
    "LinkedIn text": copied.linkedin,
    "copied pages": copied.other_pages,
    "Word": documents.of_word,
    "PowerPoint": documents.of_powerpoint,
    "OpenDocument": documents.of_open_document,
    "PDF": documents.of_pdf,
}
OF_APPS: Final = frozenset({"username", "bot_profile.name"})
"""Names that only apps' messages carry, which no export's reader keeps."""

NUMBERS: Final = frozenset(
    {
        "poll.results.answer_counts.count",
        "oneOf.replies.totalItems",
        "anyOf.replies.totalItems",
        "poll.answers.voters",
    }
)
"""Votes, which stand behind what was chosen."""

WORDS: Final = frozenset({"text", "title", "author", "page", "forwarded", "mail"})


def said(found: Found) -> str:
    """Return all that readers see of the posts."""
    return "\n".join(
        "\n".join(filter(None, (each.text, each.title, each.author, each.url, each.source)))
        for each in found.posts
    )


def test_there_is_an_export_with_every_field_filled_for_each_table() -> None:
    assert sorted(FILLED) == [each.format for each in known()]


def test_the_page_has_a_table_for_each_of_them_and_for_both_chats_live() -> None:
    printed = page()
    for name in (*FILLED, "Discord, live", "Slack, live"):
        assert printed.count(f"\n## {name}\n") == 1


@pytest.mark.parametrize("each", known(), ids=lambda each: each.format)
def test_every_field_becomes_what_its_table_says(
    each: Known, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = FILLED[each.format]()
    found = read_paths(unpacked(tmp_path / "a", files))
    whole, shown = b"\n".join(files.values()).decode(errors="replace"), said(found)
    assert found.errors == []
    for path, fate in each.fields.items():
        if fate in LEFT_OUT:
            assert any(kind.partition(":")[0] == fate for kind in found.left_out), path
            assert word(path) not in shown
        elif path in NUMBERS:
            assert ": 3" in shown
        elif fate in WORDS and path not in OF_APPS:
            assert word(path) in shown, path
            assert word(path) in whole or "\\u" in whole, path


@pytest.mark.parametrize("each", known(), ids=lambda each: each.format)
def test_no_field_that_is_known_is_said_to_be_unknown(
    each: Known, tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(unpacked(tmp_path / "a", FILLED[each.format]()))
    assert [kind for kind in found.left_out if kind.startswith("unknown_fields")] == []


@pytest.mark.parametrize(
    ("each", "path"),
    [(each, path) for each in known() for path in each.within],
    ids=lambda each: getattr(each, "format", each),
)
def test_a_new_field_within_a_part_is_named(
    each: Known, path: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = FILLED[each.format]()
    before = read_paths(unpacked(tmp_path / "a", files))
    assert not [kind for kind in before.left_out if kind.startswith("unknown_fields")]
    newer = {name: _with_new_field(data, path) for name, data in files.items()}
    found = read_paths(unpacked(tmp_path / "b", newer))
    assert f"unknown_fields:{each.versions}: {f'{path}.fresh'!r}" in found.left_out


def _with_new_field(data: bytes, path: str) -> bytes:
    """Return a file whose records have a new field in a part of theirs.

    It is one JSON, which may stand behind the name of a variable, or one in each line.
    """
    begin, names, written = data.rpartition(b" = ")
    lines = [written] if names else data.split(b"\n")
    try:
        return begin + names + b"\n".join(_line_with_new_field(each, path) for each in lines)
    except ValueError:
        pass
    try:
        return _line_with_new_field(data, path)
    except ValueError:
        return data


def _line_with_new_field(data: bytes, path: str) -> bytes:
    whole = json.loads(data)
    left = [whole]
    while left:
        found = left.pop()
        for part in values_at(found, path.split(".")):
            if isinstance(part, dict):
                part["fresh"] = "Said anew."
        if isinstance(found, dict):
            left += found.values()
        elif isinstance(found, list):
            left += found
    return as_json(whole)
