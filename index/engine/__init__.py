"""The storage port: what ingestion and search need of an engine, in their terms.

An engine keeps posts, their passages, the stems of their words and their vectors. Each object is
one connection and belongs to one thread. `index.sqlite` is the embedded engine.
"""

from __future__ import annotations

from typing import Protocol

from index.engine.known_answers import AnswerEvidence
from index.engine.lookups import Lookups
from index.engine.posts import Posts
from index.engine.suppression import Suppression
from index.engine.upkeep import Transactions, Upkeep
from index.engine.vectors import Vectors
from index.engine.words import Words


class Engine(
    Transactions,
    Posts,
    AnswerEvidence,
    Vectors,
    Words,
    Suppression,
    Lookups,
    Upkeep,
    Protocol,
):
    """All that is asked of an engine; `tests/contract/engines/` says how it must answer."""
