"""Reads the archive that X, once Twitter, gives of an account."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from adapters.sources.archives.json_records import object_of, objects_of, records, text_of
from adapters.sources.archives.matching import Claim, below, roots
from adapters.sources.archives.members import member_name
from adapters.sources.rows import to_post
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from adapters.sources.archives.json_records import Record
    from adapters.sources.archives.members import Members
    from adapters.sources.labels import Labels
    from index.posts import Post


_TWEETS: Final = ("tweets.js", "tweet.js")
_PART: Final = re.compile(r"tweets?(?:-part\d+)?\.js")
_DATA: Final = "data/"
_ACCOUNT, _PROTECTED, _NOTES = "account.js", "protected-history.js", "note-tweet.js"
# Before its array, each file names a variable.
_AFTER: Final = b"="
_SHOWN_OF_NOTE: Final = 100


def claims(members: Members) -> list[Claim]:
    """Returns a claim on every folder with tweets, and on the pages that show them."""
    names = sorted(members.sizes)
    return [_with_pages(claim, names) for claim in roots(members, _TWEETS)]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yields the tweets, long ones whole; what the account passed on is left out."""
    problems: list[PostFormatError] = []
    account = _account(members, claim, problems)
    yield from problems
    for name in claim.names:
        if not _PART.fullmatch(name.removeprefix(claim.root)):
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            for record in records(members, name, None, after=_AFTER):
                row = _row(object_of(record.get("tweet")) or record, account)
                if row is not None:
                    yield to_post(row, own, None)
        except PostFormatError as error:
            yield error


def _with_pages(claim: Claim, names: Sequence[str]) -> Claim:
    above = claim.root.removesuffix(_DATA)
    if above == claim.root:
        return claim
    own = set(claim.names)
    beside = (name for name in below(above, names) if name not in own)
    return replace(claim, names=[*claim.names, *beside])


@dataclass(frozen=True, slots=True)
class _Account:
    """Whose tweets these are.

    Attributes:
        name: The name that readers see.
        handle: The name in addresses.
        is_protected: Whether only followers read them.
        notes: The whole texts of long tweets, by how they begin.
    """

    name: str
    handle: str
    is_protected: bool
    notes: Mapping[str, str]


def _account(members: Members, claim: Claim, problems: list[PostFormatError]) -> _Account:
    def listed(name: str, key: str) -> Iterator[Record]:
        path = claim.root + name
        if path in members.sizes:
            try:
                for record in records(members, path, None, after=_AFTER):
                    yield object_of(record.get(key))
            except PostFormatError as error:
                problems.append(error)

    owner = next(listed(_ACCOUNT, "account"), {})
    changes = [
        (text_of(each.get("protectedAt")), text_of(each.get("action")))
        for each in listed(_PROTECTED, "protectedHistory")
    ]
    texts = (
        text_of(object_of(each.get("core")).get("text")) for each in listed(_NOTES, "noteTweet")
    )
    return _Account(
        text_of(owner.get("accountDisplayName")) or text_of(owner.get("username")),
        text_of(owner.get("username")) or "i",
        is_protected=max(changes, default=("", ""))[1] == "Protect",
        notes={text[:_SHOWN_OF_NOTE]: text for text in texts},
    )


def _row(tweet: Record, account: _Account) -> Record | None:
    written = html.unescape(text_of(tweet.get("full_text")))
    id_ = text_of(tweet.get("id_str")) or text_of(tweet.get("id"))
    if not id_ or written.startswith("RT @"):
        return None
    text = _linked(account.notes.get(written[:_SHOWN_OF_NOTE], written), tweet)
    if not text:
        return None
    return {
        "scope": "x",
        "id": id_,
        "source": "X",
        "text": text,
        "author": account.name,
        "url": f"https://x.com/{account.handle}/status/{id_}",
        "posted_at": _moment(text_of(tweet.get("created_at"))),
        "parent_id": text_of(tweet.get("in_reply_to_status_id_str")),
        "audience": "x:followers" if account.is_protected else EVERYONE,
    }


def _linked(text: str, tweet: Record) -> str:
    """Returns the text with the addresses that were meant, and without those of its pictures."""
    entities = object_of(tweet.get("entities"))
    for link in objects_of(entities.get("urls")):
        short, meant = text_of(link.get("url")), text_of(link.get("expanded_url"))
        if short and meant:
            text = text.replace(short, meant)
    for picture in objects_of(entities.get("media")):
        text = text.replace(text_of(picture.get("url")) or "\0", "")
    return text.strip()


def _moment(text: str) -> str:
    for form in ("%a %b %d %H:%M:%S %z %Y", "%Y-%m-%dT%H:%M:%S.%fZ"):
        try:
            moment = datetime.strptime(text, form)  # noqa: DTZ007 -- the zone is in it, or a Z
        except ValueError:
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    return text
