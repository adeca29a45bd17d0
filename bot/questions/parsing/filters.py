"""Reads the typed filters out of a question; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, get_args

from bot.errors import BadFilter, NoAsker, NoDayLeft, NotADay, NotAKind, NotAName
from bot.questions.parsing.days import days
from bot.questions.parsing.modifiers import opened, refuse
from bot.questions.parsing.typed_commands import without_ask
from index.posts import Kind
from index.search_scope import Filters
from index.text.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bot.question_and_answer import Asker

NAMES: Final = ("from", "in", "since", "until", "kind")

AS_IN_CHATS: Final = ("before", "after", "on", "during")
"""How the search of Slack and that of Discord call days; the first two leave theirs out."""

IN_OTHER_LANGUAGES: Final = {
    **dict.fromkeys("de von author auteur autor".split(), "from"),
    **dict.fromkeys("dans en".split(), "in"),
    **dict.fromkeys("depuis desde seit".split(), "since"),
    **dict.fromkeys("hasta bis".split(), "until"),
    **dict.fromkeys("avant antes vor".split(), "before"),
    **dict.fromkeys("après apres después despues nach".split(), "after"),
    **dict.fromkeys("pendant durante während".split(), "during"),
}
"""What the two call them, and we, where they speak French, Spanish or German, or others do."""

MYSELF: Final = frozenset({"me", "moi", "ich", "mir", "mí"})
"""Values of `from:` by which the asker is meant; in double quotes they are names."""

EVERYBODY: Final = frozenset({"anyone", "tous"})
EVER: Final = frozenset({"ever", "toujours"})
"""Values by which a question's own words narrow it no longer."""

_TYPED: Final = re.compile(
    rf"""(?<!\S)({"|".join((*NAMES, *AS_IN_CHATS, *IN_OTHER_LANGUAGES))}):"""
    r"""(?:"([^"]*)"|([^\s"]\S*))""",
    re.IGNORECASE,
)
_UNCLOSED: Final = re.compile(rf"""(?<!\S)({"|".join((*NAMES, *AS_IN_CHATS))}):\"""", re.IGNORECASE)
"""A quotation mark that no other one closes: `from:"zoe`."""
_DAY: Final = timedelta(days=1)


class OnlyOne(BadFilter):
    """A filter is given several times, with values of which a post has only one."""


def parsed(
    text: str, today: date | None = None, *, asker: Asker | None = None
) -> tuple[str, Filters]:
    """Return a question without its typed filters, and the filters.

    `from:NAME in:SOURCE since:2024-09-01 until:2024-12 kind:post`; a name of several words
    stands in double quotes. `from:anyone` takes back what would be read from the question's words.
    Days may also be told as chats do: `before:`, `after:`, `on:`, `during:`.

    Args:
        text: The question.
        today: What day it is, for `since:yesterday`.
        asker: Who asks, for `from:me`; None where nobody knows.

    Raises:
        BadFilter: A value cannot be used, or there is no such filter.
    """
    known = (*NAMES, *AS_IN_CHATS)
    text = opened(without_ask(_whole(text)), (*known, *IN_OTHER_LANGUAGES))
    values = []
    for match in _TYPED.finditer(text):
        name, quoted, bare = match.groups()
        name = IN_OTHER_LANGUAGES.get(name.lower(), name.lower())
        value = f'"{quoted}"' if bare is None else bare.rstrip("?!.,;")
        values.append((name, value))
    rest = " ".join(_TYPED.sub(" ", text).split())
    if unclosed := _UNCLOSED.search(rest):  # where its value ends is not known
        filters({unclosed[1].lower(): ""}, today, asker=asker)
    refuse(rest, known)
    return rest, _all_of(values, today, asker)


def typed_names(text: str) -> frozenset[str]:
    """Return which filters a question has typed in it, as English calls them."""
    names = (match[1].lower() for match in _TYPED.finditer(text))
    return frozenset(IN_OTHER_LANGUAGES.get(name, name) for name in names)


def filters(
    values: Mapping[str, str], today: date | None = None, *, asker: Asker | None = None
) -> Filters:
    """Return filters from their names and typed values.

    Args:
        values: What was typed, by the name of the filter; it may stand in double quotes.
        today: What day it is, for `yesterday`.
        asker: Who asks, for `from:me`; None where nobody knows.

    Raises:
        BadFilter: A value cannot be used.
    """
    return _all_of(values.items(), today, asker)


