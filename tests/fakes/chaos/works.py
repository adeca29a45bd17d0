"""What is cut off while it is done: each kind of work that writes to a data folder.

A work says beforehand what it is about to make of which posts, and afterwards of which it did so.
"""

from __future__ import annotations

import asyncio
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.backups import back_up
from bot.composition import ledger_app
from bot.errors import UnavailableError
from bot.ledger.ledger import Ledger
from bot.posts.library import IndexOpener, Library
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name
from index.error_sentences import verbatim
from index.errors import RemovalOwed
from index.given_posts import GivenPosts
from index.ingest import comparison, indexer, moving, reindex
from index.ingest.erasure import ErasureSelection
from index.post_index import PostIndex
from index.postgres import erasure
from index.postgres.vectors import graph
from index.posts import Post
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.storage import SqliteStorage
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.settings.values import Settings
    from index.engine import Engine
    from index.engine.storage import Storage
    from index.ingest.counts import Counts
    from index.posts import Hit

FIRST: Final = model_name(BUNDLED)
"""No calibration is noted for a model of this name, which here is one of tests."""

OTHER: Final = "other"
SECONDS: Final = ("second", "third")
"""Models that read in the background: each time the other one, from the beginning."""

FILE: Final = 24
"""Posts in the file that is imported again and again."""

KEEP: Final = timedelta(days=9_000)

_MODELS: Final = {
    FIRST: HashingEncoder(FIRST, 64), OTHER: HashingEncoder(OTHER, 32),
    **{name: HashingEncoder(name, 48) for name in SECONDS},
}  # fmt: skip


def make_batches_small() -> None:
    """Let few posts make many transactions and a graph, in this process and its copies."""
    for module in (comparison, indexer, moving, reindex):
        module.BATCH = 8  # type: ignore[attr-defined]
    graph.FEW = 20  # type: ignore[misc]
    erasure.FEWEST = 20  # type: ignore[misc]


class Place(NamedTuple):
    """Where a work is done, and who hears of it.

    Attributes:
        settings: Where posts and ledger are.
        storage: What opens the posts.
        number: Which work it is since the folder was made; 0 is the first.
        stored: The texts of the posts that there are, by their ids.
        tell: Takes what is said.
    """

    settings: Settings
    storage: Storage
    number: int
    stored: Mapping[str, str]
    tell: Callable[[Mapping[str, Any]], None]

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """Open the posts as commands do."""
        with closing(self.storage.open(create=True)) as engine, engine.guarded():
            yield engine

    def opened(self, engine: Engine) -> PostIndex:
        """Return the posts behind a connection."""
        return PostIndex(engine, open_encoder, FIRST, self.settings.cache)

    def own(self, source: str) -> list[str]:
        """Return the ids of the stored posts of a source."""
        return [each for each in self.stored if each.startswith(f"{source}:")]


def open_encoder(name: str) -> HashingEncoder:
    """Return a model of tests."""
    return _MODELS[name]


def written(source: str, name: object, number: int) -> Post:
    """Return a post that nobody can mistake for another, or for an earlier state of itself."""
    text = f"The {source} of oven x{number}x{name}x is lit on Fridays. Goats graze there, too."
    return Post(f"{source}:{name}", source, text, title=f"Oven {name}")


def imports(place: Place) -> None:
    """Import a file again: some of its posts are new, some changed, some gone."""
    posts = [
        written("file", name, place.number if name % 3 == place.number % 3 else 0)
        for name in range(place.number % 7, FILE + place.number % 7)
    ]
    after: dict[str, str | None] = dict.fromkeys(place.own("file"))
    after |= {each.id: each.text for each in posts}
    place.tell({"about to": after})

    def progress(position: int, _: Counts) -> None:
        place.tell({"done": [each.id for each in posts[:position]]})

    with place.engine() as engine:
        source = GivenPosts(posts, "/file")
        place.opened(engine).import_posts([source], within=["/file"], progress=progress)
    place.tell({"done": list(after)})


