"""Remembers the answers that stand in chats, and what each of them cites: ids, never text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from bot.ledger.database import Database
    from index.clock import Clock


State = Literal["quoted", "asked", "near", "withdrawn", "gone"]
"""Quoted, named as the question that a quote answers, only pointed at, or struck out: as its author
removed it, or for another reason."""

REMOVED: Final = ("withdrawn", "gone")

_CITED: Final = 'number, post, version, start, "end", state, words, shown, is_withdrawn, revised_at'


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing that an answer cites.

    Attributes:
        number: Its number in the answer, from 1; of the question of a quote, minus the quote's.
        post: The post; "" once it is struck out.
        version: Tells whether the post is still as it was.
        start: Where the excerpt begins in the post.
        end: Where it ends; 0 where the post is only pointed at.
        state: How it stands in the answer.
        words: Tells whether the post's text is still as it was; "" where that is not known.
        shown: Tells whether all that a reader sees of it is; "" where that is not known.
        is_deleted: Its author removed it, whatever the answer shows by now.
        revised_at: Since when its words are others than were quoted first; "" where they are not.
    """

    number: int
    post: str
    version: str = ""
    start: int = 0
    end: int = 0
    state: State = "quoted"
    words: str = ""
    shown: str = ""
    is_deleted: bool = False
    revised_at: str = ""


@dataclass(frozen=True, slots=True)
class PostedAnswer:
    """An answer that stands in a chat.

    Attributes:
        message: The message.
        question: The id of the question; "" where that is no longer kept.
        account: Who asked, as their posts are known (`slack:T1/U1`); "" with the question.
        page: Which page of it is shown.
        names_asker: It says who asked what.
        cited: What it cites, by number.
        is_beside: It is not the reply itself, but stands beside it.
    """

    message: str
    question: str
    account: str
    page: int
    names_asker: bool
    cited: tuple[Cited, ...]
    is_beside: bool = False

    @property
    def platform(self) -> str:
        """Names the platform that it stands on."""
        return self.message.partition(":")[0]

    @property
    def channel(self) -> str:
        """Names the channel that it stands in."""
        return self.message.rpartition("/")[0]

    @property
    def posts(self) -> tuple[str, ...]:
        """Names the posts that it still shows something of."""
        return tuple(each.post for each in self.cited if each.state not in REMOVED)


class Answers:
    """What stands in the chats; it outlives the questions, for the posts may change later."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(
        self,
        message: str,
        question: str,
        cited: Sequence[Cited],
        *,
        page: int,
        names_asker: bool,
        is_beside: bool = False,
    ) -> None:
        """Note what a message shows, in place of what it showed before.

        Args:
            message: The message.
            question: What it answers; "" where that is no longer kept.
            cited: What it cites.
            page: Which page of it is shown.
            names_asker: It says who asked what.
            is_beside: It is not the reply itself: told to the asker alone, or of an admin's answer.
        """
        with self._database.writing():
            withdrawn = self._database.rows(
                "SELECT post FROM citations WHERE message = ? AND is_withdrawn", message
            )
            revised, now = self._revised(message, cited), self._clock().isoformat()
            self.forget(message)
            self._database.run(
                "INSERT INTO answers"
                " (message, question, page, names_asker, posted_at, is_beside)"
                " VALUES (?, (SELECT id FROM questions WHERE id = ?), ?, ?, ?, ?)",
                message, question, page, names_asker, now, is_beside,
            )  # fmt: skip
            for each in cited:
                self._database.run(
                    f"INSERT INTO citations (message, {_CITED})"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    message, each.number, each.post, each.version, each.start, each.end,
                    each.state, each.words, each.shown, (each.post,) in withdrawn,
                    revised.get(each.number, ""),
                )  # fmt: skip

    def _revised(self, message: str, cited: Sequence[Cited]) -> dict[int, str]:
        """Return since when excerpts say something else than they did, those from now on too."""
        rows = self._database.rows(
            "SELECT number, shown, revised_at FROM citations WHERE message = ?", message
        )
        before = {number: (shown, revised_at) for number, shown, revised_at in rows}
        now, found = self._clock().isoformat(), {}
        for each in cited:
            shown, revised_at = before.get(each.number, ("", ""))
            is_other = shown and each.shown and shown != each.shown
            found[each.number] = now if is_other else revised_at
        return found

    def mark_deleted(self, post_ids: Sequence[str]) -> None:
        """Note that these posts are removed by whoever wrote them, before they are."""
        of_these, ids = self._database.among("post", post_ids)
        self._database.run(f"UPDATE citations SET is_withdrawn = TRUE WHERE {of_these}", ids)

    def citing(self, post_ids: Sequence[str]) -> list[PostedAnswer]:
        """Return the answers that cite one of these posts."""
        of_these, ids = self._database.among("post", post_ids)
        return self._all(f"WHERE message IN (SELECT message FROM citations WHERE {of_these})", ids)

    def get(self, message: str) -> PostedAnswer | None:
        """Return what a message shows; None where it is no answer, or is gone."""
        found = self._all("WHERE message = ?", message)
        return found[0] if found else None

    def all(self) -> list[PostedAnswer]:
        """Return every answer that stands; costs some 40 microseconds each."""
        return self._all("")

    def versions(self) -> list[tuple[str, str]]:
        """Return each post that is cited, with each version of it that is."""
        return self._database.rows("SELECT DISTINCT post, version FROM citations WHERE post <> ''")

    def naming_nobody(self) -> list[PostedAnswer]:
        """Return the answers that say who asked, though whoever it was is forgotten."""
        return self._all(
            "WHERE message IN (SELECT message FROM answers WHERE names_asker AND question IS NULL)"
        )

    def are_there(self) -> bool:
        """Return whether any answer stands."""
        return bool(self._database.rows("SELECT 1 FROM answers LIMIT 1"))

    def forget(self, message: str) -> None:
        """Delete what is remembered of a message that is gone."""
        self._database.run("DELETE FROM answers WHERE message = ?", message)

    def forget_older(self, than: timedelta) -> None:
        """Delete what was posted longer ago than this."""
        oldest = (self._clock() - than).isoformat()
        self._database.run("DELETE FROM answers WHERE posted_at < ?", oldest)

    def _all(self, where: str, *values: object) -> list[PostedAnswer]:
        cited: dict[str, list[Cited]] = {}
        rows = self._database.rows(
            f"SELECT message, {_CITED} FROM citations {where} ORDER BY number", *values
        )
        for message, number, post, version, start, end, state, words, shown, *rest in rows:
            is_withdrawn, revised_at = rest
            each = Cited(
                number=number,
                post=post,
                version=version,
                start=start,
                end=end,
                state=state,
                words=words,
                shown=shown,
                is_deleted=bool(is_withdrawn),
                revised_at=revised_at,
            )
            cited.setdefault(message, []).append(each)
        rows = self._database.rows(
            "SELECT message, coalesce(question, ''), coalesce(platform || ':' || asker_id, ''),"
            " page, names_asker, is_beside FROM answers LEFT JOIN questions ON id = question"
            f" {where} ORDER BY message",
            *values,
        )
        return [
            PostedAnswer(
                message=message,
                question=question,
                account=account,
                page=page,
                names_asker=bool(names),
                cited=tuple(cited.get(message, ())),
                is_beside=bool(is_beside),
            )
            for message, question, account, page, names, is_beside in rows
        ]
