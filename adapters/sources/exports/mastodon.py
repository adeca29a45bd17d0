"""Reads the archive that Mastodon gives of an account: its outbox, in ActivityPub's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import (
    document,
    name_in_json,
    object_of,
    objects_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.left_out_fields import Known, note_left_out
from adapters.sources.rows import check_storable, to_post
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import Fields, LeftOut
    from index.posts import Post


VERSIONS: Final = "Mastodon 2.3 to 4.5"
"""What this was written for."""

KNOWN: Final = Known(
    "Mastodon archive",
    VERSIONS,
    {
        "content": "text",
        "summary": "title",
        "name": "title",
        "oneOf.name": "text",
        "oneOf.replies.totalItems": "text",
        "anyOf.name": "text",
        "anyOf.replies.totalItems": "text",
        "attachment.name": "text",
    },
    frozenset(
        "id type url uri published updated attributedTo to cc inReplyTo inReplyToAtomUri atomUri"
        " sensitive conversation context contentMap tag replies likes shares votersCount endTime"
        " closed source directMessage localOnly interactionPolicy quote quoteUri quoteUrl"
        " _misskey_quote quoteAuthorization expiry".split()
    ),
    {
        **{path: frozenset({"type"}) for path in ("oneOf", "anyOf")},
        **{f"{path}.replies": frozenset({"type", "id"}) for path in ("oneOf", "anyOf")},
        "attachment": frozenset(
            "type mediaType url blurhash focalPoint width height icon id duration".split()
        ),
    },
)
"""What a note may hold; whose it is stands in `actor.json`."""

_OF_ACTORS: Final[Fields] = {"summary": "profile_texts", "attachment.value": "profile_texts"}
"""What the account says of itself, which is no post."""

_OUTBOX: Final = "outbox.json"
_ACTOR: Final = "actor.json"
_OWN: Final = re.compile(
    r"(?:actor|outbox|likes|bookmarks)\.json|(?:avatar|header)\.\w+|media_attachments/.*"
)
_HEAD: Final = 16_384
_MARKS: Final = (b"OrderedCollection", b'"orderedItems"')

_PUBLIC: Final = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with an outbox."""
    return [
        claim
        for claim in roots(members, (_OUTBOX,), _OWN)
        if any(mark in head(members, claim.root + _OUTBOX, _HEAD) for mark in _MARKS)
    ]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what the account wrote; what it passed on and direct messages are left out."""
    author = ""
    if (actor := claim.root + _ACTOR) in members.sizes:
        try:
            owner = object_of(document(members, actor))
            author = _name(owner)
            note_left_out(owner, _OF_ACTORS, labels.left_out)
        except PostFormatError as error:
            yield error
    outbox = claim.root + _OUTBOX
    own = replace(labels, file=member_name(members.file, outbox))
    try:
        for activity in records(members, outbox, "orderedItems", labels=own):
            yield from apart(_of_activity(activity, author, own), own)
    except PostFormatError as error:
        yield error


def _of_activity(activity: Record, author: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    try:
        row = _row(activity, author, labels)
    except WrongValue as error:
        yield PostFormatError(labels.file, error.kind, **error.values)
        return
    if not isinstance(row, str) or row == "wordless":
        labels.note_unknown(object_of(activity.get("object")), KNOWN)
    if isinstance(row, str):
        labels.leave_out(row)
    else:
        yield to_post(row, labels, None)


def _name(actor: Record) -> str:
    return name_in_json(actor.get("name")).strip() or name_in_json(actor.get("preferredUsername"))


def _row(activity: Record, author: str, labels: Labels) -> Record | LeftOut:
    """Return what an activity says of a post, or why it is none.

    Raises:
        WrongValue: Its words cannot be stored.
    """
    note = object_of(activity.get("object"))
    id_ = text_of(note.get("id"))
    if activity.get("type") != "Create":
        return "reposts"
    if not id_:
        return "nameless"
    audience = _audience(note)
    if audience is None:
        return "direct_messages"
    text = _text(note)
    if not text:
        return "wordless"
    return {
        "scope": "mastodon",
        "id": id_,
        "source": "Mastodon",
        # A warning stands above what an article is called.
        "title": ": ".join(filter(None, (text_of(note.get(e)) for e in ("summary", "name")))),
        "text": text,
        "author": author,
        "url": text_of(note.get("url")) or id_,
        "posted_at": written_date(note.get("published") or activity.get("published"), labels),
        "parent_id": text_of(note.get("inReplyTo")),
        "audience": audience,
    }


def _text(note: Record) -> str:
    """Return the words of a note, the choices of its poll, and what its pictures show.

    Raises:
        WrongValue: They hold half a character, in place of which HTML is shown with another.
    """
    content = text_of(note.get("content"))
    check_storable("text", content)
    said = [html_text(content)]
    choices = [*objects_of(note.get("oneOf")), *objects_of(note.get("anyOf"))]
    said.append("\n".join(filter(None, map(_choice, choices))))
    said += (text_of(each.get("name")).strip() for each in objects_of(note.get("attachment")))
    return "\n\n".join(filter(None, said))


def _choice(choice: Record) -> str:
    name = text_of(choice.get("name")).strip()
    votes = object_of(choice.get("replies")).get("totalItems")
    return f"• {name}: {votes}" if name and isinstance(votes, int) else name and f"• {name}"


def _audience(note: Record) -> str | None:
    """Return who may see a note, None where it is a direct message."""
    addressed = {each for field in ("to", "cc") for each in _addresses(note.get(field))}
    if addressed & _PUBLIC:
        return EVERYONE
    if any(each.endswith("/followers") for each in addressed):
        return "mastodon:followers"
    return None


def _addresses(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, str)]
