"""Questions as rows of the ledger, and back; pure."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, Final

from bot.question_and_answer import Asker, Question
from index.search_scope import Filters

COLUMNS: Final = (
    "id, platform, asker_id, asker_name, place, text, context, filters, audience, most, asked_at,"
    " room, is_private, locale"
)
"""What is kept of a question, in this order."""


def row_of(question: Question) -> tuple[Any, ...]:
    """Return a question as `COLUMNS` hold it."""
    filters = question.filters
    stored = {
        "author": filters.author,
        "source": filters.source,
        "since": filters.since and filters.since.isoformat(),
        "until": filters.until and filters.until.isoformat(),
        "kind": filters.kind,
        "author_id": filters.author_id,
        "channel": filters.channel,
        **({} if filters.is_read else {"is_read": False}),
        **({"mentions": question.mentions} if question.mentions else {}),
    }
    audience = None if question.audience is None else json.dumps(sorted(question.audience))
    return (
        question.id, question.asker.platform, question.asker.id, question.asker.name,
        question.conversation, question.text, question.context, json.dumps(stored), audience,
        question.limit, question.asked_at.astimezone(UTC).isoformat(), question.workspace_id,
        question.is_private, question.locale,
    )  # fmt: skip


def question_of(row: tuple[Any, ...]) -> Question:
    """Return the question that was kept."""
    stored = json.loads(row[7])
    mentions = tuple((name, account) for name, account in stored.pop("mentions", ()))
    for name in ("since", "until"):
        stored[name] = stored[name] and date.fromisoformat(stored[name])
    return Question(
        id=row[0],
        text=row[5],
        asker=Asker(row[1], row[2], row[3]),
        conversation=row[4],
        audience=None if row[8] is None else frozenset(json.loads(row[8])),
        asked_at=datetime.fromisoformat(row[10]),
        filters=Filters(**stored),
        limit=row[9],
        context=row[6],
        workspace_id=row[11],
        is_private=bool(row[12]),
        locale=row[13],
        mentions=mentions,
    )
