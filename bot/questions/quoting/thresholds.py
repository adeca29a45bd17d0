"""How likely an answer must be to be quoted.

How likely it is, is computed in `index.search.confidence`.
"""

from __future__ import annotations

from typing import Final

CONFIDENT: Final = 0.5
"""Below this confidence in the best quote none is surely an answer."""

UNSURE: Final = 0.25
"""Below this one nothing is quoted at all; above it the nearest passage is, marked as unsure."""

UNASKED: Final = 0.9
"""Below this one nothing is offered that nobody asked for."""

NEAR: Final = 0.1
"""Below this one a post is not near: it is not offered where nothing answers.

Chosen on the example questions (docs/evaluation.md, under nearest posts).
"""

ALIKE: Final = 0.2
"""Below this score a post is not near either, however likely what it says is of the kind asked."""
