"""What must be so of a data folder, whatever was cut off when."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.checks.integrity import any_problem
from bot.composition import ledger_app
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.search.similarity.model_calibration import fit
from index.sqlite.storage import SqliteStorage
from tests.fakes.chaos.works import FIRST, OTHER, found, open_encoder, opened_ledger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.settings.values import Settings
    from index.engine import Engine
    from index.engine.storage import Storage
    from tests.fakes.chaos.homes import Home

QUESTIONS: Final = ("when is the oven lit?", "where do goats graze?", "the live of oven x1x1", "3")


@dataclass
class Promised:
    """What was told so far.

    Attributes:
        stored: The texts of the posts that must be there, by their ids; no others may be.
        about_to: What a work was about to make of posts, and may have: None for gone.
        gone: Texts that may be in no file any more.
        asked: Questions that must be in the ledger.
        saved: Backups that must be whole, with the texts that they must hold.
        saving: A backup that was on its way: it is whole, or not there. Both as the data folder
            sees them.
    """

    stored: dict[str, str] = field(default_factory=dict)
    about_to: dict[str, str | None] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    saved: dict[str, dict[str, str]] = field(default_factory=dict)
    saving: str = ""

    def hear(self, said: Mapping[str, Any]) -> None:
        """Take what a work says."""
        self.about_to.update(said.get("about to", {}))
        for id_ in said.get("done", []):
            _become(self.stored, id_, self.about_to.pop(id_, self.stored.get(id_)))
        for id_ in said.get("refused", []):
            self.about_to.pop(id_)
        self.gone += said.get("gone", [])
        self.asked += [said["asked"]] if "asked" in said else []
        self.saving = said.get("saving", "" if "saved" in said else self.saving)
        if "saved" in said:
            self.saved[said["saved"]] = dict(self.stored)

    def hold(self, home: Home, *, compares: bool = True, hasty: bool = True) -> None:
        """Look whether all of it is kept; what a work may have done is then taken as it is.

        Args:
            home: Where posts and ledger are.
            compares: Whether what is found is compared with what a fresh index finds.
            hasty: Whether that holds of what waits for no disk, too.

        Raises:
            AssertionError: Something is not kept.
        """
        with home.storage() as storage:
            if storage.is_there():
                assert any_problem(storage, ledger_app.storage(home.settings)) == ""
                self._posts(home, storage, compares=compares)
            else:
                assert self.stored == {}
        if hasty and self.asked:
            with closing(opened_ledger(home.settings)) as ledger:
                assert [each for each in self.asked if not ledger.questions.get(each)] == []
        self._no_traces(home)
        self._backups(home.settings)

    def _posts(self, home: Home, storage: Storage, *, compares: bool) -> None:
        with closing(storage.open()) as engine:
            texts = {each.id: each.text for each in engine.every_post()}
            if compares:
                _finds_as_a_fresh_one(engine, home)
        for id_, text in self.about_to.items():
            assert texts.get(id_) in {text, self.stored.get(id_)}, id_
            _become(self.stored, id_, texts.get(id_))
        self.about_to = {}
        assert texts == self.stored, sorted(texts.items() ^ self.stored.items())

    def _no_traces(self, home: Home) -> None:
        if self.gone:
            held = home.held()
            for text in self.gone:
                beginning = text.partition(" is lit")[0].encode()
                assert [name for name, content in held.items() if beginning in content] == []

    def _backups(self, settings: Settings) -> None:
        if self.saving and (settings.data / self.saving).exists():
            self.saved[self.saving] = dict(self.stored)
        self.saving = ""
        for folder, texts in self.saved.items():
            copied = replace(settings, data=settings.data / folder)
            posts = SqliteStorage(copied.database, utc_now)
            assert any_problem(posts, ledger_app.storage(copied)) == ""
            with closing(posts.open()) as engine:
                assert {each.id: each.text for each in engine.every_post()} == texts
        # It was looked at once it was there; nothing writes there any more.
        self.saved = {}


def _become(texts: dict[str, str], id_: str, text: str | None) -> None:
    if text is None:
        texts.pop(id_, None)
    else:
        texts[id_] = text


def _finds_as_a_fresh_one(engine: Engine, home: Home) -> None:
    model = engine.active_model()
    if model is None:
        assert list(engine.every_id()) == []
        return
    with home.fresh() as storage, closing(storage.open(create=True)) as fresh:
        posts = list(engine.every_post())
        Indexer(fresh, open_encoder, model.name).import_posts([GivenPosts(posts)])
        for each in (engine, fresh):
            if model.name == OTHER and posts:
                fit(each, open_encoder(OTHER), open_encoder(FIRST))
        for question, stored, made in zip(
            QUESTIONS, _answers(engine), _answers(fresh), strict=True
        ):
            assert stored == made, (question, sorted(stored.items() ^ made.items()))


def _answers(engine: Engine) -> list[dict[str, float]]:
    """Return the posts that each question finds, with their scores."""
    search = Search(engine, open_encoder, Path("no cache"))
    answers = []
    for question in QUESTIONS:
        hits = found(search, question)
        scores = {each.post.id: round(each.score, 4) for each in hits}
        assert len(scores) == len(hits)  # no post is there twice
        answers.append(scores)
    return answers
