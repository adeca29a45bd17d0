"""Reads what Zulip exports of an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import name_in_json, records, text_of
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.dates import written_date
from adapters.sources.faults import apart
from adapters.sources.formats.pages.html_text import classes_of, parsed, tree_text
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import check_storable, to_post
from adapters.sources.transcripts.shown_links import name_address, show_address, web_address
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import lxml.html

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "Zulip 2 to 11"
"""What this was written for."""

KNOWN: Final = Known(
    "Zulip",
    VERSIONS,
    {
        "rendered_content": "text",
        "rendered_content.blockquote": "quotes",
        "rendered_content.preview": "link_previews",
        "content": "text",
        "subject": "title",
        "edit_history": "old_versions",
        "has_attachment": "attachments",
    },
    frozenset(
        "id sender recipient realm rendered_content_version date_sent sending_client"
        " last_edit_time last_moved_time has_image has_link search_tsvector type"
        " is_channel_message".split()
    ),
)
"""What a message may hold; what it quotes of others, and what its links unfold to, stands in it."""

_REALM: Final = "realm.json"
_MESSAGES: Final = re.compile(r"messages-\d+\.json")
_OWN: Final = re.compile(
    r"(?:realm|messages-\d+|attachment|analytics|migration_status)\.json"
    r"|(?:uploads|avatars|emoji|realm_icons)/.*"
)
_USERS: Final = ("zerver_userprofile", "zerver_userprofile_mirrordummy")
_BOTS: Final = "zerver_userprofile_crossrealm"
_STREAM: Final = 2
_OF_THE_MESSAGE: Final = frozenset({"codehilite", "spoiler"})
"""How the names begin of the divisions that hold its sender's words; others preview a link."""
_MOST_PARTS: Final = 20
"""So many pieces of text are in the line above a quote: a name, a link, and "said:"."""
_LATEST: Final = 253_402_300_799


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with an organisation."""
    return [
        claim
        for claim in roots(members, (_REALM,), _OWN)
        if b"zerver_" in head(members, claim.root + _REALM, 65_536)
    ]


@dataclass(frozen=True, slots=True)
class _Realm:
    """The lists of an export.

    Attributes:
        people: The names by user id.
        bots: The users who are none.
        channels: The name and the audience of each channel, by its recipient.
    """

    people: Mapping[str | None, str]
    bots: frozenset[str | None]
    channels: Mapping[str | None, tuple[str, str]]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages in channels; those between a few people are never read."""
    problems: list[PostFormatError] = []
    realm = _realm(members, claim.root + _REALM, problems)
    yield from problems
    members.budget.rewind()
    for name in claim.names:
        if not _MESSAGES.fullmatch(name.removeprefix(claim.root)):
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            for message in records(members, name, "zerver_message"):
                yield from apart(_of_message(message, realm, own), own)
        except PostFormatError as error:
            yield error


def _of_message(message: Record, realm: _Realm, labels: Labels) -> Iterator[Post | PostFormatError]:
    try:
        row = _row(message, realm, labels)
    except WrongValue as error:
        yield PostFormatError(labels.file, error.kind, **error.values)
        return
    if row is not None:
        yield to_post(row, labels, None)


def _realm(members: Members, name: str, problems: list[PostFormatError]) -> _Realm:
    def listed(key: str) -> Iterator[Record]:
        try:
            yield from records(members, name, key)
        except PostFormatError as error:
            # Not every version has all of them.
            if error.kind != "json_no_list_named":
                problems.append(error)

    users = [user for key in _USERS for user in listed(key)]
    others = list(listed(_BOTS))
    streams = {_key(stream.get("id")): stream for stream in listed("zerver_stream")}
    channels = {}
    for recipient in listed("zerver_recipient"):
        stream = streams.get(_key(recipient.get("type_id")))
        if recipient.get("type") == _STREAM and stream is not None:
            private = bool(stream.get("invite_only"))
            audience = f"zulip:{stream.get('id')}" if private else EVERYONE
            channels[_key(recipient.get("id"))] = (name_in_json(stream.get("name")), audience)
    return _Realm(
        {_key(user.get("id")): name_in_json(user.get("full_name")) for user in users},
        frozenset(_key(user.get("id")) for user in others)
        | {_key(user.get("id")) for user in users if user.get("is_bot")},
        channels,
    )