def _all_of(values: Iterable[tuple[str, str]], today: date | None, asker: Asker | None) -> Filters:
    """Return the filters of which each counts, those of one name as well."""
    found = Filters()
    for name, typed in values:
        value = typed.strip('"')
        match name:
            case "from" if value.lower() in EVERYBODY:
                found = replace(found, is_read=False)
            case "since" if value.lower() in EVER:
                found = replace(found, is_read=False)
            case "from" if typed.lower() in MYSELF:
                found = _by_asker(found, value, asker)
            case "from":
                found = replace(found, author=_one(name, found.author, _name(name, value)))
            case "in":
                found = replace(found, source=_one(name, found.source, _name(name, value)))
            case "kind":
                kind = _kind(value)
                _one(name, found.kind, kind)
                found = replace(found, kind=kind)
            case _:
                found = _within(found, *_period(name, value, today))
    return _in_order(found)


def merged(first: Filters, then: Filters) -> Filters:
    """Return filters of which each value is the first's, or else the other's.

    Raises:
        BadFilter: Together they leave no day.
    """
    both = Filters(
        author=first.author or then.author,
        source=first.source or then.source,
        since=first.since or then.since,
        until=first.until or then.until,
        kind=first.kind or then.kind,
        is_read=first.is_read and then.is_read,
        author_id=first.author_id if first.author else then.author_id,
        channel=first.channel if first.source else then.channel,
    )
    return _in_order(both)


def narrowed_to(found: Filters, accounts: Collection[str], channels: Collection[str]) -> Filters:
    """Return filters that go by account and channel where these were mentioned, not by name.

    Args:
        found: The filters, with the names that stand in place of the mentions.
        accounts: The accounts that `from:` was followed by.
        channels: The channels that `in:` was followed by, as their posts' ids begin.

    Raises:
        BadFilter: Several accounts or channels are mentioned, which may have one name.
    """
    account, channel = _only("from", accounts), _only("in", channels)
    return replace(found, author_id=account or found.author_id, channel=channel)


def _whole(text: str) -> str:
    # A terminal that is not set to UTF-8 leaves halves of characters, which nothing can store.
    return text.encode(errors="replace").decode()


def _name(name: str, value: str) -> str:
    value = _whole(value)
    if not words(value):
        needed = f'{name}: needs a name, as in {name}:maria or {name}:"Maria Lopez".'
        raise NotAName(needed, name=name)
    return value


def _one(name: str, before: str | None, value: str) -> str:
    """Return the value of a filter that is given once, or again with the same value."""
    if before is None or words(folded(before)) == words(folded(value)):
        return value
    sentence = f"{name}: can be only one: leave the others out, or ask once for each."
    raise OnlyOne(sentence, name=name)


def _only(name: str, mentioned: Collection[str]) -> str | None:
    only = None
    for each in mentioned:
        if only not in {None, each}:
            _one(name, only, each)
        only = each
    return only


def _by_asker(found: Filters, value: str, asker: Asker | None) -> Filters:
    if asker is None:
        sentence = f"from:{value} is only known in a chat: write from:NAME."
        raise NoAsker(sentence, value=value)
    name = _one("from", found.author, asker.name or value)
    return replace(found, author=name, author_id=asker.account)


def _within(found: Filters, first: date | None, last: date | None) -> Filters:
    """Return filters of which the days are also these."""
    since = [each for each in (found.since, first) if each is not None]
    until = [each for each in (found.until, last) if each is not None]
    return replace(found, since=max(since, default=None), until=min(until, default=None))


def _in_order(found: Filters) -> Filters:
    """Return filters as they are, where their days leave one."""
    since, until = found.since, found.until
    if since is None or until is None or since <= until:
        return found
    sentence = f"No day is from {since} until {until}: the first one comes after the last."
    raise NoDayLeft(sentence, since=str(since), until=str(until))


def _period(name: str, value: str, today: date | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a filter leaves; None for an open end."""
    first, last = _days(name, value, today)
    match name:
        case "since":
            return first, None
        case "until":
            return None, last
        case "before" if first > date.min:
            return None, first - _DAY
        case "after" if last < date.max:
            return last + _DAY, None
        case "before" | "after":
            raise _no_day(name, value)
        case _:
            return first, last


def _days(name: str, value: str, today: date | None) -> tuple[date, date]:
    if found := days(value, today):
        return found
    raise _no_day(name, value)


def _no_day(name: str, value: str) -> NotADay:
    sentence = (
        f"{name}:{value} is not a day: write it as {name}:2024-09-26, or {name}:2024-09 or "
        f"{name}:2024 for all days of a month or year."
    )
    return NotADay(sentence, name=name, value=value)


def _kind(value: str) -> Kind:
    for kind in get_args(Kind):
        if value.lower() in {kind, f"{kind}s"}:
            return kind  # type: ignore[no-any-return]
    sentence = f"kind:{value} is not known: write kind:post or kind:comment."
    raise NotAKind(sentence, value=value)