def syncs(place: Place) -> None:
    """Store what a channel tells of, message by message, and remove what was deleted there."""
    asyncio.run(_sync(place))


async def _sync(place: Place) -> None:
    told = [written("live", f"{place.number}-{name}", place.number) for name in range(10)]
    deleted = place.own("live")[:4]
    edited = [
        written("live", each.partition(":")[2], place.number) for each in place.own("live")[4:7]
    ]
    after = {each.id: each.text for each in (*told, *edited)} | dict.fromkeys(deleted)
    place.tell({"about to": after})
    opener = IndexOpener(
        lambda: place.storage.open(create=True),
        open_encoder,
        FIRST,
        place.settings.cache,
        _no_files,
    )
    with closing(Library(opener)) as library:

        async def save(post: Post) -> None:
            counts = await library.save([post])
            # A work that was to forget it, and was killed, had noted that it is never stored again.
            place.tell({"done" if counts.new or counts.changed else "refused": [post.id]})

        async def remove(id_: str) -> None:
            await library.remove([id_])
            place.tell({"done": [id_]})

        await asyncio.gather(*map(save, (*told, *edited)), *map(remove, deleted))


def forgets(place: Place) -> None:
    """Forget what channels told of lately, with every trace in the files."""
    ids = place.own("live")[-5:]
    place.tell({"about to": dict.fromkeys(ids)})
    with place.engine() as engine:
        try:
            place.opened(engine).erase(ErasureSelection(ids), for_good=True)
        except RemovalOwed:
            return
    place.tell({"done": ids, "gone": [place.stored[each] for each in ids]})


def changes_model(place: Place) -> None:
    """Embed all posts by another model, and by the first the next time."""
    with place.engine() as engine:
        model = engine.active_model()
        wanted = OTHER if model and model.name == FIRST else FIRST
        PostIndex(engine, open_encoder, wanted, place.settings.cache).reindex()
        place.tell({"model": wanted})


def reindexes(place: Place) -> None:
    """Split and embed all posts again."""
    with place.engine() as engine:
        model = engine.active_model()
        name = model.name if model else FIRST
        PostIndex(engine, open_encoder, name, place.settings.cache).reindex(full=True)


def refines(place: Place) -> None:
    """Have another second model read all of it."""
    with place.engine() as engine:
        place.opened(engine).refine(SECONDS[place.number % 2])


def backs_up(place: Place) -> None:
    """Copy posts and ledger."""
    name = f"saved/{place.number}"
    place.tell({"saving": name})
    posts = SqliteStorage(place.settings.database, utc_now)
    back_up(posts, place.settings, place.settings.data / name)
    place.tell({"saved": name})


def asks(place: Place) -> None:
    """Ask a question, and keep it in the ledger."""
    with place.engine() as engine:
        found(
            Search(engine, open_encoder, place.settings.cache, SECONDS[0]), "when is the oven lit?"
        )
    with closing(opened_ledger(place.settings)) as ledger:
        for number in range(3):
            question = asked(id_=f"q{place.number}-{number}", asked_at=utc_now())
            ledger.questions.keep(missed(question))
            place.tell({"asked": question.id})


def opened_ledger(settings: Settings) -> Ledger:
    """Return the ledger, which is made where there is none."""
    return Ledger.over(ledger_app.storage(settings).open(), KEEP, utc_now)


def found(search: Search, text: str) -> list[Hit]:
    """Return all that answers a question."""
    return search.search(text, Scope(), 1_000)


def _no_files(*_: object) -> Any:
    raise UnavailableError(verbatim("no file is read here"))


WORKS: Final[Mapping[str, Callable[[Place], None]]] = {
    "import": imports, "sync": syncs, "forget": forgets, "model change": changes_model,
    "reindex": reindexes, "refining": refines, "backup": backs_up, "ask": asks,
}  # fmt: skip

ON_SERVER: Final = {name: work for name, work in WORKS.items() if work is not backs_up}
"""Where a server keeps the posts, its own backups are made."""
