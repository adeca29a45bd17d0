"""Reads what Slack exports of a workspace: lists of channels and members, and days of each."""

from __future__ import annotations

import re
from collections import ChainMap, Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.markup.slack_post_rules import SLACKBOT, account_name, is_closed_by, shown_name
from adapters.sources.archive_reading.json_records import (
    document,
    id_of,
    name_in_json,
    object_of,
    objects_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import head, member_error, member_name, whole
from adapters.sources.exports.channels_of_apps import ChannelsOfApps
from adapters.sources.exports.found_message import Found, Wordless, posts_found
from adapters.sources.exports.slack_fields import VERSIONS, note_newer
from adapters.sources.exports.slack_grid import divided, people_lists
from adapters.sources.exports.slack_messages import (
    Channel,
    Names,
    message_found,
    unknown_subtype,
)
from adapters.sources.faults import apart
from adapters.sources.rows import check_storable
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
    from index.posts import Post


_PEOPLE: Final = ("users.json", "org_users.json")
_PUBLIC: Final = "channels.json"
_PRIVATE: Final = "groups.json"
_DIRECT: Final = ("dms.json", "mpims.json")
_OWN: Final = re.compile(
    r"(?:(?:org_)?users|channels|groups|dms|mpims|integration_logs|canvases|lists"
    r"|file_conversations|huddle_transcripts|external_teams)\.json"
    r"|(?:.+/)?(?:\d{4}-\d\d-\d\d|canvas_in_the_conversation)\.json|(?:FC:|teams/|__uploads/|.+/attachments/|__avatars/).*"
)
_LISTED: Final = re.compile(
    r"(?:canvases|lists|huddle_transcripts|(?:.+/)?canvas_in_the_conversation)\.json"
)
"""What else people wrote: each record is one of a file whose words are elsewhere, or a talk."""

_DAY: Final = re.compile(r"(?:(.+)/)?(\d{4}-\d\d-\d\d)\.json")
_USER: Final = re.compile(rb'"user":\s*"([A-Z0-9]{1,30})"')
_DOMAIN: Final = re.compile(rb'"permalink":\s*"https:\\?/\\?/([a-z0-9-]+)\.slack\.com\\?/files')
# The workspace's domain stands in the links of files only; so many days are looked through.
_LOOKED_THROUGH: Final = 300
_LOOK: Final = 1_000_000


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with lists of people and channels."""
    lists = (_PUBLIC, _PRIVATE, *_DIRECT)
    return [
        claim
        for claim in divided(members, roots(members, _PEOPLE, _OWN), lists, _OWN)
        if any(claim.root + name in members.sizes for name in lists)
    ]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of all channels, a day after the other; direct ones are counted alone."""
    export, channels = _Export(members, claim), ChannelsOfApps(labels)
    yield from export.problems
    for name in claim.names:
        if _LISTED.fullmatch(name, len(claim.root)):
            yield from _count_records(members, name, "file_contents", labels)
        day = _DAY.fullmatch(name.removeprefix(claim.root))
        folder = day[1] if day else None
        if folder is None:
            continue
        if folder in export.direct:
            yield from _count_records(members, name, "direct_messages", labels)
            continue
        channel = export.channels.get(folder)
        if channel is not None:
            own = replace(labels, file=member_name(members.file, name))
            made = apart(_day(members, name, channel, export.names, own), own)
            yield from channels.watched(f"#{channel.name}", made)
        elif folder not in export.unknown:
            export.unknown.add(folder)
            yield member_error(members.file, claim.root + folder, "unlisted_folder")
    channels.tell()


def _count_records(
    members: Members, name: str, kind: LeftOut, labels: Labels
) -> Iterator[PostFormatError]:
    try:
        labels.leave_out(kind, sum(1 for _ in records(members, name, None)))
    except PostFormatError as error:
        yield error


def _day(
    members: Members, name: str, channel: Channel, names: Names, labels: Labels
) -> Iterator[Post | PostFormatError]:
    # Whoever reads a private channel knows its name, too.
    names = replace(names, channels=ChainMap({channel.id: channel.name}, names.channels))
    try:
        messages = document(members, name)
    except PostFormatError as error:
        yield error
        return
    if not isinstance(messages, list):
        yield PostFormatError(labels.file, "no_messages")
    # What was written once may stand here twice, before and after an edit.
    for message in _last_versions(objects_of(messages, labels)):
        yield from apart(message_posts(message, channel, names, labels), labels)


def _last_versions(messages: Iterable[Record]) -> Iterable[Record]:
    """Return the last of the messages of each moment, and all of which it is not told."""
    return {id_of(each.get("ts")) or id(each): each for each in messages}.values()


def message_posts(
    message: Record, channel: Channel, names: Names, labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield what becomes of a message, and count what is left out."""
    try:
        # What shows a message drops halves of characters: here, they may be bytes that are lost.
        check_storable("text", text_of(message.get("text")))
        found = message_found(message, channel, names, with_apps=labels.with_apps)
    except WrongValue as error:
        yield PostFormatError(labels.file, error.kind, **error.values)
        return
    if found == "notices" and (subtype := unknown_subtype(message)):
        labels.leave_out_unknown(VERSIONS, f"subtype: {subtype}")
        labels.leave_out("other_records")
        return
    if isinstance(found, Found | Wordless):
        note_newer(message, labels)
    yield from posts_found(found, labels)


class _Export:
    """The lists of an export.

    Attributes:
        channels: Those whose messages are posts, by the folder of their days.
        direct: The folders of direct messages, which are never read.
        unknown: Folders that were met and are in no list.
        names: What ids mean.
        problems: Lists that could not be read.
    """

    def __init__(self, members: Members, claim: Claim) -> None:
        self.problems: list[PostFormatError] = []
        self.unknown: set[str] = set()
        self.direct: set[str] = set()
        self._members = members
        self._claim = claim
        people, bots, teams = self._people()
        team = teams.most_common(1)[0][0] if teams else ""
        public = self._channels(_PUBLIC, team)
        self.direct |= {folder for name in _DIRECT for folder in self._folders(name)}
        # A name in two lists belongs to the narrower one.
        self.channels = public | self._channels(_PRIVATE, team)
        people = self._guests(people) | people
        open_names = {each.id: each.name for each in public.values() if not each.is_private}
        self.names = Names(people, frozenset(bots - {SLACKBOT}), open_names, self._url())
        members.budget.rewind()

    def _list(self, name: str) -> Iterator[Record]:
        return self._listed(self._claim.root + name)

    def _listed(self, path: str) -> Iterator[Record]:
        if path in self._members.sizes:
            try:
                yield from records(self._members, path, None)
            except PostFormatError as error:
                self.problems.append(error)

    def _people(self) -> tuple[dict[str, str], set[str], Counter[str]]:
        people: dict[str, str] = {}
        bots: set[str] = set()
        teams: Counter[str] = Counter()
        lists = people_lists(self._members, self._claim.root, _PEOPLE)
        for path, user in ((each, user) for each in lists for user in self._listed(each)):
            id_ = text_of(user.get("id"))
            if name := name_in_json(account_name(user)):
                people[id_] = name
            if user.get("is_bot") is True:
                bots.add(id_)
            # Those who are listed around a workspace may be another's.
            is_own = path.removeprefix(self._claim.root) in _PEOPLE
            if is_own and (team := text_of(user.get("team_id"))):
                teams[team] += 1
        return people, bots, teams

    def _guests(self, known: Mapping[str, str]) -> dict[str, str]:
        """Return the names that people who are in no list carry in their own messages."""
        found: dict[str, str] = {}
        for name in self._claim.names:
            if _DAY.search(name) and self._names_others(name, known, found):
                with suppress(PostFormatError):  # said when it is read
                    messages = document(self._members, name)
                    for message in objects_of(messages):
                        shown = name_in_json(shown_name(message.get("user_profile")))
                        found.setdefault(text_of(message.get("user")), shown)
        return {id_: name for id_, name in found.items() if id_ and name}

    def _names_others(self, day: str, *known: Container[str]) -> bool:
        """Return whether a day has messages of who is in no list, by a look at its bytes."""
        with suppress(PostFormatError):
            users = set(_USER.findall(whole(self._members, day)))
            return any(not any(each.decode() in ids for ids in known) for each in users)
        return False

    def _channels(self, list_name: str, team: str) -> dict[str, Channel]:
        found = {}
        for entry in self._list(list_name):
            id_, name = text_of(entry.get("id")), text_of(entry.get("name"))
            is_private = list_name == _PRIVATE or bool(entry.get("is_private"))
            own_team = text_of(entry.get("context_team_id")) or team
            if entry.get("is_im") or entry.get("is_mpim"):
                self.direct.add(name)
            elif id_ and name:
                topic = text_of(object_of(entry.get("topic")).get("value"))
                found[name] = Channel(
                    id=id_,
                    name=name,
                    is_private=is_private,
                    team=own_team,
                    is_closed=is_closed_by(topic),
                )
        return found

    def _folders(self, list_name: str) -> Iterator[str]:
        """Yield the folders of direct messages: they are called by name or by id."""
        for entry in self._list(list_name):
            yield from filter(None, (text_of(entry.get("id")), text_of(entry.get("name"))))

    def _url(self) -> str:
        """Return where the pages of the workspace are; "" where no link to a file tells that."""
        days = [name for name in self._claim.names if _DAY.search(name)]
        found: Counter[bytes] = Counter()
        for name in _spread(days, _LOOKED_THROUGH):
            found.update(_DOMAIN.findall(head(self._members, name, _LOOK)))
        domain = found.most_common(1)[0][0].decode() if found else ""
        return f"https://{domain}.slack.com/" if domain else ""


def _spread(names: Sequence[str], number: int) -> Sequence[str]:
    return names[:: max(1, len(names) // number)]
