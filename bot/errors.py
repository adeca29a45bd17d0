"""What can go wrong in answering.

BotError
├─ ConfigError          start-up; lists every problem at once
├─ AskError             the asker can mend it; str(error) is fit to show
│  ├─ EmptyQuestion
│  ├─ QuestionTooLong
│  ├─ NotText
│  ├─ HeldBack          carries when to try again: TooManyQuestions, TooBusy
│  ├─ KeptTooLong        a setting of a workspace
│  └─ BadFilter          NotAName, NotADay, NoDayLeft, NotAKind, NotAFilter,
│                        NoNegation, NoAsker, NoWordLeftOut, NoValue, NotStored, Misspelt
├─ UnavailableError     what is stored cannot be used now; str(error) may name files of the host
│  ├─ NotWatched        a channel that was to be read
│  ├─ ChannelClosed     a channel that the platform does not let the bot read
│  ├─ FileUnreadable    a file of the platform's: FileElsewhere, FileClosed
│  ├─ FileNotTaken      a file that the platform does not let the bot send
│  ├─ WrongName          what is to be written cannot have its name: bot/outputs.py
│  └─ LedgerBusy        another process uses the ledger
└─ PlatformError        a chat platform
   ├─ LoginError        ends the process with one sentence
   └─ DeliveryError     an answer could not be sent
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar

from index.error_sentences import Told, worded
from index.errors import IndexingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.ingest.counts import Counts


class BotError(Exception):
    """Anything the bot can raise."""


class ConfigError(BotError):
    """The settings are wrong.

    Args:
        problems: One line a variable: its name, what was found, what is expected.
    """

    def __init__(self, problems: Sequence[Told]) -> None:
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


class NotText(AskError):
    """An argument that is no text, and names nothing that is there."""


class QuestionTooLong(AskError):
    """The question is longer than we read."""


class HeldBack(AskError):
    """The question is not taken now, and may be later; the asker alone needs to know.

    Args:
        retry_after: Seconds until a question is taken again.
    """

    sentence: ClassVar[str]

    def __init__(self, retry_after: float, **values: int) -> None:
        seconds = max(1, ceil(retry_after))
        counted = {name: _counted("question", value) for name, value in values.items()}
        said = self.sentence.format(wait=_counted("second", seconds), **counted)
        named = {name: str(value) for name, value in values.items()}
        super().__init__(said, seconds=str(seconds), **named)
        self.retry_after = retry_after


class TooManyQuestions(HeldBack):
    """The asker asks faster than we answer anybody."""

    sentence = "That is a lot of questions at once: ask again in {wait}."


class TooBusy(HeldBack):
    """More is asked than can be answered soon.

    Args:
        retry_after: Seconds until a question is taken again.
        before: How many questions would be answered before this one.
    """

    sentence = "I am busy, {before} before yours: ask again in {wait}."

    def __init__(self, retry_after: float, before: int) -> None:
        super().__init__(retry_after, before=before)


class KeptTooLong(AskError):
    """Questions are to be kept longer in a workspace than the installation keeps them.

    Args:
        most: How many days that is.
    """

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} days are the most here.", days=str(most))


class BadFilter(AskError):
    """A typed filter has a value that cannot be used."""


class NotAName(BadFilter):
    """No word of a name is given."""


class NotADay(BadFilter):
    """A day is given in a form that we do not read."""


class NoDayLeft(BadFilter):
    """The first day that is asked for comes after the last one."""


class NotAKind(BadFilter):
    """Something else than posts or comments is asked for."""


class NotAFilter(BadFilter):
    """A search modifier of a chat narrows nothing here."""


class NoNegation(BadFilter):
    """A filter is to leave something out, which none does."""


class NoWordLeftOut(BadFilter):
    """A word is to be left out, which the search does not do."""


class NoValue(BadFilter):
    """A filter stands there without its value."""


class NoAsker(BadFilter):
    """The asker's own posts are asked for where nobody knows who asks."""


class NotStored(BadFilter):
    """Nothing stored has the name that is asked for."""


class Misspelt(BadFilter):
    """The same, and something has a name like it."""


class UnavailableError(BotError):
    """What is stored cannot be used at the moment.

    Args:
        sentence: Why, for a terminal and for the log: it may name files of the host.
        values: What a chat may name of it, in its reader's language.
    """

    def __init__(self, sentence: Told, **values: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    @property
    def kind(self) -> str:
        """The name that a chat's sentence for it goes by: its own, or that of its cause below."""
        cause = self.__cause__
        return type(cause if isinstance(cause, IndexingError) else self).__name__


class NotWatched(UnavailableError):
    """A channel that was to be read is not watched any more, or cannot be seen."""

    def __init__(self) -> None:
        super().__init__(Told("the channel is not watched any more, or cannot be seen"))


class ChannelClosed(UnavailableError):
    """The platform does not let the bot read a channel.

    Args:
        platform: The platform, as people call it.
        reason: Why, in the platform's own words.
    """

    def __init__(self, platform: str, reason: str) -> None:
        values = {"platform": platform, "reason": reason}
        sentence = Told("{platform} does not let me read it ({reason})", **values)
        super().__init__(sentence, **values)


class FileUnreadable(UnavailableError):
    """The bot cannot read a file of a platform's.

    Args:
        platform: The platform, as people call it.
        name: The file's own name.
    """

    template: ClassVar[str]

    def __init__(self, platform: str, name: str) -> None:
        values = {"platform": platform, "name": name}
        super().__init__(Told(self.template, **values), **values)


class FileElsewhere(FileUnreadable):
    """The platform only links to the file, and another host keeps it."""

    template = worded("{name} is kept outside of {platform}: share the file itself")


class FileClosed(FileUnreadable):
    """The platform does not let the bot read the file."""

    template = worded("{platform} does not let me read {name}")


class FileNotTaken(UnavailableError):
    """The platform does not let the bot send a file.

    Args:
        platform: The platform, as people call it.
        right: What the bot lacks, as the platform calls it.
    """

    def __init__(self, platform: str, right: str) -> None:
        values = {"platform": platform, "right": right}
        sentence = Told("{platform} takes no file from me without the right {right}", **values)
        super().__init__(sentence, **values)


class LedgerBusy(UnavailableError):
    """Another process uses the ledger."""


class PlatformError(BotError):
    """A chat platform does not do what it should; its sentence says that, and what helps."""

    def __init__(self, sentence: Told) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LoginError(PlatformError):
    """The platform does not accept our credentials."""


class DeliveryError(PlatformError):
    """An answer could not be delivered."""


class NotServed(DeliveryError):
    """Another process serves the place of a message."""


class NotGranted(DeliveryError):
    """The platform granted us once what delivering takes, and no more; that is said elsewhere."""


class Unconfirmed(Exception):
    """Ends long work before it writes anything: somebody is to say first whether it should.

    Attributes:
        counts: What it would do.
    """

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self.counts = counts


def _counted(noun: str, count: int) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
