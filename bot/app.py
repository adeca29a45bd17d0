"""The composition root: the one place that sees every part and puts them together.

What is heavy (PyTorch, FAISS) is imported when it is first needed, so that `--help` is quick.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from bot import logs
from bot import settings as settings_file
from bot.file_permissions import narrow_all
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from bot.admin.erasure import ErasureSelection
    from bot.messages import Answer, Question
    from bot.ports import ChatAdapter
    from bot.questions.answerer import Answerer
    from bot.settings import Settings
    from index.ingest.counts import Counts
    from index.ingest.indexer import Indexer
    from index.ports import Encoder, PostSource
    from index.search.search import Search
    from index.sqlite.store import Store
    from index.statistics import Statistics


class Index(NamedTuple):
    """The opened index, for commands that read or write posts."""

    store: Store
    indexer: Indexer
    search: Search


def load_settings() -> Settings:
    """Returns the settings of this folder's `.env` and the environment; logs as they say.

    Raises:
        ConfigError: They are wrong.
    """
    settings = settings_file.load(Path(".env"), os.environ)
    logs.configure(settings.log_level or "WARNING")
    return settings


@contextmanager
def opened_index(
    settings: Settings, *, create: bool = False, dry_run: bool = False
) -> Iterator[Index]:
    """Opens the index on this thread, and closes it.

    Args:
        settings: Where it is.
        create: Makes it, if there is none.
        dry_run: Makes it elsewhere, for the time being.

    Raises:
        IndexingError: It cannot be opened.
    """
    from index.ingest.indexer import Indexer
    from index.search.search import Search
    from index.sqlite.files.errors import translated
    from index.sqlite.files.inspection import is_there
    from index.sqlite.store import Store

    narrow_all(settings)
    with ExitStack() as stack:
        path = settings.database
        if dry_run and not is_there(path):
            path = Path(stack.enter_context(TemporaryDirectory())) / path.name
        store = Store.open(path, create=create)
        stack.callback(store.close)
        indexer = Indexer(store, open_encoder, wanted_model(settings))
        # A damaged database may only show when it is read.
        with translated(path):
            yield Index(store, indexer, Search(store, open_encoder, settings.cache))


@contextmanager
def answering(settings: Settings) -> Iterator[Answerer]:
    """Gives what answers questions; the index is opened with the first one."""
    from bot.questions.answerer import Answerer
    from index.search.search import Search
    from index.sqlite.store import Store

    def open_retriever() -> Search:
        narrow_all(settings)
        return Search(Store.open(settings.database), open_encoder, settings.cache)

    answerer = Answerer(open_retriever)
    try:
        yield answerer
    finally:
        answerer.close()


def wanted_model(settings: Settings) -> str:
    """Returns the stored name of the model that the settings ask for."""
    from index.embedding.encoder import model_name

    return model_name(settings.model)


def load_model(settings: Settings) -> Encoder:
    """Loads the model that the settings ask for.

    Raises:
        EncoderError: It cannot be loaded.
    """
    return open_encoder(wanted_model(settings))


def reindex(
    index: Index, settings: Settings, *, full: bool, progress: Callable[[int, int], None]
) -> int:
    """Embeds what needs it again, and returns how many posts or passages that were."""
    from index.ingest.reindex import reindex as run

    name = wanted_model(settings)
    done = run(index.store, open_encoder, name, full=full, progress=progress)
    if done:
        fit_calibration(index, anew=True)
    return done


def fit_calibration(index: Index, *, anew: bool = False) -> None:
    """Tests another model than the bundled one on the posts, unless it was tested before."""
    from index.search.calibration import fit_if_needed

    fit_if_needed(index.store, open_encoder, anew=anew)


def statistics(index: Index) -> Statistics:
    """Counts what is stored."""
    return index.store.statistics()


def posts_to_erase(
    index: Index, *, author: str | None, source: str | None, post: str | None
) -> ErasureSelection:
    """Returns what an author wrote and titled, a source holds, or one post, to be forgotten.

    Args:
        index: The index.
        author: A name or an account.
        source: A source.
        post: The id of a post.
    """
    from bot.admin.erasure import ErasureSelection

    store = index.store
    if author is None:
        return ErasureSelection(store.posts_by(source=source, post=post))
    # The rule of chats (`bot.admin.erasure.select_posts_of_person`), for all posts.
    ids, bearers = store.posts_by(author_id=author), {author: 0}
    if not ids:
        bearers = store.accounts_called(author) or bearers
        if len(bearers) > 1:
            return ErasureSelection(candidates=bearers)
        ids = store.posts_by(author=author)
    return ErasureSelection(ids, store.titled_by(bearers))


def erase(index: Index, settings: Settings, selection: ErasureSelection, *, for_good: bool) -> None:
    """Removes these posts and titles, and every trace of them.

    Args:
        index: The index.
        settings: Where its files are.
        selection: The posts and titles.
        for_good: Messages of chats never come again.
    """
    from index.ingest.erasure import erase as run
    from index.posts import is_of_a_chat

    if for_good:
        index.store.suppress(*filter(is_of_a_chat, selection.ids), *selection.titles)
    run(index.store, index.indexer, selection.ids, settings.cache)


def finish_erasure(index: Index, settings: Settings) -> bool:
    """Takes what was forgotten out of the files, if that is still owed."""
    from index.ingest.erasure import finish_erasure

    return finish_erasure(index.store, settings.cache)


class Found(NamedTuple):
    """What the paths of an import hold.

    Attributes:
        sources: One for each file that may hold posts.
        within: The files and folders that hold them, as they were named.
        partial: Those of them that could not be read in all their parts.
        refused: Paths that cannot be read at all.
    """

    sources: list[PostSource]
    within: list[str]
    partial: list[str]
    refused: list[PostFormatError]


def find_posts(
    paths: Sequence[str], source: str | None, audience: str | None, stdin: BinaryIO
) -> Found:
    """Returns where posts can be read under these paths."""
    from adapters.sources.discovery import sources

    found = Found([], [], [], [])
    for path in paths:
        items = sources([path], source=source, audience=audience, stdin=stdin)
        readable = [item for item in items if not isinstance(item, PostFormatError)]
        found.sources.extend(readable)
        found.refused.extend(item for item in items if isinstance(item, PostFormatError))
        if readable and path != "-":
            place = str(Path(path).resolve())
            found.within.append(place)
            if len(readable) < len(items):
                # What lies in a folder that is locked, say, is not gone.
                found.partial.append(place)
        elif not items:
            # A folder that lost all its files at once is more likely a disk that is not there.
            problem = (
                "holds no files: nothing is dropped; `pullquote forget --source` removes posts"
            )
            found.refused.append(PostFormatError(path, problem))
    return found


def would_drop(index: Index, found: Found) -> Counts:
    """Returns what an import would do, where it may drop posts; nothing where it cannot."""
    from index.ingest.counts import Counts

    places = [place for place in found.within if place not in found.partial]
    if not index.store.holds_any_of(places):
        return Counts()  # a first import need not be read twice
    return index.indexer.import_posts(
        found.sources, within=found.within, partial=found.partial, dry_run=True
    )


def terminal(settings: Settings, console: Console, questions: TextIO) -> ChatAdapter:
    """Returns the terminal as a platform."""
    from adapters.chat.wording import wording_for
    from adapters.terminal import Terminal

    return Terminal(console, wording_for(_locale(settings)), questions)


def question(line: str, audience: frozenset[str] | None) -> Question:
    """Returns what a typed line asks.

    Raises:
        AskError: Nothing can be asked with it.
    """
    from adapters.terminal import to_question

    return to_question(line, audience)


def show(answer: Answer, settings: Settings, console: Console) -> None:
    """Prints an answer as the terminal does."""
    from adapters.chat.wording import wording_for
    from adapters.terminal import show as show_answer

    show_answer(answer, console, wording_for(_locale(settings)))


def _locale(settings: Settings) -> str:
    if settings.language != "auto":
        return settings.language
    return os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"


@cache
def open_encoder(name: str) -> Encoder:
    """Loads a model by its stored name, once in a process."""
    from index.embedding.encoder import open_stored

    return open_stored(name)
