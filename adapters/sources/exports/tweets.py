"""Reads tweets as X archives hold them: their versions, their whole texts, their links."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import id_of, object_of, objects_of, text_of
from adapters.sources.dates.parsing import parse_date, written_date
from adapters.sources.left_out_fields import Known, values_at
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.file_defaults import Labels

VERSIONS: Final = "X's archives of 2023 to 2026, long texts"
"""What this was written for."""

KNOWN: Final = Known(
    "X archive, long texts",
    VERSIONS,
    {"core.text": "text", "core.urls.expandedUrl": "text"},
    frozenset({"noteTweetId", "createdAt", "updatedAt", "lifecycle", "core"}),
    {
        "core": frozenset("styletags mentions cashtags hashtags media inlineMedia".split()),
        "core.urls": frozenset({"shortUrl", "displayUrl", "fromIndex", "toIndex"}),
    },
)
"""What the whole text of a long tweet may hold."""

OF_LINKS: Final = frozenset({"url", "display_url", "indices"})
OF_PICTURES: Final = frozenset(
    "id id_str url expanded_url display_url media_url media_url_https type indices sizes"
    " source_status_id source_status_id_str source_user_id source_user_id_str video_info"
    " additional_media_info media_key allow_download_status ext_media_availability"
    " original_info features monetizable".split()
)
"""What a tweet's links and pictures hold, in which nobody writes."""

_SHORT_LINK: Final = re.compile(r"https?://t\.co/[A-Za-z0-9]+")
_MENTIONS: Final = re.compile(r"\A\s*(?:@\w+\s+)+")
_BREAKS_OFF: Final = re.compile(r"(?:…|\.\.\.)(?:\s*https?://t\.co/[A-Za-z0-9]+)*\s*$")
_SHOWN_AT_LEAST: Final = 100
"""How many characters of its note a long tweet shows at least, in any script."""
_MOST_ALIKE: Final = 50
"""Of more notes of one second that begin alike, none is told to be the one."""
_MOST_VERSIONS: Final = 100
"""So many versions a tweet has at most: X lets it be edited five times."""
LONGEST_LINK: Final = 2_000
"""So many characters may be put in the place of a short link; a longer one stays as it is."""
_EDITS: Final = ("initial", "edit.editControlInitial", "edit.edit_control_initial")


@dataclass(frozen=True)
class Note:
    """The whole text of a long tweet.

    Attributes:
        id: Names it.
        text: The text, as it is stored.
        links: What its short links stand for.
        second: When it was written, to the second; None where that is not known.
    """

    id: str
    text: str
    links: Mapping[str, str]
    second: datetime | None

    @cached_property
    def plain(self) -> str:
        """The text as it is compared with those of tweets."""
        return _plain(self.text)


