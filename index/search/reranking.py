"""Scores the single sentences of what was found, and how likely they answer."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from index.posts import SURE, Hit, Sentence
from index.search.confidence import confidence
from index.search.coverage import FOREIGN, USUAL, Coverage, coverages
from index.search.empty_posts import empty_among
from index.search.labelled_answers import labels_of, weights_of
from index.search.relevance import clipped
from index.search.reply_placement import in_place
from index.search.sentence_weights import ASKED, ASKERS, wanted
from index.search.similarity.tokens import token_similarities
from index.text.kinds.answer_types import answer_type_of
from index.text.language import language_of, spoken_language_of
from index.text.parts.quoted import is_quoted, quoted_in, without
from index.text.parts.sentences import Span, sentences
from index.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.ports import Encoder
    from index.posts import Answered, EvidenceKind, FoundBy
    from index.search.keywords import Matches
    from index.search.reply_placement import FoundPost, Placed
    from index.search.sentence_weights import Wanted
    from index.search.similarity.model_calibration import Calibration
    from index.text.kinds.answer_types import AnswerType
    from index.text.language import Spoken


READ: Final = 5
"""The sentences of this many posts are scored; further down there was nothing to gain."""

PASSAGES: Final = 5
"""The sentences of this many passages of a post are scored, its best ones."""

BEGINNING: Final = 8_000
"""So many characters of a post are looked at for a quantity that is asked for."""

PASSAGES_OF_SLOW: Final = 3
"""The same for a model that is no table of vectors, and takes long to encode each of them."""

WORDS: Final = 0.5
MEANING: Final = 0.5
"""What the words and a cosine of one count against a likeness of one, in a sentence."""

THROUGH: Final = 0.8
"""A comment that by itself has less than this share of its likeness was found by its post."""

OWN: Final = 0.3
"""What a sentence counts, alone and with what leads to it, against the passage it stands in."""

ANSWER_TYPE: Final = 0.12
"""What it counts that a sentence has the kind of answer that is asked for."""

ANSWERS: Final[Mapping[EvidenceKind | None, float]] = MappingProxyType(
    {
        **dict.fromkeys(SURE, OWN),
        "thanked": 0.2,
        "replied": 0.15,
        "below": 0.1,
        None: 0.0,
    }
)
"""What it counts that its post is known to answer the question that was found, by how it is known.