def _row(message: Record, realm: _Realm, labels: Labels) -> Record | None:
    """Return what a message says of a post, or None where it is none.

    Raises:
        WrongValue: Its words cannot be stored.
    """
    sender, recipient = _key(message.get("sender")), _key(message.get("recipient"))
    channel = realm.channels.get(recipient)
    if channel is None:
        labels.leave_out("direct_messages")
        return None
    if sender in realm.bots:
        labels.leave_out("bot_messages")
        return None
    labels.note_unknown(message, KNOWN)
    labels.leave_out("attachments", int(bool(message.get("has_attachment"))))
    labels.leave_out("old_versions", str(message.get("edit_history")).count('prev_content"'))
    text = _own_words(message, labels)
    if not text:
        labels.leave_out("wordless")
        return None
    return {
        "scope": "zulip",
        "id": str(message.get("id")),
        "source": f"#{channel[0]}",
        "title": text_of(message.get("subject")),
        "text": text,
        "author": realm.people.get(sender, ""),
        "posted_at": _moment(message.get("date_sent"), labels),
        "audience": channel[1],
        "author_id": f"zulip:{sender}" if sender else None,
    }


def _key(value: object) -> str | None:
    """Return what names a record, and None for what cannot."""
    # As text, since many numbers may be made to have one hash.
    return str(value) if isinstance(value, int | str) else None


def _own_words(message: Record, labels: Labels) -> str:
    """Return a message as its readers see it, without what it quotes of others and links unfold to.

    Raises:
        WrongValue: It holds half a character, in place of which HTML is shown with another.
    """
    check_storable("text", text_of(message.get("rendered_content")))
    typed = text_of(message.get("content"))
    tree = parsed(text_of(message.get("rendered_content")) or "<p></p>")
    if tree is None or not message.get("rendered_content"):
        return typed.strip()
    _drop_previews(tree, labels)
    for link in [*tree.iter("a")]:
        _show_link(link, typed)
    for quote in tree.findall(".//blockquote"):
        labels.leave_out("quotes")
        said = quote.getprevious()
        if said is not None and _announces(said):
            said.drop_tree()
        quote.drop_tree()
    return tree_text(tree)


def _drop_previews(tree: lxml.html.HtmlElement, labels: Labels) -> None:
    """Take out what links unfold to: the words of other pages."""
    gone: set[lxml.html.HtmlElement] = set()
    for division in [*tree.iter("div")]:
        kind = (classes_of(division) or ("",))[0].partition("-")[0]
        if division not in gone and kind not in _OF_THE_MESSAGE:
            labels.leave_out("link_previews", int(bool(tree_text(division))))
            gone.update(division.iter("div"))
            division.drop_tree()


def _show_link(link: lxml.html.HtmlElement, typed: str) -> None:
    """Show a link as it was typed: an address may stand under the title of its page.

    Args:
        link: The link.
        typed: The message as its sender typed it, in Markdown.
    """
    address = web_address(link)
    if address and f"]({address}" in typed:
        name_address(link)
    elif address and address in typed:
        show_address(link)


def _announces(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element says who wrote the quote below it; a long one does not."""
    words = list(islice(element.itertext(), _MOST_PARTS + 1))
    return len(words) <= _MOST_PARTS and tree_text(element).endswith("said:")


def _moment(value: object, labels: Labels) -> str:
    if isinstance(value, int | float) and 0 <= value <= _LATEST:
        return datetime.fromtimestamp(value, UTC).isoformat()
    return written_date(value, labels)
