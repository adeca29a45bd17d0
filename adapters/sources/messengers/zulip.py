"""Reads what Zulip exports of an organisation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import id_of, name_in_json, records, text_of
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart, learnt
from adapters.sources.formats.pages.html_text import classes_of, parsed, tree_text
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import check_storable, to_post
from adapters.sources.transcripts.shown_links import name_address, show_address, web_address
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_DIRECT: Final = (1, 3)
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


class _Realm:
    """The lists of an export.

    Args:
        labels: Counts what of them cannot be used: people and channels go without it.

    Attributes:
        people: The names by user id.
        bots: The users who are none.
        channels: The name and the audience of each channel, by its recipient.
        direct: The recipients that are a few people.
    """

    def __init__(self, labels: Labels) -> None:
        self.people: dict[str, str] = {}
        self.bots: set[str] = set()
        self.channels: dict[str, tuple[str, str]] = {}
        self.direct: set[str] = set()
        self._streams: dict[str, tuple[str, str]] = {}
        self._labels = labels

    def take_user(self, user: Record) -> None:
        """Learn what a person is called."""
        id_, name = self._named(user, "full_name")
        if id_ and name:
            self.people[id_] = name
        if id_ and user.get("is_bot") is True:
            self.bots.add(id_)

    def take_bot(self, user: Record) -> None:
        """Learn of one of Zulip's own bots."""
        if id_ := _key(user.get("id")):
            self.bots.add(id_)

    def take_stream(self, stream: Record) -> None:
        """Learn what a channel is called, and who may read it; what is not clear is private."""
        id_, name = self._named(stream, "name")
        if id_:
            closed = stream.get("invite_only")
            audience = EVERYONE if closed is False else f"zulip:{id_}"
            self._streams[id_] = (name or id_, audience)

    def take_recipient(self, recipient: Record) -> None:
        """Learn what a number means that messages are sent to; the channels are known by then."""
        id_, kind = _key(recipient.get("id")), recipient.get("type")
        stream = self._streams.get(_key(recipient.get("type_id")) or "")
        if id_ and kind == _STREAM and stream is not None:
            self.channels[id_] = stream
        elif id_ and kind in _DIRECT:
            self.direct.add(id_)
        else:
            self._labels.leave_out("list_records")

    def _named(self, record: Record, name: str) -> tuple[str | None, str]:
        found = _key(record.get("id")), name_in_json(record.get(name)).strip()
        self._labels.leave_out("list_records", int(not all(found)))
        return found


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages in channels; those between a few people are never read."""
    realm = _Realm(labels)
    yield from _learn(members, claim.root + _REALM, realm, labels)
    members.budget.rewind()
    for name in claim.names:
        if not _MESSAGES.fullmatch(name.removeprefix(claim.root)):
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            for message in records(members, name, "zerver_message", labels=own):
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


def _learn(members: Members, name: str, realm: _Realm, labels: Labels) -> Iterator[PostFormatError]:
    """Read the lists of an export; yield what of them cannot be read."""
    takes: list[tuple[str, Callable[[Record], None]]] = [
        *((key, realm.take_user) for key in _USERS),
        (_BOTS, realm.take_bot),
        ("zerver_stream", realm.take_stream),
        ("zerver_recipient", realm.take_recipient),
    ]
    own = replace(labels, file=member_name(members.file, name))
    for key, take in takes:
        try:
            yield from learnt(records(members, name, key, labels=own), take, own)
        except PostFormatError as error:
            # Not every version has all of them.
            if error.kind != "json_no_list_named":
                yield error


def _row(message: Record, realm: _Realm, labels: Labels) -> Record | None:
    """Return what a message says of a post, or None where it is none.

    Raises:
        WrongValue: Its words cannot be stored.
    """
    sender, recipient = _key(message.get("sender")), _key(message.get("recipient"))
    channel = realm.channels.get(recipient or "")
    if channel is None:
        labels.leave_out("direct_messages" if recipient in realm.direct else "unlisted_channels")
        return None
    if sender in realm.bots and not labels.with_apps:
        labels.leave_out("bot_messages")
        return None
    labels.note_unknown(message, KNOWN)
    labels.leave_out("attachments", int(bool(message.get("has_attachment"))))
    labels.leave_out("old_versions", str(message.get("edit_history")).count('prev_content"'))
    text = _own_words(message, labels)
    id_ = id_of(message.get("id"))
    if not text or not id_:
        labels.leave_out("nameless" if text else "wordless")
        return None
    return {
        "scope": "zulip",
        "id": id_,
        "source": f"#{channel[0]}",
        "title": text_of(message.get("subject")),
        "text": text,
        "author": realm.people.get(sender or "", ""),
        "posted_at": _moment(message.get("date_sent"), labels),
        "audience": channel[1],
        "author_id": f"zulip:{sender}" if sender else None,
    }


def _key(value: object) -> str | None:
    """Return what names a record, and None for what cannot."""
    # As text, since many numbers may be made to have one hash.
    return id_of(value) or None


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
