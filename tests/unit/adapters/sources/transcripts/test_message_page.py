from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.posts import Post

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FIRST, SECOND, THIRD = (str(1042937193742995456 + at) for at in range(3))


def message(id_: str, content: str) -> str:
    return (
        f'<div id="chatlog__message-container-{id_}" class="chatlog__message-container "'
        f' data-message-id="{id_}"><div class="chatlog__message">{content}</div></div>'
    )


def header(name: str, account: str, tag: str = "") -> str:
    return (
        f'<div class="chatlog__header"><span class="chatlog__author" title="{name}#1"'
        f' data-user-id="{account}">{name}</span>{tag}'
        '<span class="chatlog__timestamp"><a href="#">02/03/2026 08:00</a></span></div>'
    )


def words(text: str) -> str:
    return (
        '<div class="chatlog__content chatlog__markdown">'
        f'<span class="chatlog__markdown-preserve">{text}</span>'
        '<span class="chatlog__edited-timestamp" title="x">(edited)</span></div>'
    )


REPLY = (
    '<div class="chatlog__reply"><div class="chatlog__reply-author">Ilse</div>'
    '<div class="chatlog__reply-content"><span class="chatlog__reply-link"'
    f" onclick=\"scrollToMessage(event, '{FIRST}')\">The keel…</span></div></div>"
)
FORWARDED = (
    '<div class="chatlog__forwarded"><div class="chatlog__forwarded-header">Forwarded</div>'
    f'<div class="chatlog__forwarded-content">{words("Ash, somebody said.")}</div></div>'
)
TITLED = (
    '<div class="chatlog__embed"><div class="chatlog__embed-title"><div class="chatlog__markdown'
    ' chatlog__markdown-preserve">Which wood floats best</div></div></div>'
)
DISCORD = f"""<!DOCTYPE html><html lang="en"><head><title>Yard</title>
<style>.chatlog__message {{ color: black }}</style></head><body>
<div class="preamble"><div class="preamble__entries-container">
<div class="preamble__entry">Yard</div><div class="preamble__entry">Work / keel</div></div></div>
<div class="chatlog"><div class="chatlog__message-group">
{message(FIRST, header("Ilse", "81") + words("The keel is <em>oak</em>.<br>All of it."))}
{message(SECOND, '<div class="chatlog__short-timestamp">08:01</div>' + words("Or was."))}
</div><div class="chatlog__message-group">
{
    message(
        THIRD,
        REPLY
        + header("Per", "82")
        + words("Elm, I think.")
        + '<div class="chatlog__attachment"><a href="a.png">a</a></div>'
        '<div class="chatlog__embed">Elm is better, they say.</div>',
    )
}
</div><div class="chatlog__message-group">
{
    message(
        str(int(THIRD) + 1),
        header("Robot", "83", '<span class="chatlog__author-tag">BOT</span>') + words("Beep."),
    )
}
</div><div class="chatlog__message-group">
{message(str(int(THIRD) + 3), header("Per", "82") + FORWARDED)}
{message(str(int(THIRD) + 4), TITLED)}
</div><div class="chatlog__message-group">
{message(str(int(THIRD) + 2), '<span class="chatlog__system-notification-content">joined</span>')}
</div></div></body></html>"""

