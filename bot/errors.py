"""What can go wrong in answering.

BotError
├─ ConfigError          start-up; lists every problem at once
├─ AskError             the asker can mend it; str(error) is fit to show
│  ├─ EmptyQuestion
│  ├─ QuestionTooLong
│  ├─ TooManyQuestions  carries when to try again
│  ├─ TooBusy           the same
│  └─ BadFilter          NotAName, NotADay, NotAKind
├─ UnavailableError     the index cannot answer now; raised from an IndexingError
└─ PlatformError        a chat platform
   ├─ LoginError        ends the process with one sentence
   └─ DeliveryError     an answer could not be sent
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.counts import Counts


class BotError(Exception):
    """Anything the bot can raise."""


class ConfigError(BotError):
    """The settings are wrong.

    Args:
        problems: One line a variable: its name, what was found, what is expected.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class AskError(BotError):
    """The question cannot be taken as it is; the message tells the asker how to mend it.

    Args:
        sentence: That, in English.
        values: What it names, for those who say it in another language.
    """

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence)
        self.values = values


class EmptyQuestion(AskError):
    """There is nothing to look for."""


class QuestionTooLong(AskError):
    """The question is longer than we read."""


class TooManyQuestions(AskError):
    """The asker asks faster than we answer anybody.

    Args:
        retry_after: Seconds until the next question is taken.
    """

    def __init__(self, retry_after: float) -> None:
        seconds = str(max(1, ceil(retry_after)))
        sentence = f"That is a lot of questions at once: ask again in {seconds} seconds."
        super().__init__(sentence, seconds=seconds)
        self.retry_after = retry_after


class TooBusy(AskError):
    """More is asked than can be answered soon.

    Args:
        retry_after: Seconds until what is asked already should be answered.
    """

    def __init__(self, retry_after: float) -> None:
        seconds = str(max(1, ceil(retry_after)))
        sentence = f"I am busy, many people are asking: ask again in {seconds} seconds."
        super().__init__(sentence, seconds=seconds)
        self.retry_after = retry_after


class BadFilter(AskError):
    """A typed filter has a value that cannot be used."""


class NotAName(BadFilter):
    """No word of a name is given."""


class NotADay(BadFilter):
    """A day is given in a form that we do not read."""


class NotAKind(BadFilter):
    """Something else than posts or comments is asked for."""


class UnavailableError(BotError):
    """The index cannot answer at the moment."""


class PlatformError(BotError):
    """A chat platform does not do what it should."""


class LoginError(PlatformError):
    """The platform does not accept our credentials."""


class DeliveryError(PlatformError):
    """An answer could not be delivered."""


class Unconfirmed(Exception):
    """Ends long work before it writes anything: somebody is to say first whether it should.

    Attributes:
        counts: What it would do.
    """

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self.counts = counts
