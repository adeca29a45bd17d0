"""The graph of a model's vectors (HNSW), by which the nearest of many are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.documents import Model
    from index.postgres.server.database import Database

FEW: Final = 20_000
"""So many vectors are compared one by one: that takes some 20 ms, and finds every neighbour."""

RARE: Final = 1 / 20
"""A smaller part of all vectors is compared one by one too: the graph of all leads past it."""

LINKS: Final = 16
CANDIDATES: Final = 64
"""How many neighbours each vector has in the graph, and among how many they are chosen (m and
ef_construction)."""


def name_of(model: Model) -> str:
    """Return what the graph of a model is called."""
    return f"graph_of_model_{model.number}"


def column(model: Model) -> str:
    """Return the SQL of a vector as the graph takes it."""
    return f"(vector::halfvec({model.dimension}))"


def is_built(database: Database, model: Model) -> bool:
    """Return whether a model has a graph that can be used."""
    rows = database.rows(
        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(%s) AND indisvalid",
        (name_of(model),),
    )
    return bool(rows)


def build(database: Database, model: Model) -> None:
    """Build the graph of a model, while others read and write; what a kill left of one goes."""
    if is_built(database, model):
        return
    drop(database, model)
    database.change(
        f"CREATE INDEX CONCURRENTLY {name_of(model)} ON vectors"
        f" USING hnsw ({column(model)} halfvec_cosine_ops)"
        f" WITH (m = {LINKS}, ef_construction = {CANDIDATES}) WHERE model = {model.number}"
    )


def drop(database: Database, model: Model) -> None:
    """Drop the graph of a model, if it has one."""
    database.change(f"DROP INDEX IF EXISTS {name_of(model)}")