Where it was stated, it counts as much as all words of the question that the sentence may lack.
"""


class Among(NamedTuple):
    """What posts were found among.

    Attributes:
        scale: Brings the encoder's cosines to the scale of the bundled model.
        passages: How many passages the question could have found.
        told: The posts of which only the second model tells, since the first knows no word of
            the question's language.
        answered: The questions that posts answer, by the answer's id, where both were found.
    """

    scale: Calibration
    passages: int
    told: Collection[str] = ()
    answered: Mapping[str, Answered] = MappingProxyType({})


def ranked_hits(
    text: str,
    found: Sequence[FoundPost],
    question: NDArray[np.float32],
    matches: Matches,
    encoder: Encoder,
    *,
    among: Among,
) -> list[Hit]:
    """Return the posts as hits, best first, the first of them with scored sentences.

    They keep their order, but for comments that have little of the question in their own words
    ("Thanks!"): these come after the posts they are on. A sentence is scored alone and with the
    one before it, where its names may stand; all of them are encoded in one batch.
    """
    answered = among.answered
    placed = in_place(found, _borrowed(found, matches, encoder), answered, empty_among(text, found))
    found = [each.found for each in placed]
    is_table = encoder.encode_tokens([]) is not None
    most = PASSAGES if is_table else PASSAGES_OF_SLOW
    spans = [list(_spans(each, most)) for each in found[:READ]]
    texts = _texts(found, spans)
    # What has nothing before it stands there twice, alone and with what leads to it.
    different = _scores([*dict.fromkeys(texts)], question, matches, encoder, among.scale)
    scores = map(different.__getitem__, texts)
    asked = _Asked(answer_type_of(text), wanted(text), spoken_language_of(text))
    covered = coverages(matches, [_headed(each, answered) for each in found[:READ]], encoder)
    hits = []
    for at, each in enumerate(found):
        own = spans[at] if at < READ else ()
        labels = labels_of(each.post.text, [alone for alone, _ in own])
        weights = weights_of(labels, partial(_words, matches=matches))
        scored = tuple(_sentences(asked, placed[at], own, scores, weights))
        has = covered[at] if at < READ else Coverage(USUAL, is_met=True)
        if each.post.id in among.told:
            has = Coverage(FOREIGN, is_met=True)
        likely = _likely(asked, each, scored, among.passages, has)
        by, whose = _found_by(placed[at]), answered.get(each.post.id)
        hits.append(Hit(each.post, each.passages[0], each.best.score, likely, by, scored, whose))
    return hits


def _texts(found: Sequence[FoundPost], spans: Sequence[Sequence[tuple[Span, Span]]]) -> list[str]:
    return [
        each.post.text[span.start : span.end]
        for each, own in zip(found, spans, strict=False)
        for pair in own
        for span in pair
    ]


def _found_by(placed: Placed) -> tuple[FoundBy, ...]:
    if placed.is_borrowed:
        return (*placed.found.best.found_by, "post")
    return placed.found.best.found_by or (("question",) if placed.is_led else ())


def _headed(found: FoundPost, answered: Mapping[str, Answered]) -> str:
    # Who is asked about by name is the writer as well as somebody written about.
    first = found.passages[0]
    words = without(found.post.text, first.start, first.end, quoted_in(found.post))
    own = f"{found.post.author or ''} {found.post.title} {words}"
    asked = answered.get(found.post.id)
    if asked is None:
        return own
    # What the question says, its answer need not say again.
    return f"{asked.question.title} {asked.question.text[:BEGINNING]} {own}"


def _likely(
    asked: _Asked, found: FoundPost, scored: Sequence[Sentence], passages: int, has: Coverage
) -> float:
    """Return how likely the best sentence of a post is the answer."""
    score = found.best.score
    if not scored:
        return confidence(score, passages, missing=has.missing, is_met=has.is_met)
    best = max(scored, key=lambda each: each.score)
    text = found.post.text[best.start : best.end]
    has_type = asked.type.is_in(text)
    passages_read = (each.text for each in found.passages[:PASSAGES])
    around = " ".join([found.post.title, found.post.text[:BEGINNING], *passages_read])
    states = asked.wanted.weight(text, is_led=True) > ASKED
    states = states and not asked.wanted.is_of_another(text, around)
    # What is in another language need not share a word with the question.
    is_met = has.is_met or language_of(found.post.text) != asked.language
    return confidence(
        score,
        passages,
        missing=has.missing,
        has_type=has_type,
        is_impossible=asked.type.is_impossible_in(around),
        # A post may have been found by what it quotes.
        is_evidence=states and (is_met or not quoted_in(found.post)),
        is_met=is_met,
    )


class _Asked(NamedTuple):
    """What kind of answer is asked for, how, and in which language."""

    type: AnswerType
    wanted: Wanted
    language: Spoken


def _spans(found: FoundPost, most: int) -> Iterator[tuple[Span, Span]]:
    """Yield each sentence of so many passages, alone and with the one before it.

    What the post quotes of somebody else is left out.
    """
    last = None
    quoted = quoted_in(found.post)
    for passage in sorted(found.passages[:most], key=lambda each: each.start):
        if last is None or passage.ordinal > last + 1:
            before = passage.start
        for span in sentences(found.post.text, Span(passage.start, passage.end)):
            if not is_quoted(span, quoted):
                yield span, Span(before, span.end)
            before = span.start
        last = passage.ordinal


def _sentences(
    asked: _Asked,
    placed: Placed,
    spans: Sequence[tuple[Span, Span]],
    scores: Iterator[float],
    weights: Sequence[float],
) -> Iterator[Sentence]:
    """Yield the sentences with their scores; each takes two, alone and with the one before."""
    post, score_of_post = placed.found.post, placed.found.best.score
    for (alone, pair), of_form in zip(spans, weights, strict=True):
        text = post.text[alone.start : alone.end]
        cue = ANSWER_TYPE * asked.type.is_told_in(text) + ANSWERS[placed.answers_by]
        own, led = next(scores), next(scores)
        if placed.is_answered:
            led = own  # what is asked before it is no evidence for it
        score = OWN * (own + led) / 2 + (1 - OWN) * score_of_post + cue
        is_led = placed.is_led or pair.start < alone.start
        weight = asked.wanted.weight(text, is_led=is_led) * of_form
        if placed.is_answered:
            weight *= ASKERS
        yield Sentence(alone.start, alone.end, min(score, 1.0) * weight)


def _scores(
    texts: Sequence[str],
    question: NDArray[np.float32],
    matches: Matches,
    encoder: Encoder,
    calibration: Calibration,
) -> dict[str, float]:
    """Return how well each of these different texts answers by itself, 0 to 1."""
    if not texts:
        return {}
    cosines = (encoder.encode_passages(texts) @ question).tolist()
    words = [_words(each, matches) for each in texts]
    found = token_similarities(matches.asked, dict(enumerate(texts)), encoder)
    if matches.is_unread and found is not None:
        return dict(zip(texts, words, strict=True))
    alike = words if found is None else [each.words for each in found.values()]
    return {
        text: (WORDS * words[at] + MEANING * clipped(calibration.of(cosine)) + alike[at])
        / (WORDS + MEANING + 1)
        for at, (text, cosine) in enumerate(zip(texts, cosines, strict=True))
    }


def _borrowed(found: Sequence[FoundPost], matches: Matches, encoder: Encoder) -> list[bool]:
    """Say of each post whether it is a comment with little of the question in its own text."""
    texts = {
        at: each.passages[0].text for at, each in enumerate(found) if each.post.kind == "comment"
    }
    if not texts:
        return [False] * len(found)
    alike = token_similarities(matches.asked, texts, encoder)
    is_own = {
        at: _words(text, matches) >= THROUGH * found[at].best.words
        if alike is None
        else alike[at].words >= THROUGH * found[at].best.token_similarity
        for at, text in texts.items()
    }
    return [not is_own.get(at, True) for at in range(len(found))]


def _words(text: str, matches: Matches) -> float:
    """Return the share of the question's words that a text holds, the rarer the more."""
    held = set(terms(text, language_of(text)))
    reached = sum(
        rarity
        * max((share for stem, share in matches.sought[word].items() if stem in held), default=0)
        for word, rarity in matches.idf_weights.items()
    )
    return reached / matches.max_score if matches.max_score else 0.0
