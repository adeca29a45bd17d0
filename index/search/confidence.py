"""Says how likely a passage answers; pure.

From which confidence on something is quoted is decided in `bot.questions.quoting.thresholds`.
"""

from __future__ import annotations

import math
from typing import Final

from index.search.coverage import USUAL

SURE: Final = 16.0
DOUBT: Final = 4.8
"""The logistic regression of `confidence`, fitted for the bundled model (docs/training-log.md)."""

FEW: Final = 40
LACK: Final = 10.0
TYPED: Final = 1.5
"""What a lack of the question's words takes, and the type of answer asked for gives."""

IMPOSSIBLE: Final = 4.0
"""What it takes that a quantity is asked for, and nothing that was found of the post has one."""

TRUST: Final = 1.5
"""What the prior of a very small collection adds at most: see `confidence`."""

NO_EVIDENCE: Final = 0.45
"""How likely a post is at most of which only questions or small talk could be quoted."""


def confidence(
    score: float,
    passages: int,
    *,
    missing: float = USUAL,
    has_type: bool = False,
    is_impossible: bool = False,
    is_evidence: bool = True,
    is_met: bool = True,
) -> float:
    """Return how likely a passage holds the answer, 0 to 1.

    A logistic regression on the score, on what the passage lacks of the question, and on whether
    what is quoted of it has the type of answer asked for: on-topic passages score as high. Among
    few passages a chance likeness is rarer, and whoever asks about a single post mostly knows
    what it is about: below 40 passages a lower score is enough, the lowest at 12 and fewer, unless
    the passage has none of the question's words ("What will the weather be tomorrow?").

    Args:
        score: What speaks for the passage, 0 to 1.
        passages: How many passages the question could have found.
        missing: How much of the question it lacks, word by word (`index.search.coverage`).
        has_type: What would be quoted of it has the type of answer that is asked for.
        is_impossible: What is asked for is a quantity, and nothing that was found of it has one.
        is_evidence: What would be quoted of it states something; a question or small talk alone
            is never confident.
        is_met: A word of the question stands in it, or cannot be expected to.
    """
    lack = LACK * (missing - USUAL)
    gain = TYPED if has_type else -IMPOSSIBLE if is_impossible else 0.0
    few = min(1.0, max(0.0, (FEW - passages) / (FEW * 0.7)))
    prior = TRUST * few if is_met else 0.0
    likely = 1 / (1 + math.exp(DOUBT - prior - gain + lack - SURE * score))
    return likely if is_evidence else min(likely, NO_EVIDENCE)
