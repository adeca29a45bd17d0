"""What a card quotes and points at, and whom it credits; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.corrections.restatement import RemovedExcerpt
from bot.excerpt_counts import ON_A_PAGE
from bot.questions.quoting.post_references import citation
from index.text.asked_language import sure_language_of
from index.text.parts.spoilers import covered, masked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.chat.wording import Wording
    from bot.question_and_answer import Citation, Excerpt
    from index.posts import Post
    from index.text.parts.sentences import Span


TELLING: Final = 25
"""A quote of fewer characters does not tell its language."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote something, when and where.

    Attributes:
        author: The name, or our words for not knowing it.
        posted_at: When; None where it is not known.
        age: How old it was when it was copied, in our words; "" where a date is known.
        source: Its source.
        kind: Our word for a post or a comment.
        url: The link to it; None for none.
    """

    author: str
    posted_at: datetime | None
    age: str
    source: str
    kind: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt as it is shown: its number, its words, and where they stand.

    Attributes:
        number: Its number in the answer; 0 for what only stands around a quote.
        language: Our word for its language where it is not the reader's; else "".
        post_id: The post that it stands in, whose platform tells what its marks of style mean.
        covered: What of the text is to be covered until it is clicked.
        asked: The question that it answers, to stand above it; None where none is known.
    """

    number: int
    text: str
    credit: Credit
    language: str = ""
    post_id: str = ""
    covered: tuple[Span, ...] = ()
    asked: Pointer | None = None

    @property
    def masked(self) -> str:
        """Its text for where nothing can be clicked."""
        return masked(self.text, self.covered)

    def link_label(self, wording: Wording) -> str:
        """Return what the link to its post is called; what has no number is called by none."""
        return " ".join(wording.open_post.format(number=self.number or "").split())


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands in place of a quote that was struck out: its number, and why in our words."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A post that is only pointed at, by its title, with the marks that its post has."""

    title: str
    credit: Credit
    post_id: str = ""


def quotes_of(
    excerpts: Sequence[Excerpt | RemovedExcerpt], page: int, wording: Wording
) -> tuple[Quote | Gap, ...]:
    """Return what a page of an answer quotes, and what was struck out of it."""
    return tuple(
        _quote(each, wording) for each in excerpts[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    )


def _quote(shown: Excerpt | RemovedExcerpt, wording: Wording) -> Quote | Gap:
    if isinstance(shown, RemovedExcerpt):
        return Gap(shown.number, wording.withdrawn if shown.is_deleted else wording.gone)
    place = shown.citation
    language = _language(shown.text, wording)
    return Quote(
        place.number,
        shown.text,
        credit(place, wording),
        language,
        shown.post_id,
        shown.covered,
        _pointer(shown.asked, wording) if shown.asked else None,
    )


def message_of(post: Post, number: int, wording: Wording) -> Quote:
    """Return a whole message to be shown; 0 for one that is not among the quotes."""
    place = citation(number, post)
    covers = tuple(covered(post.text, post.id))
    return Quote(number, post.text, credit(place, wording), "", post.id, covers)


def pointers_of(nearest: Sequence[Citation], wording: Wording) -> tuple[Pointer, ...]:
    """Return the posts that are only pointed at."""
    return tuple(_pointer(each, wording) for each in nearest)


def _pointer(citation: Citation, wording: Wording) -> Pointer:
    return Pointer(citation.title, credit(citation, wording), citation.post_id)


def credit(citation: Citation, wording: Wording) -> Credit:
    """Return who wrote something, when and where, in our words."""
    age = "" if citation.posted_at or not citation.age else wording.age.format(age=citation.age)
    return Credit(
        author=citation.author or wording.unknown_author,
        posted_at=citation.posted_at,
        age=age,
        source=citation.source,
        kind=kind_of(citation, wording),
        url=citation.url,
    )


def kind_of(citation: Citation, wording: Wording) -> str:
    """Return what something is: a post, a comment, or what a message holds of others."""
    if citation.part is not None:
        return wording.parts[citation.part]
    return wording.post if citation.kind == "post" else wording.comment


def _language(text: str, wording: Wording) -> str:
    language = sure_language_of(text)
    if language is None or language == wording.language or len(text) < TELLING:
        return ""
    return wording.languages[language]