class Notes:
    """The notes of an archive, found by their second and how they begin."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self.ids: set[str] = set()
        self._of_second: dict[datetime | None, list[Note]] = {}
        self._begun: dict[tuple[datetime | None, str], list[Note]] = {}
        for note in notes:
            self.ids.add(note.id)
            self._of_second.setdefault(note.second, []).append(note)
            opening = note.plain[:_SHOWN_AT_LEAST]
            self._begun.setdefault((note.second, opening), []).append(note)

    def of_second(self, second: datetime | None) -> Sequence[Note]:
        """Return the notes of a second; None for those of which it is not known."""
        return self._of_second.get(second, [])

    def begun_like(self, second: datetime | None, shown: str) -> Sequence[Note]:
        """Return the notes of a second that begin as a tweet does, as far as any must show."""
        return self._begun.get((second, shown[:_SHOWN_AT_LEAST]), [])


@dataclass(slots=True)
class Versions:
    """Which tweets are versions of one, known after a first reading.

    Attributes:
        present: The tweets that have versions and are in the archive.
        chains: For each of them the ids of all its versions.
    """

    present: set[str] = field(default_factory=set)
    chains: dict[str, set[str]] = field(default_factory=dict)

    def add(self, tweet: Record) -> None:
        """Take in what a tweet says of its versions."""
        ids = _version_ids(tweet)
        if not ids - {tweet_id(tweet)} or len(ids) > _MOST_VERSIONS:
            return
        self.present.add(tweet_id(tweet))
        chain = set(ids).union(*(self.chains.get(each, ()) for each in ids))
        if len(chain) <= _MOST_VERSIONS:
            self.chains.update(dict.fromkeys(chain, chain))

    def last(self, id_: str) -> str:
        """Return the last version in the archive; the tweet itself where it has no other."""
        chain = {each for each in self.chains.get(id_, ()) if each == id_ or each in self.present}
        return max(chain, key=lambda each: (len(each), each), default=id_)


def tweet_id(tweet: Record) -> str:
    """Return the id of a tweet, or "" where it has none."""
    return id_of(tweet.get("id_str")) or id_of(tweet.get("id"))


def note_of(record: Record, labels: Labels) -> Note:
    """Return what a record of the notes says, and count what of it is newer."""
    labels.note_unknown(record, KNOWN)
    core = object_of(record.get("core"))
    links = {
        text_of(each.get("shortUrl")): text_of(each.get("expandedUrl"))
        for each in objects_of(core.get("urls"))
    }
    moment = _second(text_of(record.get("createdAt")))
    text = text_of(core.get("text"))
    return Note(text_of(record.get("noteTweetId")) or text, text, links, moment)


def note_for(tweet: Record, notes: Notes) -> Note | None:
    """Return the whole text of a tweet, if it is a long one.

    Args:
        tweet: The tweet.
        notes: The whole texts of long tweets.
    """
    return _note(written_of(tweet), notes, _second(text_of(tweet.get("created_at"))))


def written_of(tweet: Record) -> str:
    """Return what a tweet shows of its text, as it is stored: escaped."""
    return text_of(tweet.get("full_text")) or text_of(tweet.get("text"))


def whole_text(tweet: Record, note: Note | None) -> str:
    """Return what a tweet says, with the links that were meant, and without its pictures'.

    Args:
        tweet: The tweet.
        note: Its whole text, if it is a long one.
    """
    written = written_of(tweet)
    entities = [object_of(tweet.get(name)) for name in ("entities", "extended_entities")]
    links = {
        text_of(each.get("url")): text_of(each.get("expanded_url"))
        for entity in entities
        for each in objects_of(entity.get("urls"))
    }
    pictures = {
        text_of(each.get("url")): ""
        for entity in entities
        for each in objects_of(entity.get("media"))
    }
    if note is None:
        return _linked(html.unescape(written), links | pictures)
    whole = note.plain
    plain, escaped = (_shared(_plain(_begun(each)), whole) for each in _readings(written))
    text = html.unescape(note.text) if escaped > plain else note.text
    return _linked(text, {**links, **pictures, **note.links})


def moment_of(tweet: Record, labels: Labels) -> str:
    """Return when a tweet was written, in ISO 8601; as it stands where it cannot be read."""
    written = written_date(tweet.get("created_at"), labels)
    moment = _second(written)
    return moment.isoformat() if moment else written


def _version_ids(tweet: Record) -> set[str]:
    info = object_of(tweet.get("edit_info"))
    paths = [[*each.split("."), "editTweetIds"] for each in _EDITS]
    found = [value for path in paths for value in values_at(info, path)]
    found += values_at(info, ["edit", "initialTweetId"])
    return {each for each in found if isinstance(each, str)} | {tweet_id(tweet)}


def _note(written: str, notes: Notes, second: datetime | None) -> Note | None:
    """Return the note of a tweet's second that says more of the same, if there is one only."""
    shown = [_plain(_begun(each)) for each in _readings(written)]
    if len(shown[0]) < _SHOWN_AT_LEAST:
        return None
    at_once = notes.of_second(second) if second else []
    if second and (found := _likest(shown, second, notes)):
        return found
    if len(at_once) == 1 and _BREAKS_OFF.search(written):
        return at_once[0]
    return _likest(shown, None, notes)


def _likest(shown: Sequence[str], second: datetime | None, notes: Notes) -> Note | None:
    found = {id(note): note for text in shown for note in notes.begun_like(second, text)}
    if len(found) > _MOST_ALIKE:
        return None
    shared = [(max(_shared(text, note.plain) for text in shown), note) for note in found.values()]
    most = max((length for length, _ in shared), default=0)
    likest = [note for length, note in shared if length == most >= _SHOWN_AT_LEAST]
    return likest[0] if len(likest) == 1 else None


def _readings(written: str) -> tuple[str, str]:
    # Some archives escape the notes as they do the tweets.
    return html.unescape(written), written


def _begun(written: str) -> str:
    """Return a tweet without the mark that it breaks off, and the short links behind it."""
    end = len(written.rstrip())
    while (at := written.rfind("http", 0, end)) >= 0 and _SHORT_LINK.fullmatch(written, at, end):
        end = _bare_end(written, at)
    text = written[:end]
    return text.removesuffix("…").removesuffix("...").rstrip()


def _bare_end(text: str, end: int) -> int:
    """Return where a text ends without the blanks before a place, without copying it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _shared(shown: str, whole: str) -> int:
    """Return how many characters a tweet has in common with a note from their beginnings on."""
    pairs = zip(shown, whole, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _plain(text: str) -> str:
    """Return a text without whom it answers; its short links are alike, for notes have others."""
    return " ".join(_SHORT_LINK.sub("t.co", _MENTIONS.sub("", text, count=1)).split())


def _linked(text: str, links: Mapping[str, str]) -> str:
    def meant(found: re.Match[str]) -> str:
        link = links.get(found[0], found[0])
        return link if len(link) <= LONGEST_LINK else found[0]

    return _SHORT_LINK.sub(meant, text).strip()


def _second(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y").astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    try:
        return parse_date(text).replace(microsecond=0)
    except WrongValue:
        return None
