"""Slack's messages as questions; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from adapters.chat.mentioned import without_us
from adapters.markup.slack import marks, readable, unescaped
from adapters.slack.access.directory import asker_of
from bot.question_and_answer import Question, question_id
from bot.questions.parsing.filters import narrowed_to, parsed
from bot.text import plain
from index.clock import utc_now
from index.search_scope import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.slack.access.directory import Person
    from adapters.slack.ids import Spot

_FILTER: Final = re.compile(r"(?<![^\s(])(from|in):<[@#]([A-Z0-9]+)(?:\|[^<>]*)?>", re.IGNORECASE)


def to_question(
    text: str,
    person: Person,
    spot: Spot,
    audience: frozenset[str],
    *,
    bot_user_id: str = "",
    names: Mapping[str, str] | None = None,
    message: str = "",
    is_private: bool = False,
) -> Question | None:
    """Return what is asked; None where nothing is.

    Args:
        text: What was written, as Slack writes it.
        person: Who asks.
        spot: Where the answer goes.
        audience: The labels that every reader of the answer may see.
        bot_user_id: Our own account, whose mentions are no part of the question.
        names: The names of accounts and channels by their ids.
        message: Names the message that asks it; "" for none.
        is_private: Only the asker reads the answer.

    Raises:
        AskError: It cannot be asked like this.
    """
    words = readable(without_us(text, {bot_user_id}), names or {}).strip()
    if not words:
        return None
    asked, filters = parsed(words, utc_now().date(), asker=asker_of(person, spot.team))
    filters = narrowed_to(filters, *_mentioned(text, spot.team))
    question = question_of(asked, person, spot, audience, filters, is_private=is_private)
    question = replace(question, mentions=_named(text, spot.team, names or {}, bot_user_id))
    return replace(question, id=question_id(message)) if message else question


def question_of(
    words: str,
    person: Person,
    spot: Spot,
    audience: frozenset[str],
    filters: Filters | None = None,
    *,
    is_private: bool,
) -> Question:
    """Return a question of these words.

    Raises:
        AskError: It cannot be asked like this.
    """
    return Question(
        id=uuid4().hex[:12],
        text=words,
        asker=asker_of(person, spot.team),
        conversation=spot.conversation,
        audience=audience,
        asked_at=utc_now(),
        filters=filters or Filters(),
        # What is asked in a direct message is no admin's to read.
        workspace_id="" if spot.channel.startswith("D") else spot.team,
        is_private=is_private,
    )


def _named(text: str, team: str, names: Mapping[str, str], us: str) -> tuple[tuple[str, str], ...]:
    """Return the names that stand for accounts in a question, with the accounts.

    Args:
        text: The question as Slack sends it.
        team: The workspace.
        names: The names of accounts and channels by their ids.
        us: Our own account.
    """
    named = {}
    for mark in marks(text):
        if mark.kind == "@" and mark.target[:1] in {"U", "W"} and mark.target != us:
            name = " ".join(plain(names.get(mark.target) or unescaped(mark.label)).split())
            named[mark.target] = (name, f"slack:{team}/{mark.target}")
    return tuple(each for each in named.values() if each[0])


def _mentioned(text: str, team: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the accounts and the channels that filters mention.

    Args:
        text: A question as Slack sends it.
        team: The workspace.
    """
    accounts, channels = set(), set()
    for match in _FILTER.finditer(text):
        name, id_ = match[1].lower(), match[2]
        if name == "from" and id_[0] in "UW":
            accounts.add(f"slack:{team}/{id_}")
        elif name == "in" and id_[0] in "CG":
            channels.add(f"slack:{team}/{id_}")
    return frozenset(accounts), frozenset(channels)
