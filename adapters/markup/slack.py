"""Reads Slack's markup: what readers see of it, and whom and what it names; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.markup.post_rules import LONGEST_NAME
from bot.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

HIDDEN_CHANNEL: Final = "#private-channel"
"""What stands for a channel whose name its readers may not know."""

_MARK: Final = re.compile(r"<([@#!][^<>\n]*|[A-Za-z][\w+.-]*:[^<>\n]*)>")
_ID: Final = re.compile(r"[A-Z0-9]+")
_FILTER: Final = re.compile(r"(?:^|\s)(?:from|in):$", re.IGNORECASE)
_FILTER_LENGTH: Final = len(" from:")
_SIGNS: Final = re.compile(r"[\W_]+")
_SKIN: Final = re.compile(r":skin-tone-\d:")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class Mark(NamedTuple):
    """What stands in angle brackets.

    Attributes:
        kind: "@" for an account, "#" for a channel, "!" for a group or a date, "" for a link.
        target: The id, the name or the address.
        label: What Slack shows in its place; "" where it says nothing of that.
        written: All of it as it was written, brackets included.
        start: Where it begins in its text, in characters.
    """

    kind: str
    target: str
    label: str
    written: str
    start: int


def marks(text: str) -> Iterator[Mark]:
    """Yield what stands in angle brackets in a text, in its order."""
    return map(_mark, _MARK.finditer(text))


def escaped(text: str) -> str:
    """Return text that stays what it is where Slack reads its markup: no ping, no link."""
    for entity, character in reversed(_ENTITIES):
        text = text.replace(character, entity)
    return text


def unescaped(text: str) -> str:
    """Return what a reader sees of escaped text."""
    # The ampersand last, lest "&amp;lt;" be decoded twice.
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def plain_text(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Return the text with names for ids, links as `label (address)`, and entities decoded.

    Args:
        text: What the message carries.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
    """

    def shown(mark: Mark) -> str:
        match mark.kind:
            case "@":
                name = people.get(mark.target, "")[:LONGEST_NAME]
                return f"@{name or mark.label or mark.target}"
            case "#":
                channel = channels.get(mark.target)
                return HIDDEN_CHANNEL if channel is None else f"#{channel[:LONGEST_NAME]}"
            case "!":
                return _special(mark.target, mark.label)
            case _:
                return _link(mark.target, mark.label)

    return unescaped(_replaced(text, shown))


def account_mark(account: str) -> str:
    """Return what names an account where an author's name is wanted (see `author_of`)."""
    return f"<@{account}>"


def author_of(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Return the name of an author: of an account that it names, its own without a sign.

    Args:
        text: A name, or the mark of an account.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
    """
    first = next(marks(text), None)
    if first is not None and first.kind == "@" and first.written == text:
        return people.get(first.target) or first.label
    return plain_text(text, people, channels)


def readable(text: str, names: Mapping[str, str]) -> str:
    """Return what a user typed as its readers see it: names in place of ids, no entities.

    Args:
        text: The text as Slack sends it.
        names: The names of accounts and channels by their ids, without signs before them.
    """

    def shown(mark: Mark) -> str:
        match mark.kind:
            case "@":
                name = f"@{names.get(mark.target) or mark.label or 'somebody'}"
            case "#":
                name = f"#{names.get(mark.target) or mark.label or 'private'}"
            case "!":
                return _special(mark.target, mark.label)
            case _:
                return mark.label or mark.target
        # A filter takes one word, or several in quotes: `from:<@U1>` names one person.
        before = text[max(0, mark.start - _FILTER_LENGTH) : mark.start]
        is_in_filter = " " in name and _FILTER.search(before)
        return f'"{name}"' if is_in_filter else name

    return plain(unescaped(_replaced(text, shown)))


def named_ids(text: str) -> frozenset[str]:
    """Return the ids of the accounts and channels that are named in a text."""
    return frozenset(mark.target for mark in marks(text) if _is_named(mark))


def mentions(text: str, user_id: str) -> bool:
    """Return whether an account is mentioned."""
    return any(mark.kind == "@" and mark.target == user_id for mark in marks(text))


def link_target(text: str) -> str:
    """Return what was typed, without the brackets that Slack puts around a link."""
    typed = text.strip()
    first = next(marks(typed), None)
    if first is not None and not first.kind and first.written == typed:
        return unescaped(first.target)
    return unescaped(typed)


def tells(text: str, words: str) -> bool:
    """Return whether a text holds another, or has the same words in another order."""
    told, said = _words_of(text), _words_of(words)
    is_within = _SIGNS.sub("", said) in _SIGNS.sub("", told)
    return is_within or {*_SIGNS.split(said), ""} == {*_SIGNS.split(told), ""}


def _words_of(text: str) -> str:
    """Return a text with ids for whom it names: their names may stand beside them, or not."""
    shown, end = [], 0
    for mark in marks(text):
        shown += [text[end : mark.start], mark.target if mark.kind else ""]
        is_date = mark.kind == "!" and mark.target.startswith("date^")
        if is_date:
            shown[-1] = mark.label
        elif not mark.kind:
            shown[-1] = f" {mark.target} {mark.label} "
        end = mark.start + len(mark.written)
    return _SKIN.sub("", unescaped("".join([*shown, text[end:]]))).casefold()


def _replaced(text: str, shown: Callable[[Mark], str]) -> str:
    return _MARK.sub(lambda match: shown(_mark(match)), text)


def _mark(match: re.Match[str]) -> Mark:
    target, _, label = match[1].partition("|")
    kind = target[0] if target[0] in "@#!" else ""
    return Mark(kind, target.removeprefix(kind), label, match[0], match.start())


def _is_named(mark: Mark) -> bool:
    return mark.kind in {"@", "#"} and _ID.fullmatch(mark.target) is not None


def _special(name: str, label: str) -> str:
    if name.startswith("subteam^"):
        return label if label.startswith("@") else f"@{label or 'group'}"
    if name.startswith("date^"):
        return label
    return f"@{name.partition('^')[0]}"


def _link(target: str, label: str) -> str:
    address = target.removeprefix("mailto:").removeprefix("tel:")
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    if not label or re.sub(r"^https?://", "", label).rstrip("/") == bare:
        return label or address
    return f"{label} ({address})"
