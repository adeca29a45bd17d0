"""Tells which posts ask; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.kinds.sentence_kinds import asks, asks_readers, tells_of_oneself
from index.text.kinds.signal_words import ASKING_ANYWHERE
from index.text.parts.sentences import sentences
from index.text.words import folded

if TYPE_CHECKING:
    from index.posts import Post


_SIGN: Final = re.compile("[?？¿؟]")

LONGEST_QUESTION: Final = 1_200
"""Characters: a longer post asks where it ends by asking, or hardly does anything else."""


def is_question(post: Post) -> bool:
    """Say whether a post asks.

    It does with its last sentence, or with most of them; and, where it is short, with any by
    which its readers are asked, or by its title, where it tells of its own trouble.
    """
    text = post.text
    if not (_may_ask(text) or _may_ask(post.title)):
        return False  # most do not, and it need not be told where their sentences end
    told = [text[start:end] for start, end in sentences(text[:2_000])]
    asked = [asks(each) for each in told]
    if told and (asked[-1] or sum(asked) * 2 > len(asked)):
        return True
    if len(text) > LONGEST_QUESTION:
        return False
    calls = any(asks_readers(each) for each in told)
    if asks(post.title):
        return calls or any(asked) or any(map(tells_of_oneself, told))
    return calls


def _may_ask(text: str) -> bool:
    return _SIGN.search(text) is not None or ASKING_ANYWHERE.search(folded(text)) is not None
