"""Finds the list of records within a JSON object, as forms and web services wrap one."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_nested import NestedJson
from adapters.sources.rows import named
from adapters.sources.tables.columns.heads import folded, surely
from adapters.sources.tables.columns.layout import layout_of
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.limits import Bounded
    from bot.ports import GivenColumns

Path = tuple[str, ...]
"""The names that lead to a list, from the outermost object on."""

_DEEPEST: Final = 8
"""So deep objects are entered in search of lists."""
_LOOKED_AT: Final = 100
"""So many records of a list are looked at."""
_MOST_LISTS: Final = 200
_PRIVATE: Final = frozenset(
    {"chat", "chats", "chat history", "conversation", "conversations", "direct messages", "inbox"}
)
"""Lists below such a name are of what people wrote to each other."""
_WRAPPED: Final = 4
"""So deep the fields of a record may be wrapped."""
_NAMES: Final = (
    "name display_name displayName full_name fullName real_name login username screen_name"
    " screenName nickname handle acct"
).split()
"""What the name of an author is called, the fullest first; where one is blank, the next holds."""
_ACCOUNTS: Final = {
    "account": ({"acct"},),
    "owner": ({"display_name", "user_id"}, {"display_name", "account_id"}),
    "member creator": ({"username"},),
    "consumer": ({"displayName"},),
}
"""Objects of other names that are authors, by what shows it: Mastodon's, Trustpilot's."""
_PARTS: Final = frozenset(
    "labels tags comments replies reactions attachments annotations assignees reviews mentions"
    " collaborators sharees images media votes".split()
)
"""Lists that belong to a post, and hold no posts beside it."""
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_TAKE_PART: Final = frozenset({"participants", "members", "participant names"})
_SENDERS: Final = frozenset({"sender", "sender name", "from", "creator"})


@dataclass(slots=True)
class Found:
    """What an object holds.

    Attributes:
        own: What of it is neither an object nor a list.
        lists: The first records of each list of objects, by its path.
        counts: How many records each has.
        beside: The names that stand beside each list.
        is_all: Whether nothing follows it.
    """

    own: Record = field(default_factory=dict)
    lists: dict[Path, list[Record]] = field(default_factory=dict)
    counts: Counter[Path] = field(default_factory=Counter)
    beside: dict[Path, Collection[str]] = field(default_factory=dict)
    is_all: bool = True


def is_lone_post(found: Found, given: GivenColumns) -> bool:
    """Return whether the object itself is a post: whether it says what its text is."""
    if isinstance(found.own.get("text"), str):
        return True
    listed = {head for sample in found.lists.values() for row in sample for head in row}
    texts = {head for name, head in given.columns if name == "text"} - listed
    if any(isinstance(found.own.get(name), str) for name in texts):
        return True
    return has_text(found.own) and are_parts(path[0] for path in found.lists)


def are_parts(names: Iterable[str]) -> bool:
    """Return whether all lists of these names belong to a post beside them: its labels, say."""
    return all(folded(name) in _PARTS for name in names)


def record_list(found: Found, given: GivenColumns) -> Path | None:
    """Return the path of the list whose records are posts; None where there is no list at all.

    Raises:
        WrongValue: None of them may be it, several may, or it is a private conversation.
    """
    for path, sample in found.lists.items():
        if _is_private(path, sample, found.beside[path]):
            raise WrongValue("direct_messages")
    if len(found.lists) < 2:  # noqa: PLR2004 -- what is wrong with the only one is told of it
        return next(iter(found.lists), None)
    known = {path: _fits(sample, given) for path, sample in found.lists.items()}
    sure = [path for path, is_sure in known.items() if is_sure]
    fitting = sure or [path for path, is_sure in known.items() if is_sure is not None]
    if len(fitting) == 1:
        return fitting[0]
    lists, more = named(".".join(path) for path in fitting or found.lists)
    told = f"{lists}, …" if more else lists
    if fitting:
        raise WrongValue("several_lists", lists=told)
    raise WrongValue("no_list_fits", lists=told)


def flat(record: Record, depth: int = 0) -> Record:
    """Return a record with what an object in it says of the post, as services wrap that.

    Such are its fields (`{"id": 1, "fields": {"comment": "…"}}`), which may be wrapped again, and
    its author (`{"name": "…"}`).
    """
    # WordPress has its words in HTML below this name.
    record = {name: _rendered(name, each) for name, each in record.items()}
    record |= dict(filter(None, (_authors_in(*each, record) for each in record.items())))
    inner = {name: value for name, value in record.items() if isinstance(value, dict)}
    # Beside a text, `author` is Pullquote's own word, and what is wrong with it is told.
    people = {
        name: each for name, each in inner.items() if name != "author" or "text" not in record
    }
    record = record | dict(filter(None, (_author_in(*each) for each in people.items())))
    if not inner or "text" in record or has_text(record) or depth == _WRAPPED:
        return record
    within = {name: flat(value, depth + 1) for name, value in inner.items()}
    wrapped = [name for name, value in within.items() if "text" in value or has_text(value)]
    if len(wrapped) != 1:
        return record
    beside = {name: value for name, value in record.items() if name != wrapped[0]}
    return beside | within[wrapped[0]]


def _rendered(name: str, value: object) -> object:
    """Return what WordPress has in an object of its own; of a title, as people see it."""
    if not isinstance(value, dict):
        return value
    shown = value.get("rendered", value)
    is_title = name == "title" and isinstance(shown, str)
    return html.unescape(_TAG.sub("", shown)) if is_title else shown


def _author_in(name: str, person: Record) -> tuple[str, str] | None:
    """Return a name for a record's author, and who that is; None where an object is no author.

    An account of a customer and an owner that handles a ticket are no authors.
    """
    is_account = any(person.keys() >= each for each in _ACCOUNTS.get(folded(name), ()))
    if not (is_account or surely(name) == "author"):
        return None
    names = (person.get(each) for each in _NAMES)
    found = next((each for each in names if isinstance(each, str) and each.strip()), None)
    return ("author" if is_account else name, found) if found else None


def _authors_in(name: str, people: object, record: Record) -> tuple[str, str] | None:
    """Return a name for the authors whom a list names, and who they are; None for other lists."""
    is_ours = name == "author" and "text" in record
    are_authors = surely(name) == "author" or folded(name) == "authors"
    if not isinstance(people, list) or is_ours or not are_authors:
        return None
    told = [
        _author_in("author", each) if isinstance(each, dict) else (name, each) for each in people
    ]
    names = [each[1] if each else None for each in told]
    known = [each.strip() for each in names if isinstance(each, str)]
    if not known or len(known) < len(names):
        return None
    return name, ", ".join(dict.fromkeys(filter(None, known)))


def has_text(record: Record) -> bool:
    """Return whether a record surely says the text of a post."""
    return any(isinstance(each, str) and surely(head) == "text" for head, each in record.items())


def left_beside(found: Found, path: Path) -> Counter[str]:
    """Return what of an object no post is made of, by its name: other lists, and lone words."""
    left = Counter({".".join(each): count for each, count in found.counts.items() if each != path})
    left.update(name for name, value in found.own.items() if isinstance(value, str) and value)
    return left


def _fits(sample: Sequence[Record], given: GivenColumns) -> bool | None:
    """Return whether a list surely holds posts; None where it holds none."""
    heads = [*dict.fromkeys(head for row in sample for head in row)]
    try:
        return layout_of(heads, sample, given).is_sure
    except WrongValue:
        return None


def _is_private(path: Path, sample: Sequence[Record], beside: Collection[str]) -> bool:
    names = {folded(name) for name in path}
    if _PRIVATE & names:
        return True
    heads = {folded(head) for row in sample for head in row}
    takes_part = _TAKE_PART & {folded(name) for name in beside}
    return bool(_SENDERS & heads) and (bool(takes_part) or "messages" in names)


class Survey(NestedJson):
    """Looks through a JSON object for lists of records."""

    def __init__(self, stream: Bounded) -> None:
        super().__init__(stream)
        self._bounded = stream

    def found(self) -> Found:
        """Return what the object holds; where it breaks off, what it holds up to there.

        Raises:
            WrongValue: It breaks off before any list, or is nested too deeply.
        """
        found = Found()
        try:
            self._look_through((), found, found.own)
            found.is_all = not self._next()
        except WrongValue:
            if not any(found.lists.values()):
                raise
        found.lists = {path: records for path, records in found.lists.items() if records}
        return found

    def _look_through(self, path: Path, found: Found, own: Record) -> None:
        for name in map(str, self._names("")):
            self._bounded.next_piece()
            inner = (*path, name)
            mark = self._next()
            own[name] = None
            if mark == "{" and len(path) < _DEEPEST:
                self._look_through(inner, found, {})
            elif mark == "[" and len(found.lists) < _MOST_LISTS:
                found.beside[inner] = own.keys()
                self._take_records(inner, found)
            else:
                own[name] = self.value()

    def _take_records(self, path: Path, found: Found) -> None:
        """Take the first objects of the list that comes, and read it to its end."""
        records = found.lists.setdefault(path, [])
        for each in self._array():
            self._bounded.next_piece()
            if isinstance(each, dict):
                found.counts[path] += 1
                if len(records) < _LOOKED_AT:
                    records.append(flat(each))