TELEGRAM = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head>
<body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Keel talk</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">2 February 2026</div></div>
<div class="message default clearfix" id="message7"><div class="pull_left userpic_wrap">
<div class="userpic"><div class="initials">I</div></div></div><div class="body">
<div class="pull_right date details" title="02.02.2026 08:00:00 UTC+01:00">08:00</div>
<div class="from_name">Ilse via @gif </div>
<div class="text">The keel is oak.<br>All of it.</div></div></div>
<div class="message default clearfix joined" id="message8"><div class="body">
<div class="pull_right date details" title="02.02.2026 08:01:00 UTC+01:00">08:01</div>
<div class="reply_to details">In reply to <a href="#go_to_message7">this message</a></div>
<div class="text">Or was.</div></div></div>
<div class="message default clearfix" id="message9"><div class="body">
<div class="pull_right date details" title="02.02.2026 08:02:00 UTC+01:00">08:02</div>
<div class="from_name">Per</div><div class="forwarded body"><div class="from_name">Somebody</div>
<div class="text">Elm is better.</div></div><div class="media_wrap"></div></div></div>
<div class="message default clearfix joined" id="message10"><div class="body">
<div class="media_wrap clearfix"><div class="media_poll"><div class="question bold">Which?</div>
</div></div></div></div>
</div></div></div></body></html>"""


def test_each_message_of_a_discord_page_is_a_post_and_its_id_tells_its_moment(
    read_file: ReadFile,
) -> None:
    found = read_file(DISCORD, "keel [1042937193742990000].html")

    assert found.errors == []
    first, second, third = found.posts
    moment = datetime(2015, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(FIRST) >> 22)
    assert first == Post(
        id=f"keel [1042937193742990000]:keel [1042937193742990000].html#{FIRST}",
        source="#keel",
        text="The keel is oak.\nAll of it.",
        author="Ilse",
        posted_at=moment,
        audience="discord:1042937193742990000",
        author_id="discord:81",
    )
    assert (second.author, second.text) == ("Ilse", "Or was.")
    assert (third.author, third.text, third.parent_id) == ("Per", "Elm, I think.", first.id)
    assert found.left_out == {
        "attachments": 1, "link_previews": 2, "bot_messages": 1, "notices": 1, "forwards": 1,
        "wordless": 1,
    }  # fmt: skip


def by(name: str, title: str | None, tag: str = "BOT", said: str = "The tour starts.") -> str:
    titled = "" if title is None else f' title="{title}"'
    content = f'<span class="chatlog__markdown-preserve">{said}</span>' if said else ""
    group = (
        f'<span class="chatlog__author"{titled} data-user-id="83">{name}</span>'
        f'<span class="chatlog__author-tag">{tag}</span>{content}'
    )
    return (
        '<html><body><div class="preamble__entry">Yard</div><div class="preamble__entry">Work /'
        ' tours</div><div class="chatlog"><div class="chatlog__message-group">'
        f"{message(FIRST, group + ('' if said else TITLED))}</div></div></body></html>"
    )


@pytest.mark.parametrize("tag", ["BOT", "APP"])
@pytest.mark.parametrize("title", ["Luna", "Luna#0000"])
def test_what_a_person_writes_by_a_webhook_is_a_post_under_the_name_it_carries(
    read_file: ReadFile, title: str, tag: str
) -> None:
    found = read_file(by("Luna", title, tag), "tours.html")

    # The account is that of all who speak through the webhook.
    assert (found.only.author, found.only.author_id) == ("Luna", None)
    assert found.left_out == {}


def test_a_webhook_s_name_may_end_with_a_number(read_file: ReadFile) -> None:
    assert read_file(by("Bridge #12", "Bridge #12"), "tours.html").only.author == "Bridge #12"


@pytest.mark.parametrize(
    "page",
    [
        by("MEE6", "MEE6#4876"),
        by("Guide", "MEE6#4876", "APP"),
        by("MEE6", None),
        by("Alerts", "Alerts", said=""),
    ],
)
def test_a_channel_of_a_page_that_apps_wrote_alone_is_named(read_file: ReadFile, page: str) -> None:
    found = read_file(page, "tours.html")

    assert found.posts == []
    assert found.left_out["channels_of_apps:'#tours'"] == 1
    assert "bot_messages" not in found.left_out


def test_each_message_of_a_telegram_page_is_a_post_and_what_is_passed_on_is_nobodys(
    read_file: ReadFile,
) -> None:
    found = read_file(TELEGRAM, "messages.html")

    assert found.errors == []
    first, second = found.posts
    assert (first.author, first.text) == ("Ilse", "The keel is oak.\nAll of it.")
    assert first.source == "Keel talk"
    assert first.posted_at == datetime(2026, 2, 2, 7, tzinfo=UTC)
    assert (second.author, second.text, second.parent_id) == ("Ilse", "Or was.", first.id)
    assert found.left_out == {
        "notices": 1, "forwards": 1, "attachments": 1, "polls": 1, "wordless": 1,
    }  # fmt: skip


def test_direct_messages_are_refused(read_file: ReadFile) -> None:
    found = read_file(DISCORD.replace(">Yard</div>", ">Direct Messages</div>"), "per.html")

    assert found.posts == []
    assert found.error.problem.startswith("it holds direct messages, which are never read")


def told(text: str) -> str:
    """Return a page of Telegram's whose first message says this."""
    return TELEGRAM.replace("The keel is oak.<br>All of it.", text)


def test_what_a_telegram_page_marks_as_a_quote_is_left_out_and_counted(read_file: ReadFile) -> None:
    found = read_file(told("Hm:<blockquote>Elm, <b>I</b> say.</blockquote>No, oak."), "m.html")

    assert found.posts[0].text == "Hm:\n\nNo, oak."
    assert found.left_out["quotes"] == 1


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ('<a href="https://a.example/1">the <b>plan</b> </a>.', "the plan (https://a.example/1)."),
        ('<a href="https://a.example/1">the plan</a>.', "the plan (https://a.example/1)."),
        ('<a href="http://a.example/">a.example</a>.', "a.example."),
        ('<a href="https://t.me/per">@per</a>.', "@per."),
        ('<a href="" onclick="return ShowHashtag()">#keel</a>.', "#keel."),
    ],
)
def test_a_link_on_a_page_keeps_the_address_that_its_words_do_not_say(
    link: str, shown: str, read_file: ReadFile
) -> None:
    found = read_file(told(f"See {link}"), "m.html")
    assert found.posts[0].text == f"See {shown}"
    other = read_file(DISCORD.replace("The keel is <em>oak</em>.", f"See {link}"), "keel.html")
    assert other.posts[0].text == f"See {shown}\nAll of it."


def test_what_a_discord_page_quotes_begins_with_its_mark(read_file: ReadFile) -> None:
    quote = (
        '<div class="chatlog__markdown-quote"><div class="chatlog__markdown-quote-border"></div>'
        '<div class="chatlog__markdown-quote-content">Elm<br>it is.</div></div>'
    )
    found = read_file(DISCORD.replace("The keel is <em>oak</em>.", f"{quote}No."), "keel.html")

    assert found.posts[0].text == "> Elm\n> it is.\n\nNo.\nAll of it."


def test_who_signs_a_message_of_a_channel_wrote_that_one(read_file: ReadFile) -> None:
    signed = '<div class="text">Or was.</div>\n<div class="signature details">Ilse O.</div>'
    found = read_file(TELEGRAM.replace('<div class="text">Or was.</div>', signed), "m.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("Ilse", "The keel is oak.\nAll of it."),
        ("Ilse O.", "Or was."),
    ]
