"""Says an answer again after its posts have changed, and never anything else in it; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.ledger.questions.answers import REMOVED, Cited
from bot.question_and_answer import Citation, Excerpt
from bot.questions.quoting.post_references import citation, digest, version, whole
from index.posts import EVERYONE, is_of_a_chat
from index.text.parts.spoilers import covered, within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.ledger.questions.answers import PostedAnswer, State
    from bot.question_and_answer import Answer, Question
    from index.documents import Known
    from index.posts import Post


@dataclass(frozen=True, slots=True)
class RemovedExcerpt:
    """What stands in place of an excerpt that is no longer shown.

    Attributes:
        number: Its number in the answer.
        is_deleted: Its author removed the post, or the words from it.
    """

    number: int
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class RevisedAnswer:
    """An answer as it is to stand from now on.

    Attributes:
        question: What it answers; None where that is no longer kept.
        quotes: What it quotes, and what is struck out, by number.
        nearest: What it points at: what came nearest where it quoted nothing from the start,
            else what was newest on the same subject.
        page: Which page of it is shown.
        is_corrected: Something of it was changed or removed.
    """

    question: Question | None
    quotes: tuple[Excerpt | RemovedExcerpt, ...]
    nearest: tuple[Citation, ...]
    page: int
    is_corrected: bool

    @property
    def cited(self) -> tuple[Cited, ...]:
        """Is what is to be remembered of it."""
        return (*_quoted(self.quotes), *map(_pointed_at, self.nearest))


def citations_of(answer: Answer) -> tuple[Cited, ...]:
    """Return what is to be remembered of an answer."""
    unsure = {each.post_id: each for each in answer.unsure}
    near = [_pointed_at(each, unsure.get(each.post_id)) for each in answer.nearest]
    newest = [_numbered(len(answer.excerpts) + 1, each) for each in answer.newer[:1]]
    return (*_quoted(answer.excerpts), *near, *newest)


def cited_whole(post: Post) -> Cited:
    """Return what is to be remembered of a message that quotes one post from end to end."""
    return _cited(whole(1, post))


def is_current(cited_as: str, known: Known | None) -> bool:
    """Return whether a post is still there as it was cited."""
    return known is not None and version(known.fingerprint) == cited_as


def is_stale(posted: PostedAnswer, known: Mapping[str, Known]) -> bool:
    """Return whether a post that an answer shows is gone or changed, or its asker forgotten."""
    if posted.names_asker and not posted.question:
        return True
    return any(
        not is_current(each.version, known.get(each.post))
        for each in posted.cited
        if each.state not in REMOVED
    )


def is_doubtful(posted: PostedAnswer, known: Mapping[str, Known]) -> bool:
    """Return whether an answer may be out of date, or show what not everybody may see."""
    return is_stale(posted, known) or not labels_of(posted, known) <= {EVERYONE}


def has_edits(posted: PostedAnswer, posts: Mapping[str, Post]) -> bool:
    """Return whether the text of one of these posts is not as the answer quotes it."""
    return any(
        not _says_the_same(each, citation(each.number, posts[each.post]))
        for each in posted.cited
        if each.state == "quoted" and each.post in posts
    )


def looks_the_same(posted: PostedAnswer, answer: RevisedAnswer) -> bool:
    """Return whether no reader would see a change, were this shown in place of an answer."""
    names_nobody = posted.names_asker and answer.question is None
    return not names_nobody and _are_alike(posted.cited, answer.cited)


def labels_of(posted: PostedAnswer, known: Mapping[str, Known]) -> frozenset[str]:
    """Return the labels of the posts that an answer shows, as far as they are still there."""
    return frozenset(known[post].audience for post in posted.posts if post in known)


def revised(
    posted: PostedAnswer,
    question: Question | None,
    posts: Mapping[str, Post],
    audience: Collection[str],
    fresh: Iterable[Excerpt] = (),
) -> RevisedAnswer:
    """Return an answer as it is to stand.

    What is unchanged stays word for word. A changed text is quoted as the question finds it
    now. What is gone, or not for all who read the answer, is struck out; nothing comes instead.

    Args:
        posted: The answer as it stands.
        question: What it answers; None where that is no longer kept.
        posts: The posts that it cites and that are still there.
        audience: The labels that all its readers may see.
        fresh: What the question finds now.
    """
    seen = {id_: post for id_, post in posts.items() if post.audience in audience}
    found = list(fresh)
    asked = {-each.number: seen.get(each.post) for each in posted.cited if each.state == "asked"}
    quotes = tuple(
        _with_question(_quote(each, seen.get(each.post), found, posts), asked.get(each.number))
        for each in posted.cited
        if each.state not in {"near", "asked"}
    )
    near = [seen[each.post] for each in posted.cited if _is_there(each, seen)]
    after = len(quotes) + 1
    nearest = tuple(citation(number, post) for number, post in enumerate(near, start=after))
    restated = RevisedAnswer(question, quotes, nearest, posted.page, is_corrected=False)
    return replace(restated, is_corrected=_is_corrected(posted.cited, restated.cited))


def _quote(
    cited: Cited, post: Post | None, found: list[Excerpt], posts: Mapping[str, Post]
) -> Excerpt | RemovedExcerpt:
    if cited.state in REMOVED:
        return RemovedExcerpt(cited.number, cited.state == "withdrawn")
    if post is None:
        return RemovedExcerpt(cited.number, cited.is_deleted and cited.post not in posts)
    place = citation(cited.number, post, cited.start)
    if _says_the_same(cited, place):
        text = post.text[cited.start : cited.end]
        return Excerpt(
            text=text,
            start=cited.start,
            end=cited.end,
            post_id=post.id,
            score=0.0,
            citation=place,
            covered=within(covered(post.text, post.id), cited.start, cited.end),
        )
    for at, each in enumerate(found):
        if each.post_id == post.id:
            return replace(found.pop(at), citation=place)
    return RemovedExcerpt(cited.number, _is_edited_away(cited, post, place))


def _is_edited_away(cited: Cited, post: Post, place: Citation) -> bool:
    """Return whether quoted words stand no more in a message, which its author alone can edit."""
    if post.part or not cited.shown or not is_of_a_chat(post.id):
        return False
    length = cited.end - cited.start
    stretches = (post.text[at : at + length] for at in range(len(post.text) - length + 1))
    return all(_shown(each, place) != cited.shown for each in stretches)


def _with_question(quote: Excerpt | RemovedExcerpt, asked: Post | None) -> Excerpt | RemovedExcerpt:
    """Return a quote under the question that it stood under, as that is now, if it still is."""
    if isinstance(quote, RemovedExcerpt):
        return quote
    place = citation(quote.citation.number, asked) if asked else None
    return replace(quote, asked=place, answered_by=None)


def _is_there(cited: Cited, seen: Collection[str]) -> bool:
    return cited.state == "near" and cited.post in seen


def _is_corrected(before: Sequence[Cited], after: Sequence[Cited]) -> bool:
    return any(each.state in REMOVED for each in after) or not _are_alike(before, after)


def _are_alike(before: Sequence[Cited], after: Sequence[Cited]) -> bool:
    return len(before) == len(after) and all(
        one.state == other.state
        and (
            one.version == other.version or one.shown == other.shown or _is_unsure_still(one, other)
        )
        for one, other in zip(before, after, strict=True)
    )


def _says_the_same(cited: Cited, place: Citation) -> bool:
    return place.version == cited.version or place.words == cited.words


def _shown(text: str, place: Citation) -> str:
    # That somebody, or a channel, has another name corrects nothing: the account tells who it is.
    when = place.posted_at.isoformat() if place.posted_at else ""
    return digest(text, place.account, when, place.age, place.kind, place.url)


def _quoted(quotes: Sequence[Excerpt | RemovedExcerpt]) -> list[Cited]:
    """Return what is remembered of quotes, and of the questions above them, by number."""
    asked = [
        replace(_pointed_at(quote.asked), number=-quote.citation.number, state="asked")
        for quote in quotes
        if isinstance(quote, Excerpt) and quote.asked is not None
    ]
    return [*sorted(asked, key=lambda each: each.number), *map(_cited, quotes)]


def _cited(quote: Excerpt | RemovedExcerpt) -> Cited:
    if isinstance(quote, RemovedExcerpt):
        state: State = "withdrawn" if quote.is_deleted else "gone"
        return Cited(quote.number, "", state=state)
    place = quote.citation
    return Cited(
        place.number,
        quote.post_id,
        place.version,
        quote.start,
        quote.end,
        words=place.words,
        shown=_shown(quote.text, place),
    )


def _numbered(number: int, near: Citation) -> Cited:
    return replace(_pointed_at(near), number=number)


def _is_unsure_still(before: Cited, after: Cited) -> bool:
    # An unsure quote has a stretch; that its post or channel is renamed corrects nothing.
    return before.state == "near" and before.end > 0 and before.words == after.words


def _pointed_at(near: Citation, quote: Excerpt | None = None) -> Cited:
    # What is quoted as unsure goes when its post changes: the answer is never the same without it.
    # What a message is called is mostly the name of its thread, which corrects nothing.
    named = near.words if is_of_a_chat(near.post_id) else near.title
    shown = _shown(quote.text if quote else named, near)
    start, end = (quote.start, quote.end) if quote else (0, 0)
    return Cited(
        number=near.number,
        post=near.post_id,
        version=near.version,
        start=start,
        end=end,
        state="near",
        words=near.words,
        shown=shown,
    )


def still_shown(posted: PostedAnswer, answer: RevisedAnswer) -> tuple[Cited, ...]:
    """Return what is remembered of an answer that is left as it stands."""
    return tuple(
        replace(new, start=old.start, end=old.end, shown=old.shown or new.shown)
        if old.state == "near"
        else new
        for old, new in zip(posted.cited, answer.cited, strict=True)
    )
