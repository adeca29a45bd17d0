"""The archives that accounts are given, feeds, pages and texts, with every field filled."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING

from adapters.sources.linkedin.fields import TABLES
from adapters.sources.linkedin.table_heads import TELLING, WHOLE
from tests.fakes.archives import as_json
from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def mastodon() -> Mapping[str, bytes]:
    """Return an archive of Mastodon's."""

    def choices(kind: str) -> list[dict[str, object]]:
        return [{"type": "Note", "name": word(f"{kind}.name"), "replies": {"totalItems": 3}}]

    public = ["https://www.w3.org/ns/activitystreams#Public"]
    note = {
        "id": "https://social.example/users/ada/statuses/1", "type": "Note",
        "summary": word("summary"), "name": word("name"),
        "content": f"<p>{word('content')}</p>", "to": public, "cc": [],
        "published": "2024-03-01T09:00:00Z", "inReplyTo": None, "sensitive": True,
        "attributedTo": "https://social.example/users/ada", "tag": [],
        "attachment": [{"type": "Document", "name": word("attachment.name")}],
        "oneOf": choices("oneOf"), "anyOf": choices("anyOf"), "votersCount": 3,
    }  # fmt: skip
    box = {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": note}]}
    return {"outbox.json": as_json(box), "actor.json": as_json({"name": "Ada"})}


def poll_of_a_tweet() -> dict[str, object]:
    """Return what a tweet holds of a poll, in both places."""
    options = [{"position": 1, "text": word("entities.polls.options.text")}]
    return {"polls": [{"options": options, "end_datetime": "x", "duration_minutes": 60}]}


def card_of_a_tweet() -> dict[str, object]:
    """Return the card of a poll."""
    label = {"string_value": word("card.binding_values"), "type": "STRING"}
    return {"name": "poll2choice_text_only", "binding_values": {"choice1_label": label}}


def twitter() -> Mapping[str, bytes]:
    """Return an archive of X's."""

    def tweet(id_: str, field: str) -> dict[str, object]:
        address = f"https://page.example/{word('entities.urls.expanded_url')}"
        return {
            "tweet": {
                "id_str": id_, "id": id_, field: f"{word(field)} https://t.co/abc", "lang": "en",
                "created_at": "Fri Mar 01 09:00:00 +0000 2024", "favorite_count": "0",
                "entities": {"urls": [{"url": "https://t.co/abc", "expanded_url": address}],
                             "media": [{"url": "https://t.co/def"}]},
                "extended_entities": {"media": [
                    {"ext_alt_text": word("extended_entities.media.ext_alt_text")}]},
            }
        }  # fmt: skip

    first, second = tweet("1", "full_text"), tweet("2", "text")
    first["tweet"]["entities"] |= poll_of_a_tweet()  # type: ignore[index]
    second["tweet"]["card"] = card_of_a_tweet()  # type: ignore[index]
    tweets = as_json([first, second])
    return {"data/tweets.js": b"window.YTD.tweets.part0 = " + tweets}


def long_tweets() -> Mapping[str, bytes]:
    """Return an archive of X's with the whole text of a long tweet."""
    shown = f"{word('core.text')} {'and so on ' * 20}"
    tweet = {
        "id_str": "1", "full_text": f"{shown[:150]}… https://t.co/abc",
        "created_at": "Fri Mar 01 09:00:00 +0000 2024",
    }  # fmt: skip
    address = f"https://page.example/{word('core.urls.expandedUrl')}"
    note = {
        "noteTweetId": "9", "createdAt": "2024-03-01T09:00:00.000Z", "lifecycle": {"name": "Live"},
        "core": {"text": f"{shown}https://t.co/def", "mentions": [], "urls": [
            {"shortUrl": "https://t.co/def", "expandedUrl": address, "fromIndex": "1"}]},
    }  # fmt: skip
    return {
        "data/tweets.js": b"window.YTD.tweets.part0 = " + as_json([{"tweet": tweet}]),
        "data/note-tweet.js": b"window.YTD.note_tweet.part0 = " + as_json([{"noteTweet": note}]),
    }


def monthly_tweets() -> Mapping[str, bytes]:
    """Return an archive that Twitter gave until 2019."""

    def tweet(id_: str, field: str) -> dict[str, object]:
        picture, address = word("entities.media.url"), word("entities.urls.expanded_url")
        return {
            "id_str": id_, "id": int(id_), field: f"{word(field)} https://t.co/a {picture}",
            "created_at": "2013-05-03 17:22:11 +0000",
            "user": {"name": word("user.name"), "screen_name": "ada"},
            "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": address}],
                         "media": [{"url": picture}]},
        }  # fmt: skip

    first, second = tweet("1", "text"), tweet("2", "full_text")
    first["entities"] |= poll_of_a_tweet()  # type: ignore[operator]
    second["card"] = card_of_a_tweet()
    tweets = as_json([first, second])
    return {"data/js/tweets/2013_05.js": b"Grailbird.data.tweets_2013_05 = " + tweets}


def linkedin() -> Mapping[str, bytes]:
    """Return an archive of LinkedIn's."""
    link = "https://www.linkedin.com/feed/update/urn:li:share:7170000000000000001"
    shares = [
        ["Date", "ShareLink", "ShareCommentary", "ShareTitle", "ShareDescription", "Visibility"],
        ["2024-03-01 09:00:00", link, word("sharecommentary"), word("sharetitle"),
         word("sharedescription"), "MEMBER_NETWORK"],
    ]  # fmt: skip
    comments = [["Date", "Link", "Message"], ["2024-03-02 09:00:00", link, word("message")]]
    files = {"Shares.csv": _table(shares), "Comments.csv": _table(comments)}
    cells = [(name, column) for name, (columns, _) in TABLES.items() for column in columns]
    for name, group in groupby(cells, lambda each: each[0]):
        columns = [column for _, column in group]
        others = WHOLE[name].split() if name in WHOLE else TELLING[name].split()[0].split("+")
        others = [each for each in others if each not in columns]
        row = [word(f"{name}.{each}") for each in columns]
        files[f"{name}.csv"] = _table([[*others, *columns], ["Ada"] * len(others) + row])
    article = (
        f"<html><body><h1>A title</h1><p>Published on 2024-03-01 09:00</p>"
        f"<div><p>{word('articles')}</p></div></body></html>"
    )
    return {**files, "Articles/Articles/a.html": article.encode()}


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
