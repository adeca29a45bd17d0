"""Reads the archive that X, once Twitter, gives of an account."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import (
    id_of,
    name_in_json,
    object_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim, below, roots
from adapters.sources.archive_reading.members import member_name
from adapters.sources.exports import tweet_polls
from adapters.sources.exports.tweets import (
    OF_LINKS,
    OF_PICTURES,
    Notes,
    Versions,
    moment_of,
    note_for,
    note_of,
    tweet_id,
    whole_text,
    written_of,
)
from adapters.sources.faults import apart
from adapters.sources.left_out_fields import Known, LeftOut, note_left_out, values_at
from adapters.sources.rows import to_post
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


VERSIONS: Final = "X's archives of 2019 to 2026"
"""What this was written for."""

_TWEETS: Final = ("tweets.js", "tweet.js")
# What was posted to a community stands apart.
_PART: Final = re.compile(r"(?:community-)?tweets?(?:-part\d+)?\.js")
_DATA: Final = "data/"
_OWN: Final = re.compile(r"[\w-]+\.js|\w+_media/.*|manifest\.js|README\.txt")
_PAGES: Final = re.compile(r"data/.*|assets/.*|Your archive\.html|README\.txt")
_ACCOUNT, _PROTECTED, _NOTES = "account.js", "protected-history.js", "note-tweet.js"
# Before its array, each file names a variable.
_AFTER: Final = b"="
_MOST_USES: Final = 10
"""So many tweets may be the versions of one long text."""

KNOWN: Final = Known(
    "X archive",
    VERSIONS,
    {
        "full_text": "text",
        "text": "text",
        "entities.urls.expanded_url": "text",
        "extended_entities.media.ext_alt_text": "alt_texts",
        **tweet_polls.FIELDS,
    },
    frozenset(
        "id id_str created_at entities extended_entities display_text_range favorite_count"
        " favorited retweet_count retweeted truncated source lang in_reply_to_status_id"
        " in_reply_to_status_id_str in_reply_to_user_id in_reply_to_user_id_str"
        " in_reply_to_screen_name possibly_sensitive edit_info coordinates geo place contributors"
        " scopes withheld_in_countries withheld_copyright withheld_scope is_quote_status"
        " quoted_status_id quoted_status_id_str quoted_status_permalink user community_id"
        " community_id_str conversation_id conversation_id_str retweeted_status"
        " in_reply_to_community_id reply_count quote_count bookmark_count view_count".split()
    ),
    {
        **dict.fromkeys(
            ("entities", "extended_entities"),
            frozenset("hashtags symbols user_mentions urls media timestamps polls".split()),
        ),
        **tweet_polls.BESIDE,
        "entities.urls": OF_LINKS,
        "entities.media": OF_PICTURES,
        "extended_entities.media": OF_PICTURES,
    },
)
"""What a tweet may hold; whole texts of long ones are those of their notes."""

_UNREAD: Final[Mapping[str, tuple[str, LeftOut]]] = {
    "direct-messages": ("dmConversation.messages.messageCreate", "direct_messages"),
    "direct-messages-group": ("dmConversation.messages.messageCreate", "direct_messages"),
    "deleted-tweets": ("tweet", "deleted"),
    "deleted-note-tweet": ("noteTweet", "deleted"),
    "article": ("article", "articles"),
    "twitter-article": ("article", "articles"),
    "twitter-circle-tweet": ("twitterCircleTweet", "other_records"),
    "periscope-comments-made-by-user": ("periscopeCommentsMadeByUser", "other_records"),
    "profile": ("profile.description.bio", "profile_texts"),
    "community-note": ("communityNote", "other_records"),
    "grok-chat-item": ("grokChatItem", "other_records"),
    "moment": ("moment", "other_records"),
}
"""What else people wrote in the archive: files, where it stands in their records, what it is."""

_WORDLESS: Final = frozenset(
    "account account-creation-ip account-label account-suspension account-timezone ad-engagements"
    " ad-impressions ad-mobile-conversions-attributed ad-mobile-conversions-unattributed"
    " ad-online-conversions-attributed ad-online-conversions-unattributed ads-revenue-sharing"
    " ageinfo app article-metadata audio-video-calls-in-dm"
    " audio-video-calls-in-dm-recipient-sessions block branch-links catalog-item commerce-catalog"
    " community-note-batsignal community-note-rating community-note-tombstone"
    " connected-application contact deleted-tweet-headers device-token"
    " direct-message-group-headers direct-message-headers direct-message-mute"
    " direct-messages-group-headers email-address-change expanded-profile follower following"
    " ip-audit key-registry like lists-created lists-member lists-subscribed manifest mute"
    " ni-devices note-tweet periscope-account-information periscope-ban-information"
    " periscope-broadcast-metadata periscope-expired-broadcasts periscope-followers"
    " periscope-profile-description personalization phone-number product-drop product-set"
    " professional-data protected-history reply-prompt saved-search screen-name-change"
    " shop-module shopify-account smartblock spaces-metadata sso tweet-headers tweetdeck"
    " twitter-article-metadata twitter-circle twitter-circle-member twitter-shop user-link-clicks"
    " verified verified-organization".split()
)
"""The files of an archive in which nobody writes posts, or that are read beside the tweets."""

_STEM: Final = re.compile(r"([\w-]+?)(?:-part\d+)?\.js")


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with tweets, and on the pages that show them."""
    names = sorted(members.sizes)
    return [_with_pages(claim, names) for claim in roots(members, _TWEETS, _OWN)]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the tweets, of edited ones the last version, long ones whole."""
    problems: list[PostFormatError] = []
    account = _account(members, claim, problems, labels)
    parts = [each for each in claim.names if _PART.fullmatch(each.removeprefix(claim.root))]
    for name in parts:
        for tweet in _tweets(members, name, []):
            account.versions.add(tweet)
    members.budget.rewind()
    yield from problems
    for name in parts:
        own = replace(labels, file=member_name(members.file, name))
        broken: list[PostFormatError] = []
        for tweet in _tweets(members, name, broken, own):
            yield from apart(_of_tweet(tweet, account, own), own)
        yield from broken
    labels.leave_out("lone_notes", account.lone_notes())
    _count_unread(members, claim, labels)


def _of_tweet(tweet: Record, account: _Account, labels: Labels) -> Iterator[Post | PostFormatError]:
    row = _row(tweet, account, labels)
    if row is not None:
        yield to_post(row, labels, None)


def _tweets(
    members: Members, name: str, broken: list[PostFormatError], labels: Labels | None = None
) -> Iterator[Record]:
    for record in _listed(members, name, broken, labels):
        yield object_of(record.get("tweet") or record.get("communityTweet")) or record


def _listed(
    members: Members, name: str, broken: list[PostFormatError], labels: Labels | None = None
) -> Iterator[Record]:
    try:
        yield from records(members, name, None, after=_AFTER, labels=labels)
    except PostFormatError as error:
        broken.append(error)


def _count_unread(members: Members, claim: Claim, labels: Labels) -> None:
    for name in claim.names:
        inner = name.removeprefix(claim.root)
        found = _STEM.fullmatch(inner)
        if found is None or _PART.fullmatch(inner) or found[1] in _WORDLESS:
            continue
        if unread := _UNREAD.get(found[1]):
            path, kind = unread
            held = _listed(members, name, [])
            count = sum(len([*values_at(each, path.split("."))]) for each in held)
            labels.leave_out(kind, count)
        else:
            labels.leave_out_unknown(VERSIONS, inner)


def _with_pages(claim: Claim, names: Sequence[str]) -> Claim:
    above, own = claim.root.removesuffix(_DATA), set(claim.names)
    beside = (
        name
        for name in below(above, names)
        if name not in own and _PAGES.fullmatch(name, len(above))
    )
    return replace(claim, names=[*claim.names, *beside])


@dataclass(slots=True)
class _Account:
    """Whose tweets these are.

    Attributes:
        name: The name that readers see.
        handle: The name in addresses.
        is_protected: Whether only followers read them.
        notes: The whole texts of long tweets.
        versions: Which tweets are versions of one.
        used: How many tweets took each note.
    """

    name: str
    handle: str
    is_protected: bool
    notes: Notes
    versions: Versions = field(default_factory=Versions)
    used: Counter[str] = field(default_factory=Counter)

    def lone_notes(self) -> int:
        """Count the notes that no tweet took."""
        return len(self.notes.ids - self.used.keys())


def _account(
    members: Members, claim: Claim, problems: list[PostFormatError], labels: Labels
) -> _Account:
    def listed(name: str, key: str) -> Iterator[Record]:
        path = claim.root + name
        if path in members.sizes:
            for record in _listed(members, path, problems):
                yield object_of(record.get(key))

    owner = next(listed(_ACCOUNT, "account"), {})
    changes = [
        (text_of(each.get("protectedAt")), text_of(each.get("action")))
        for each in listed(_PROTECTED, "protectedHistory")
    ]
    notes = Notes(note_of(each, labels) for each in listed(_NOTES, "noteTweet"))
    handle = id_of(owner.get("username"))
    return _Account(
        name_in_json(owner.get("accountDisplayName")) or handle,
        handle or "i",
        is_protected=max(changes, default=("", ""))[1] == "Protect",
        notes=notes,
    )


def _row(tweet: Record, account: _Account, labels: Labels) -> Record | None:
    id_ = tweet_id(tweet)
    if not id_:
        labels.leave_out("nameless")
        return None
    note_left_out(tweet, KNOWN.fields, labels.left_out)
    note = note_for(tweet, account.notes)
    if note is not None:
        account.used[note.id] += 1
        note = note if account.used[note.id] <= _MOST_USES else None
    if kind := _left_out_as(tweet, account):
        labels.leave_out(kind)
        return None
    labels.note_unknown(tweet, KNOWN)
    labels.leave_out("link_previews", int(tweet_polls.has_preview(tweet)))
    text = tweet_polls.with_poll(whole_text(tweet, note), tweet)
    if not text:
        labels.leave_out("wordless")
        return None
    parent = text_of(tweet.get("in_reply_to_status_id_str"))
    return {
        "scope": "x",
        "id": id_,
        "source": "X",
        "text": text,
        "author": account.name,
        "url": f"https://x.com/{account.handle}/status/{id_}",
        "posted_at": moment_of(tweet, labels),
        "parent_id": account.versions.last(parent or text_of(tweet.get("in_reply_to_status_id"))),
        "audience": "x:followers" if account.is_protected else EVERYONE,
    }


def _left_out_as(tweet: Record, account: _Account) -> LeftOut | None:
    if written_of(tweet).startswith("RT @"):
        return "reposts"
    is_last = account.versions.last(tweet_id(tweet)) == tweet_id(tweet)
    return None if is_last else "old_versions"
