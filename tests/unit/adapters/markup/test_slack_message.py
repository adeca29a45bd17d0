"""Every field that people can write into, filled, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from adapters.markup.others_words import posts_of
from adapters.markup.slack_message import FIELDS, said_by, shown
from adapters.markup.slack_post_rules import is_by_app
from adapters.sources.left_out_fields import values_at
from index.posts import Post

if TYPE_CHECKING:
    from adapters.markup.others_words import Said

RICH = {"type": "rich_text", "elements": [
    {"type": "rich_text_section", "elements": [
        {"type": "text", "text": "Ask "}, {"type": "user", "user_id": "U1"},
        {"type": "text", "text": " in "}, {"type": "channel", "channel_id": "C1"},
        {"type": "emoji", "name": "wave"},
        {"type": "link", "url": "https://a.example", "text": "here"}]},
    {"type": "rich_text_list", "style": "ordered", "offset": 2, "elements": [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "three"}]}]},
    {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "inner"}]}]},
    {"type": "rich_text_quote", "elements": [{"type": "text", "text": "quoted"}]},
    {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "code"}]},
]}  # fmt: skip
TABLE = {"type": "table", "rows": [
    [{"type": "raw_text", "text": "Dock"}, {"type": "raw_text", "text": "Fee"}],
    [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
        {"type": "text", "text": "North"}]}]}, {"type": "raw_number", "value": 12}],
]}  # fmt: skip
TABLE_TEXT = "Dock | Fee\nNorth | 12"

WHEN = datetime(2026, 3, 1, tzinfo=UTC)

FILLED: dict[str, Any] = {
    "text": "Written.",
    "username": "Rin",
    "user_profile": {"display_name": "rin"},
    "bot_profile": {"name": "Bridge"},
    "comment": {"comment": "A comment."},
    "blocks": [TABLE],
    "attachments": [
        {"fallback": "[no preview available]", "blocks": [TABLE]},
        {"from_url": "https://page.example", "pretext": "Before it.", "author_name": "A paper",
         "title": "Its title", "text": "Its text.", "footer": "2026",
         "fields": [{"title": "Price", "value": "5 euros"}]},
        {"is_share": True, "author_name": "Cy", "text": "Passed on.", "ts": "5.000001",
         "message_blocks": [{"message": {"blocks": [TABLE]}}], "files": [
            {"mode": "snippet", "name": "b.txt", "title": "A list", "alt_txt": "Two lines",
             "preview": "Rope"}]},
    ],
    "file": {"mode": "snippet", "name": "old.txt", "title": "The old file", "alt_txt": "Lines",
             "preview": "Old rope", "user": "U1",
             "initial_comment": {"comment": "On the old file."}},
    "files": [
        {"mode": "hosted", "name": "a.png", "title": "A heap", "alt_txt": "Straw & leaves",
         "initial_comment": {"comment": "On the file."}},
        {"mode": "snippet", "name": "b.txt", "title": "b.txt", "preview": "if a < b:"},
        {"mode": "email", "name": "Fees", "title": "Fees", "subject": "Fees",
         "plain_text": "They rise.", "from": [{"name": "The harbour", "address": "h@x.example"}]},
        {"mode": "hosted", "name": "clip.mp4", "transcription": {
            "status": "complete", "preview": {"content": "Spoken.", "has_more": False}}},
    ],
}  # fmt: skip


def said(message: dict[str, Any], *, is_by_app: bool = False) -> Said:
    return shown(said_by(message, is_by_app=is_by_app), {"U1": "Ada"}, {"C1": "news"})


def test_the_table_lists_the_fields_that_are_filled_here() -> None:
    assert [path for path in FIELDS if not any(values_at(FILLED, path.split(".")))] == []


def test_what_its_sender_wrote_is_theirs_wherever_it_stands() -> None:
    found = said(FILLED)
    assert found.own == (
        f"Written.\n\n{TABLE_TEXT}", TABLE_TEXT, "On the file.", "A heap", "Straw & leaves",
        "if a < b:", "Spoken.",
    )  # fmt: skip
    assert found.left_out == ()


def test_what_others_wrote_is_a_part_with_its_own_author_title_and_address() -> None:
    page, forwarded, mail = said(FILLED).enclosures
    assert (forwarded.part, forwarded.text, forwarded.author) == (
        "forwarded", f"Passed on.\n\n{TABLE_TEXT}\n\nA list\n\nTwo lines\n\nRope", "Cy",
    )  # fmt: skip
    assert (page.part, page.title, page.author) == ("page", "Its title", "A paper")
    assert page.text == "Before it.\n\nIts text.\n\nPrice: 5 euros\n\n2026"
    assert page.url == "https://page.example"
    assert (mail.part, mail.text, mail.title, mail.author) == (
        "mail", "They rise.", "Fees", "The harbour",
    )  # fmt: skip


@pytest.mark.parametrize("ts", [1_600_000_000, "1600000000", "1600000000.000000"])
def test_a_page_behind_a_link_is_of_its_own_moment_where_slack_tells_it(ts: object) -> None:
    page = {"from_url": "https://page.example", "text": "The keel is elm."}
    found = said({"text": "See", "attachments": [page | {"ts": ts}, page]}).enclosures
    assert [each.posted_at and each.posted_at.year for each in found] == [2020, None]


def test_an_e_mail_is_sent_by_slack_and_written_by_a_person() -> None:
    mail = {"user": "USLACKBOT", "files": [FILLED["files"][2]]}
    assert not is_by_app(mail)
    assert is_by_app({"user": "USLACKBOT", "text": "Reminder: stand-up."})


@pytest.mark.parametrize(
    ("subtype", "wanted"), [("file_comment", "A comment."), ("file_share", "On the old file.")]
)
def test_of_an_old_comment_on_a_file_the_notice_around_it_is_left_out(
    subtype: str, wanted: str
) -> None:
    assert said(FILLED | {"subtype": subtype, "files": []}).own[0] == wanted


def test_a_comment_on_a_file_names_the_file_and_says_no_more_of_it() -> None:
    comment = FILLED | {"subtype": "file_comment", "files": [], "attachments": []}
    by_another = said(comment | {"comment": {"user": "U2", "comment": "A comment."}})
    by_the_same = said(comment | {"comment": {"user": "U1", "comment": "A comment."}})

    assert by_another.own == ("A comment.",)
    assert [(each.part, each.text, each.author) for each in by_another.enclosures] == [
        ("forwarded", "The old file\n\nLines", "Ada")
    ]
    assert by_the_same.own == ("A comment.", "The old file", "Lines")


@pytest.mark.parametrize(
    "file",
    [
        {"title": "keel.toml"},
        {"title": "Old Keel (2).pdf"},
        {"title": "Keel 2017.png", "name": "Keel_2017.png"},
        {"title": "keel", "name": "keel.svg"},
        {"title": "Old keel", "name": "old_keel.zip"},
    ],
)
@pytest.mark.parametrize("commenter", ["U1", "U2"])
def test_the_name_of_a_file_that_was_commented_on_is_nobody_s_words(
    file: dict[str, str], commenter: str
) -> None:
    comment = {"user": commenter, "comment": "A comment."}
    found = said(
        {"subtype": "file_comment", "file": file | {"id": "F1", "user": "U1"}, "comment": comment}
    )
    assert (found.own, found.enclosures, found.left_out) == (("A comment.",), (), ())


@pytest.mark.parametrize(
    "file",
    [
        {"title": "How we keel."},
        {"title": "Keel no. 4"},
        {"title": "Keel of oak, 2.5 m"},
        {"title": "The keel of 2017", "name": "keel.png"},
        {"title": "keel.png, second try", "name": "keel.png"},
    ],
)
def test_the_title_that_somebody_gave_to_it_is_theirs(file: dict[str, str]) -> None:
    comment = {"user": "U2", "comment": "A comment."}
    found = said(
        {"subtype": "file_comment", "file": file | {"id": "F1", "user": "U1"}, "comment": comment}
    )
    assert [each.text for each in found.enclosures] == [file["title"]]


def test_rich_text_is_read_where_nothing_else_says_it() -> None:
    assert said({"blocks": [RICH]}).own == (
        "Ask @Ada in #news:wave:here (https://a.example)\n3. three\n    • inner\n> quoted\ncode",
    )
    pasted = {"text": "See:", "attachments": [{"blocks": [RICH]}]}
    assert said(pasted).own[1].startswith("Ask @Ada")


def test_lists_in_lists_are_read_to_some_depth_and_never_raise() -> None:
    leaf = {"type": "rich_text_section", "elements": [{"type": "text", "text": "deep"}]}
    for depth, is_read in ((10, True), (5_000, False)):
        element = leaf
        for _ in range(depth):
            element = {"type": "rich_text_list", "elements": [element]}
        said = said_by({"blocks": [{"type": "rich_text", "elements": [element]}]}, is_by_app=False)
        assert ("deep" in str(said)) is is_read


def test_an_app_s_blocks_say_what_its_text_only_sums_up() -> None:
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "Deploy"}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "Took 5 min"}]},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "by <@U1>"}]},
        {"type": "image", "alt_text": "A graph", "image_url": "x"},
        {"type": "actions", "elements": [{"type": "button", "text": {"text": "Undo"}}]},
        {"type": "of next year", "text": {"text": "New kind"}},
    ]
    found = said({"text": "Deployed", "blocks": blocks}, is_by_app=True)
    assert found.own == ("Deploy\n\nTook 5 min\n\nby @Ada\n\nA graph\n\nNew kind",)


@pytest.mark.parametrize(
    "file",
    [
        {"mode": "snippet", "name": "a.txt", "preview": "Half", "preview_is_truncated": True},
        {"mode": "quip", "filetype": "quip", "name": "Plan", "title": "Plan"},
        {"name": "a.mp4", "transcription": {"status": "complete", "preview": {"has_more": True}}},
        {"mode": "hosted", "name": "notes.md"},
    ],
)
def test_words_that_a_message_lacks_are_said_to_be_left_out(file: dict[str, Any]) -> None:
    assert said({"files": [file]}).left_out == ("file_contents",)


def test_a_message_that_is_only_linked_is_left_out_and_said_to_be() -> None:
    found = said({"text": "x", "attachments": [{"is_msg_unfurl": True, "text": "Of others."}]})
    assert (found.own, found.enclosures, found.left_out) == (("x",), (), ("message_links",))


def test_a_message_of_odd_shapes_says_what_it_can() -> None:
    odd = {"text": None, "blocks": [None, {"type": "table", "rows": [3, [None]]}, 5],
           "attachments": "no", "files": [{"from": 3, "mode": "email"}], "file": []}  # fmt: skip
    assert said(odd).own == ()


def test_what_was_forwarded_keeps_the_moment_it_was_written() -> None:
    shared = {"is_share": True, "text": "The heap is warm.", "author_name": "Cy", "ts": "5.000001"}
    message = {"text": "Look.", "attachments": [shared]}
    (forwarded,) = said_by(message, is_by_app=False).enclosures
    assert forwarded.posted_at == datetime(1970, 1, 1, 0, 0, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({"ts": "1712345678.000100"}, 1712345678.0001),
        ({"ts": 1712345678}, 1712345678),
        ({"ts": "1712345678"}, 1712345678),
        ({"from_url": "https://a.slack.com/archives/C1/p1712345678000100"}, 1712345678.0001),
        ({"from_url": "https://a.enterprise.slack.com/archives/D1/p1712345678000100"
          "?thread_ts=1700000000.000000&cid=D1"}, 1712345678.0001),
        ({"ts": "", "message_blocks": [{"ts": "1712345678.000100"}]}, 1712345678.0001),
        ({"ts": "1600000000.000000",
          "from_url": "https://a.slack.com/archives/C1/p1712345678000100"}, 1600000000),
    ],
)  # fmt: skip
def test_when_a_forwarded_message_was_written_is_told_by_its_time_or_its_address(
    told: dict[str, Any], wanted: float
) -> None:
    shared = {"is_share": True, "text": "The heap is warm.", "author_name": "Cy", **told}
    found = said_by({"text": "Look.", "attachments": [shared]})
    assert [each.posted_at and each.posted_at.timestamp() for each in found.enclosures] == [wanted]
    assert found.left_out == ()


@pytest.mark.parametrize(
    "url",
    ["", "https://a.slack.com/archives/C1", "https://a.slack.com/files/U1/F1/p1712345678000100",
     "https://a.slack.com/archives/C1/p12345", "https://docs.example/archives/c/p1712345678000100"],
)  # fmt: skip
def test_a_forwarded_message_that_nothing_dates_is_counted_and_never_of_the_day_it_was_shared(
    url: str,
) -> None:
    shared = {"is_share": True, "text": "The heap is warm.", "author_name": "Cy", "from_url": url}
    page = {"from_url": "https://page.example", "text": "The keel is elm."}
    found = said_by({"text": "Look.", "attachments": [shared, page]})
    message = Post(id="slack:T1/C1/1.0", source="#a", text="Look.", posted_at=WHEN)

    posts = posts_of(message, "Look.", found.enclosures)

    assert [(each.part, each.posted_at) for each in posts] == [
        (None, WHEN), ("forwarded", None), ("page", WHEN),
    ]  # fmt: skip
    assert found.left_out == ("dates",)


def test_blocks_beside_a_text_are_read_where_they_say_more() -> None:
    picture = {
        "type": "image", "title": {"type": "plain_text", "text": "Cup"}, "alt_text": "Red, broken",
    }  # fmt: skip
    same = {"type": "section", "text": {"type": "mrkdwn", "text": "Look  at my cup"}}
    newer = {"type": "hologram", "text": "It turns."}
    message = {"text": "Look at my cup!", "blocks": [same, picture, newer]}
    assert said(message).own == ("Look at my cup!\n\nCup\nRed, broken\n\nIt turns.",)


@pytest.mark.parametrize(
    ("known", "author"), [({"U1": "Ada"}, "Ada"), ({"U2": "Ben"}, ""), ({}, "")]
)
def test_who_wrote_what_was_forwarded_is_known_by_the_account_alone(
    known: dict[str, str], author: str
) -> None:
    message = {"attachments": [{"is_share": True, "author_id": "U1", "text": "Passed on."}]}
    (forwarded,) = shown(said_by(message, is_by_app=False), known, {}).enclosures
    assert forwarded.author == author
