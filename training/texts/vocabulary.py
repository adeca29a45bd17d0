"""Builds the tokenizer: whole words of both languages, and pieces for all other words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from training.texts.corpus import Corpus


UNKNOWN: Final = "[UNK]"
WORDS: Final = 48_000
PIECES: Final = 9_000
COMMON_WORDS: Final = 6_000
"""Words that the coarse tokenizer keeps whole."""

JOINED_WORDS: Final = 24_000
"""Words that are also known as the later part of a longer one, as in a hashtag or a name."""

LAST_FILE: Final = "rows.npy"  # written last: where it is, all is
_LEGAL_SHARE: Final = 4  # one line of an act in four is counted
_CHUNK: Final = 20_000
_SHORTEST_JOINED: Final = 4  # letters; shorter ones are the pieces' business
# What is not a word, a number or one of these languages' names is dropped: punctuation,
# pictographs and list marks. An apostrophe of any kind therefore separates: l'eau, don't.
_WORD: Final = Regex(r"c\+\+|[cf]#(?!\p{L})|\p{L}+|\p{N}+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokenizer, the rows its tokens stand for, and a coarser tokenizer.

    `rows[token]` is the row of the embedding matrix: a word within a longer one shares the
    row of the word. The coarse tokenizer speaks the same tokens but keeps only common words
    whole; training sometimes reads through it, so that pieces learn what their words mean.
    """

    tokenizer: Tokenizer
    coarse: Tokenizer
    rows: NDArray[np.int32]

    @property
    def row_count(self) -> int:
        """The number of different rows."""
        return int(self.rows.max()) + 1


def build(corpus: Corpus) -> Vocabulary:
    """Return a vocabulary of the words that the corpus uses most."""
    words = _trained(models.WordLevel(unk_token=UNKNOWN), _word_trainer(), corpus)
    pieces = _trained(models.WordPiece(unk_token=UNKNOWN), _piece_trainer(), corpus)
    # A dictionary keeps the first place of a token, so pieces and common words come first.
    coarse = {
        token: id_ for id_, token in enumerate(dict.fromkeys([*pieces, *words[:COMMON_WORDS]]))
    }
    full = {token: id_ for id_, token in enumerate(dict.fromkeys([*coarse, *words]))}
    rows = list(range(len(full)))
    for word in words[:JOINED_WORDS]:
        joined = f"##{word}"
        if len(word) >= _SHORTEST_JOINED and joined not in full:
            full[joined] = len(full)
            rows.append(full[word])
    return Vocabulary(_word_pieces(full), _word_pieces(coarse), np.array(rows, dtype=np.int32))


def english_words(vocabulary: Vocabulary, corpus: Corpus) -> list[str]:
    """Return the whole words that are read more often in English than in French."""
    english, french = Counter[int](), Counter[int]()
    for start in range(0, len(corpus.pairs), _CHUNK):
        pairs = corpus.pairs[start : start + _CHUNK]
        for counts, texts in (
            (english, [pair.english for pair in pairs]),
            (french, [pair.french for pair in pairs]),
        ):
            for encoding in vocabulary.tokenizer.encode_batch_fast(texts):
                counts.update(encoding.ids)
    for reply in corpus.replies:
        english.update(vocabulary.tokenizer.encode(reply.answer).ids)
    return [
        token
        for token, id_ in sorted(vocabulary.tokenizer.get_vocab().items(), key=lambda item: item[1])
        if english[id_] > french[id_] and len(token) > 2 and token.isalpha()  # noqa: PLR2004
    ]


def save(vocabulary: Vocabulary, folder: Path) -> None:
    """Write a vocabulary into a folder, for `load`."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    vocabulary.coarse.save(str(folder / "coarse.json"), pretty=False)
    np.save(folder / LAST_FILE, vocabulary.rows)


def load(folder: Path) -> Vocabulary:
    """Return the vocabulary that `save` wrote."""
    return Vocabulary(
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        Tokenizer.from_file(str(folder / "coarse.json")),
        np.load(folder / LAST_FILE),
    )


def _blank(model: models.Model) -> Tokenizer:
    """Return a tokenizer that knows no token yet but how to read.

    Compatibility forms go first: the bold and italic letters of social posts are among them,
    and become capitals that are still to be lowered.
    """
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace("œ", "oe"),
            normalizers.Replace("æ", "ae"),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(_WORD, behavior="removed", invert=True)
    return tokenizer


def _word_pieces(vocabulary: dict[str, int]) -> Tokenizer:
    return _blank(models.WordPiece(vocabulary, unk_token=UNKNOWN, max_input_chars_per_word=60))


def _word_trainer() -> trainers.WordLevelTrainer:
    return trainers.WordLevelTrainer(
        vocab_size=WORDS, min_frequency=3, special_tokens=[UNKNOWN], show_progress=False
    )


def _piece_trainer() -> trainers.WordPieceTrainer:
    return trainers.WordPieceTrainer(
        vocab_size=PIECES,
        limit_alphabet=80,
        special_tokens=[UNKNOWN],
        initial_alphabet=list("abcdefghijklmnopqrstuvwxyz0123456789"),
        show_progress=False,
    )


def _trained(model: models.Model, trainer: trainers.Trainer, corpus: Corpus) -> list[str]:
    """Return the tokens that a trainer chose, the most frequent first."""
    tokenizer = _blank(model)
    tokenizer.train_from_iterator(_texts(corpus), trainer=trainer)
    vocabulary = tokenizer.get_vocab()
    return sorted(vocabulary, key=vocabulary.__getitem__)


def _texts(corpus: Corpus) -> Iterator[str]:
    for number, pair in enumerate(corpus.pairs):
        if pair.source != "justice_canada" or number % _LEGAL_SHARE == 0:
            yield f"{pair.english} {pair.french}"
    for number, section in enumerate(corpus.sections):
        if number % _LEGAL_SHARE == 0:
            yield f"{section.text.english} {section.text.french}"
    for reply in corpus.replies:
        yield f"{reply.question} {reply.answer}"
