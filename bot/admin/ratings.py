"""What people thought of answers: listed for admins, as far as they may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.admin.seen_places import SeenPlaces
from bot.ledger.ratings import rated_questions
from bot.questions.quoting.post_references import citation, digest, version
from index.text.parts.spoilers import covered, masked, within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.ledger.questions.answers import Cited
    from bot.ledger.ratings import RatedQuestion
    from bot.ports import ReportReader
    from bot.question_and_answer import Citation
    from bot.services import Services
    from index.posts import Post


@dataclass(frozen=True, slots=True)
class QuotedThen:
    """An excerpt that a rated answer gave: its words, spoilers covered, and where they stand."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """A rated question with what its answers quoted.

    Attributes:
        rated: It, with its ratings.
        excerpts: The excerpts that its reader may see and that still stand so.
        not_shown: How many others there were.
    """

    rated: RatedQuestion
    excerpts: Sequence[QuotedThen]
    not_shown: int


@dataclass(frozen=True, slots=True)
class RatedAnswers:
    """The rated questions that their reader may see.

    Attributes:
        answers: They, the most disliked first.
        hidden: How many ratings are of questions that their reader may not see.
    """

    answers: Sequence[RatedAnswer]
    hidden: int


async def rated_answers(services: Services, reader: ReportReader) -> RatedAnswers:
    """Return the rated questions of a workspace.

    As in the report, what was asked in private is not named, nor what was asked where the reader
    does not read; an excerpt is shown where its post is for the reader, too, and has its words.

    Args:
        services: What chats stand on.
        reader: The admin.

    Raises:
        UnavailableError: The posts or the ledger cannot be used now.
    """
    seen: list[RatedQuestion] = []
    places, hidden = SeenPlaces(reader.may_see), 0
    for each in rated_questions(services.ledger, reader.platform, reader.workspace_id):
        if not each.question.is_private and await places.include(each.question):
            seen.append(each)
        else:
            hidden += each.good + each.bad
    cited = [_cited(services, each) for each in seen]
    ids = [each.post for some in cited for each in some if each.post]
    posts = await services.library.posts(ids)
    outdated = await services.library.outdated()
    readable = {
        id_: post
        for id_, post in posts.items()
        if post.audience in reader.audience and id_ not in outdated
    }
    answers = [_answer(*each, readable) for each in zip(seen, cited, strict=True)]
    return RatedAnswers(answers, hidden)


def _cited(services: Services, rated: RatedQuestion) -> list[Cited]:
    """Return what the answers to a question quote or quoted, each excerpt once."""
    found: dict[object, Cited] = {}
    for message in services.ledger.questions.replies(rated.question.id):
        answer = services.ledger.answers.get(message)
        for each in answer.cited if answer else ():
            if each.state not in {"near", "asked"}:
                place = (each.post, each.start, each.end) if each.post else (message, each.number)
                found.setdefault(place, each)
    return list(found.values())


def _answer(rated: RatedQuestion, cited: list[Cited], posts: Mapping[str, Post]) -> RatedAnswer:
    excerpts: list[QuotedThen] = []
    for each in cited:
        post = posts.get(each.post)
        if post is not None and _is_as_rated(each, post, rated):
            covers = within(covered(post.text, post.id), each.start, each.end)
            text = masked(post.text[each.start : each.end], covers)
            excerpts.append(QuotedThen(text, citation(len(excerpts) + 1, post, each.start)))
    return RatedAnswer(rated, excerpts, len(cited) - len(excerpts))


def _is_as_rated(cited: Cited, post: Post, rated: RatedQuestion) -> bool:
    """Return whether a post has the words that were quoted to all who rated the answer."""
    if cited.state != "quoted" or cited.revised_at >= rated.first_at:
        return False
    if cited.words:
        return cited.words == digest(post.text)
    return cited.version == version(post.fingerprint)
