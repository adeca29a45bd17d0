"""Reads the archive that Twitter gave of an account until 2019: a file of tweets for each month."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import (
    id_of,
    name_in_json,
    object_of,
    objects_of,
    parsed,
    records,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim, below
from adapters.sources.archive_reading.members import member_name, whole
from adapters.sources.dates.parsing import written_date
from adapters.sources.exports import tweet_polls
from adapters.sources.exports.tweets import LONGEST_LINK, OF_LINKS, OF_PICTURES, tweet_id
from adapters.sources.faults import apart
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "Twitter's archives of 2012 to 2019"
"""What this was written for."""

KNOWN: Final = Known(
    "Twitter archive",
    VERSIONS,
    {
        "text": "text",
        "full_text": "text",
        "entities.urls.expanded_url": "text",
        "user.name": "author",
        "entities.media.url": "attachments",
        **tweet_polls.FIELDS,
    },
    frozenset(
        "id id_str created_at entities source geo coordinates place in_reply_to_status_id"
        " in_reply_to_status_id_str in_reply_to_user_id in_reply_to_user_id_str"
        " in_reply_to_screen_name retweeted_status retweet_count favorite_count favorited retweeted"
        " lang truncated contributors possibly_sensitive extended_entities".split()
    ),
    {
        "entities": frozenset({"hashtags", "user_mentions", "symbols", "polls"}),
        "entities.urls": OF_LINKS,
        "entities.media": OF_PICTURES,
        **tweet_polls.BESIDE,
    },
)
"""What a tweet may hold."""

_MONTH: Final = re.compile(r"(.*/)?data/js/tweets/\d{4}_\d\d\.js")
MOST_LINKS: Final = 100
"""So many links and pictures of a tweet are looked for in it: it was of 280 characters."""
_MONTHS, _OWNER = "data/js/tweets/", "data/js/user_details.js"
# Before its array, each file names a variable.
_AFTER: Final = b"="


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with months of tweets, and on the pages that show them."""
    found = {match[1] or "" for match in map(_MONTH.fullmatch, members.sizes) if match}
    names = sorted(members.sizes)
    return [Claim(root, below(root, names) if root else _own(names)) for root in sorted(found)]


def _own(names: list[str]) -> list[str]:
    beside = ("data/", "css/", "img/", "js/", "lib/", "assets/")
    single = {"index.html", "tweets.csv", "README.txt", "MANIFEST.json"}
    return [name for name in names if name.startswith(beside) or name in single]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the tweets; what the account passed on is left out."""
    owner = _owner(members, claim.root + _OWNER)
    if isinstance(owner, PostFormatError):
        yield owner
        owner = {}
    for name in claim.names:
        if not name.startswith(claim.root + _MONTHS):
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            for tweet in records(members, name, None, after=_AFTER, labels=own):
                yield from apart(_of_tweet(tweet, owner, own), own)
        except PostFormatError as error:
            yield error


def _of_tweet(tweet: Record, owner: Record, labels: Labels) -> Iterator[Post | PostFormatError]:
    row = _row(tweet, owner, labels)
    if row is not None:
        yield to_post(row, labels, None)


def _owner(members: Members, name: str) -> Record | PostFormatError:
    if name not in members.sizes:
        return {}
    try:
        data = whole(members, name)
        return object_of(parsed(data.partition(_AFTER)[2].strip().rstrip(b";"), members, name))
    except PostFormatError as error:
        return error


def _row(tweet: Record, owner: Record, labels: Labels) -> Record | None:
    id_ = tweet_id(tweet)
    written = text_of(tweet.get("text")) or text_of(tweet.get("full_text"))
    if tweet.get("retweeted_status") or written.startswith("RT @"):
        labels.leave_out("reposts")
        return None
    labels.note_unknown(tweet, KNOWN)
    labels.leave_out("link_previews", int(tweet_polls.has_preview(tweet)))
    said = _linked(html.unescape(written), object_of(tweet.get("entities")), labels)
    text = tweet_polls.with_poll(said, tweet)
    if not text or not id_:
        labels.leave_out("wordless" if id_ else "nameless")
        return None
    user = object_of(tweet.get("user"))
    handle = id_of(user.get("screen_name")) or id_of(owner.get("screen_name"))
    return {
        "scope": "x",
        "id": id_,
        "source": "X",
        "text": text,
        "author": name_in_json(user.get("name")) or name_in_json(owner.get("full_name")) or handle,
        "url": f"https://x.com/{handle or 'i'}/status/{id_}",
        "posted_at": _moment(written_date(tweet.get("created_at"), labels)),
        "parent_id": id_of(tweet.get("in_reply_to_status_id_str"))
        or id_of(tweet.get("in_reply_to_status_id")),
        "audience": "x:followers" if user.get("protected") else EVERYONE,
    }


def _linked(text: str, entities: Record, labels: Labels) -> str:
    """Return the text with the addresses that were meant, and without those of its pictures."""
    links = objects_of(entities.get("urls"))
    for link in links[:MOST_LINKS]:
        short, meant = text_of(link.get("url")), text_of(link.get("expanded_url"))
        if short and 0 < len(meant) <= LONGEST_LINK and text.count(short) <= MOST_LINKS:
            text = text.replace(short, meant)
    pictures = objects_of(entities.get("media"))
    labels.leave_out("attachments", len(pictures))
    for picture in pictures[:MOST_LINKS]:
        text = text.replace(text_of(picture.get("url")) or "\0", "")
    return text.strip()


def _moment(text: str) -> str:
    for form in ("%Y-%m-%d %H:%M:%S %z", "%a %b %d %H:%M:%S %z %Y"):
        try:
            return datetime.strptime(text, form).astimezone(UTC).isoformat()
        except (ValueError, OverflowError):
            continue
    return text
