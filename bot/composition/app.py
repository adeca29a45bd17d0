"""The composition root: the one place that sees every part and puts them together.

What is heavy (PyTorch, FAISS) is imported when it is first needed, so that `--help` is quick.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot import logs
from bot.checks.file_permissions import narrow_all
from bot.composition import engine_app
from bot.errors import AskError, ConfigError
from bot.settings.env_file import ENV_FILE
from bot.settings.loading import load
from index.error_sentences import Told
from index.errors import IndexMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Unpack

    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.ports import FoundSources, ImportWish
    from bot.posts.surroundings import Surroundings
    from bot.question_and_answer import Answer, Question
    from bot.questions.answerer import Answerer
    from bot.settings.values import Settings
    from index.engine import Engine
    from index.engine.storage import Storage
    from index.errors import PostFormatError
    from index.ingest.refinement import Refiner
    from index.ports import Encoder
    from index.post_index import PostIndex
    from index.posts import Post
    from index.search.search import Search


def load_settings() -> Settings:
    """Return the settings of this folder's `.env` and the environment; logs as they say.

    Raises:
        ConfigError: They are wrong.
    """
    settings = load(ENV_FILE, os.environ)
    logs.configure(settings.log_level or "WARNING", settings.log_format, settings.secrets)
    return settings


@contextmanager
def opened_index(
    settings: Settings, *, create: bool = False, dry_run: bool = False
) -> Iterator[PostIndex]:
    """Open the index on this thread, and close it.

    Args:
        settings: Where it is.
        create: Makes it, if there is none.
        dry_run: Makes it elsewhere, for the time being.

    Raises:
        IndexingError: It cannot be opened.
    """
    from index.post_index import PostIndex

    narrow_all(settings)
    with ExitStack() as stack:
        opens = engine_app.storage(settings)
        if dry_run and not opens.is_there():
            folder = stack.enter_context(TemporaryDirectory())
            opens = engine_app.file_at(Path(folder) / settings.database.name)
        store = opens.open(create=create)
        stack.callback(store.close)
        # A damaged database may only show when it is read.
        with store.guarded():
            yield PostIndex(store, open_encoder, wanted_model(settings), settings.cache)


@contextmanager
def answering(settings: Settings, *, fetches_answers: bool = True) -> Iterator[Answerer]:
    """Give what answers questions; the index is opened with the first one."""
    from bot.questions.answerer import Answerer
    from index.search.search import Search

    def open_retriever() -> Search:
        narrow_all(settings)
        second = refining_model(settings)
        engine = _with_posts(engine_app.storage(settings))
        return Search(engine, open_encoder, settings.cache, second, fetches_answers=fetches_answers)

    answerer = Answerer(open_retriever)
    try:
        yield answerer
    finally:
        answerer.close()


def _with_posts(storage: Storage) -> Engine:
    """Open what holds posts.

    Raises:
        IndexMissing: It holds none: a chat makes its database before there is a post.
        IndexingError: It cannot be opened.
    """
    engine = storage.open()
    try:
        with engine.guarded():
            if engine.audiences():
                return engine
    except BaseException:
        engine.close()
        raise
    engine.close()
    raise IndexMissing(storage.home)


def wanted_model(settings: Settings) -> str:
    """Return the stored name of the model that the settings ask for."""
    from index.embedding.encoder import model_name

    return model_name(settings.model)


def refining_model(settings: Settings) -> str | None:
    """Return the stored name of the second model, or None where none reads the posts."""
    from index.embedding.encoder import refining_name

    return refining_name(settings.refining)


def why_no_refining(settings: Settings) -> Told:
    """Return why no second model reads the posts, with the remedy."""
    from index.embedding.e5 import E5, REMEDY

    if misses_refining(settings):
        return Told("{name} is not installed: {remedy}", name=E5, remedy=REMEDY)
    return Told(
        "it is {setting}, so that no second model reads the posts", setting=settings.refining
    )


def misses_refining(settings: Settings) -> bool:
    """Return whether a second model is to read the posts, but is not installed."""
    from index.embedding.encoder import OFF

    return settings.refining != OFF and refining_model(settings) is None


def refiner(store: Engine, name: str) -> Refiner:
    """Return what has a second model read the posts.

    Raises:
        EncoderError: The model cannot be loaded.
    """
    from index.ingest.refinement import Refiner

    return Refiner(store, open_encoder(name))


def load_model(settings: Settings) -> Encoder:
    """Load the model that the settings ask for.

    Raises:
        EncoderError: It cannot be loaded.
    """
    return open_encoder(wanted_model(settings))


def find_posts(paths: Sequence[str], **wish: Unpack[ImportWish]) -> FoundSources:
    """Return where posts can be read under these paths."""
    from adapters.sources.discovery import found_under

    return found_under(paths, **wish)


def refusal(error: PostFormatError, settings: Settings) -> str:
    """Return what is wrong with a file or line, in the reader's language."""
    from adapters.chat.error_text import refusal as said

    return said(error, wording(settings))


def sentences(settings: Settings) -> Mapping[str, str]:
    """Return what the commands say, in the reader's language, by its name."""
    return wording(settings).command_line


def wording(settings: Settings) -> Wording:
    """Return all that we say, in the reader's language."""
    from adapters.chat.wording import wording_for

    return wording_for(_locale(settings))


def told(error: Exception) -> str:
    """Return why a command failed: in the reader's language where that is set and it is known."""
    from adapters.chat.error_text import problem, sentence
    from adapters.chat.wording import ENGLISH

    said = wording_of_reader()
    if isinstance(error, AskError):
        return str(error) if said is ENGLISH else sentence(error, said)
    if isinstance(error, ConfigError):
        return "\n".join(problem(each, said) for each in error.problems)
    return problem(error.args[0], said)


def left_out_lines(left_out: Mapping[str, int], settings: Settings) -> list[str]:
    """Return what files hold of which no post is made, in the reader's language."""
    from adapters.chat.lines.progress import left_out_lines as said

    return said(left_out, wording(settings), is_in_chat=False)


def question(line: str, audience: frozenset[str] | None) -> Question:
    """Return what a typed line asks.

    Raises:
        AskError: Nothing can be asked with it.
    """
    from adapters.terminal import to_question

    return to_question(line, audience)


def show(answer: Answer, settings: Settings, console: Console) -> None:
    """Print an answer as the terminal does."""
    from adapters.terminal import show as show_answer

    show_answer(answer, console, wording(settings))


def show_post(post: Post, around: Surroundings, settings: Settings, console: Console) -> None:
    """Print a post as the terminal does, with what stands around it."""
    from adapters.terminal.whole_post import show_post as show_whole

    show_whole(post, around, console, wording(settings))


def wording_of_reader() -> Wording:
    """Return all that we say, in the reader's language, be the settings right or wrong."""
    from adapters.chat.wording import wording_for

    try:
        return wording(load_settings())
    except ConfigError:  # what is said is how to correct them
        return wording_for(_locale_of_system())


def _locale(settings: Settings) -> str:
    return _locale_of_system() if settings.language == "auto" else settings.language


def _locale_of_system() -> str:
    return os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"


@cache
def open_encoder(name: str) -> Encoder:
    """Load a model by its stored name, once in a process."""
    from index.embedding.encoder import open_stored

    return open_stored(name)
