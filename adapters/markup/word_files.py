"""What the files on a message say, on every platform; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeVar

from adapters.markup.others_words import Enclosure
from adapters.markup.text_files import MOST_BYTES, decoded, is_document, is_pdf
from index.posts import PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.posts import Post

Kind = Literal["text", "document", "transcript"]
"""What a file with words is: its sender's text, something that is passed on, spoken words."""

MOST_DOCUMENT_BYTES: Final = 10_000_000
"""What is read of the documents of one message."""

_CUE: Final = re.compile(r"WEBVTT\b.*|(?:NOTE|STYLE|REGION)\b.*|\d+|.*\d\d:\d\d\.\d{3} --> .*")
_TAG: Final = re.compile(r"</?[a-z][^<>]{0,100}>|<\d[\d:.]{0,20}>")


class _Sized(Protocol):
    @property
    def size(self) -> int:
        """Is how many bytes it has."""
        ...


_File = TypeVar("_File", bound=_Sized)


@dataclass(frozen=True, slots=True)
class Filed:
    """What the files on a message say.

    Attributes:
        own: Its sender's words.
        documents: What they pass on: nobody tells who wrote it.
        unread: How many files hold no words that can be read.
    """

    own: str = ""
    documents: tuple[Enclosure, ...] = ()
    unread: int = 0


NOTHING_FILED: Final = Filed()


def small_enough(files: Iterable[tuple[Kind, _File]]) -> list[tuple[Kind, _File]]:
    """Return the files that are read: as many as are no larger together than is taken."""
    found, left = [], {"text": MOST_BYTES, "document": MOST_DOCUMENT_BYTES}
    for kind, file in files:
        budget = "document" if kind == "document" else "text"
        if file.size <= left[budget]:
            found.append((kind, file))
            left[budget] -= file.size
    return found


def kind_of(name: str, *, is_text: bool, reads_pdf: bool) -> Kind | None:
    """Return what a file is by its name, if it is read.

    Args:
        name: Its name.
        is_text: It holds text, whatever it is called.
        reads_pdf: What reads PDF is installed.
    """
    if is_text:
        return "text"
    is_read = is_document(name) and (reads_pdf or not is_pdf(name))
    return "document" if is_read else None


def spoken(content: bytes) -> str:
    """Return what a transcript (WebVTT) says, a cue a line, without its times."""
    lines = (line.strip() for line in decoded(content).split("\n"))
    return "\n".join(_TAG.sub("", line) for line in lines if line and not _CUE.fullmatch(line))


def filed_of(read: Sequence[tuple[Kind, str, str]]) -> Filed:
    """Return what files say.

    Args:
        read: The kind, the name and the words of each, "" where it says nothing.
    """
    own = (words for kind, _, words in read if kind != "document")
    passed_on = [(name, words) for kind, name, words in read if kind == "document" and words]
    documents = tuple(Enclosure("file", words, name) for name, words in passed_on)
    return Filed("\n\n".join(filter(None, own)), documents, sum(not words for *_, words in read))


def part_ids(id_: str, kinds: Iterable[Kind]) -> list[str]:
    """Return the ids under which the documents of a message are stored, if all hold words."""
    count = sum(kind == "document" for kind in kinds)
    return [f"{id_}{PART}file{f'-{at}' if at > 1 else ''}" for at in range(1, count + 1)]


def kept(first: str, stored: Mapping[str, Post], id_: str, kinds: Sequence[Kind]) -> Filed | None:
    """Return what is stored of a message's files; None where they are to be read.

    Without an edit they stay as they were, so that no comparison fetches one twice.

    Args:
        first: The message's own words without them.
        stored: What is stored of the message.
        id_: Its id.
        kinds: What its files are.
    """
    ids = part_ids(id_, kinds)
    parts = [stored[each] for each in ids if each in stored]
    if "document" in kinds and not parts:
        return None
    own, beginning = "", f"{first}\n\n" if first else ""
    if {*kinds} - {"document"}:
        whole = stored.get(id_)
        if whole is None or not whole.text.startswith(beginning):
            return None
        own = whole.text[len(beginning) :]
    documents = tuple(Enclosure("file", each.text, each.title) for each in parts)
    return Filed(own, documents, len(ids) - len(parts))
