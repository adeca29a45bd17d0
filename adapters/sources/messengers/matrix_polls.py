"""Reads polls of Matrix: what is asked, what can be chosen, and how many chose it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import object_of, objects_of, text_of

if TYPE_CHECKING:
    from adapters.sources.archive_reading.json_records import Record

STARTS: Final = frozenset({"m.poll.start", "org.matrix.msc3381.poll.start"})
"""The events that ask something."""

ANSWERS: Final = frozenset({"m.poll.response", "org.matrix.msc3381.poll.response"})
ENDS: Final = frozenset({"m.poll.end", "org.matrix.msc3381.poll.end"})
"""The events that say no word: who chose what, and that nobody can any more."""

_POLLS: Final = ("m.poll", "m.poll.start", "org.matrix.msc3381.poll.start")
_CHOICES: Final = ("m.selections", "m.poll.response", "org.matrix.msc3381.poll.response")
_TEXTS: Final = ("m.text", "org.matrix.msc1767.text", "body")
OF_WORDS: Final = frozenset({*_TEXTS, "msgtype", "m.html", "org.matrix.msc1767.html"})
"""What the parts of a poll hold that say something."""

_MOST_ANSWERS: Final = 20


@dataclass(slots=True)
class Votes:
    """Who chose what in the polls of a room.

    Attributes:
        chosen: The last choice of each account and its moment, by poll.
        ended: When each poll that has ended did.
    """

    chosen: dict[str, dict[str, tuple[int, frozenset[str]]]] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)

    def learn(self, event: Record, moment: int) -> None:
        """Take in an event, if it is of a poll.

        Args:
            event: Any event of the room.
            moment: When it was sent, in thousandths of a second.
        """
        type_, content = text_of(event.get("type")), object_of(event.get("content"))
        poll = text_of(object_of(content.get("m.relates_to")).get("event_id"))
        if type_ in ENDS and poll:
            self.ended[poll] = min(moment, self.ended.get(poll, moment))
        elif type_ in ANSWERS and poll:
            of_poll = self.chosen.setdefault(poll, {})
            sender = text_of(event.get("sender"))
            if of_poll.get(sender, (-1, frozenset()))[0] <= moment:
                of_poll[sender] = (moment, _choice(content))

    def count(self, poll: str, answer: str) -> int:
        """Return how many chose an answer of a poll before it ended."""
        end = self.ended.get(poll)
        votes = self.chosen.get(poll, {}).values()
        return sum(answer in chosen for at, chosen in votes if end is None or at <= end)


def asked_in(content: Record) -> Record:
    """Return what an event asks; nothing for one that asks nothing."""
    return next(filter(None, (object_of(content.get(each)) for each in _POLLS)), {})


def poll_text(content: Record, poll: str, votes: Votes) -> str:
    """Return a poll as its readers see it; "" where it asks nothing.

    Args:
        content: That of the event that asks.
        poll: The event's id.
        votes: Those of the room.
    """
    asked = asked_in(content)
    question = _words(object_of(asked.get("question")))
    is_told = poll in votes.ended or not text_of(asked.get("kind")).endswith("undisclosed")
    lines = [question]
    for each in objects_of(asked.get("answers"))[:_MOST_ANSWERS]:
        id_ = text_of(each.get("m.id")) or text_of(each.get("id"))
        number = f": {votes.count(poll, id_)}" if is_told and votes.chosen.get(poll) else ""
        lines.append(f"- {_words(each)}{number}")
    return "\n".join(lines) if question else ""


def _choice(content: Record) -> frozenset[str]:
    for name in _CHOICES:
        found = content.get(name)
        chosen = found.get("answers") if isinstance(found, dict) else found
        if isinstance(chosen, list):
            return frozenset(each for each in chosen[:_MOST_ANSWERS] if isinstance(each, str))
    return frozenset()


def _words(part: Record) -> str:
    """Return the words of a part, which may stand in a list of ways to show them."""
    for name in _TEXTS:
        said = part.get(name)
        listed = said if isinstance(said, list) else [said]
        for each in listed:
            found = text_of(each) or text_of(object_of(each).get("body"))
            if found.strip():
                return found.strip()
    return ""
