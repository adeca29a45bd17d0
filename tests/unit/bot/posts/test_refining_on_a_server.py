"""The real process reads posts that a real server keeps."""

from __future__ import annotations

import json
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.posts import refining
from bot.posts.refining import command, environment
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from tests.fakes.index.engines import kept_on
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.ports import Encoder
    from tests.fakes.postgres_server import PostgresServer

ROOT = Path(refining.__file__).parents[2]
ADDRESS = "postgresql://ada:secret@host/posts"


def test_the_process_is_told_how_a_server_is_reached_and_no_secret_but_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "MTAx.Gx-y.z_0")
    monkeypatch.setenv("PGPASSFILE", "/home/ada/.pgpass")
    given = environment(ADDRESS)
    assert given["PULLQUOTE_DATABASE"] == ADDRESS
    assert given["PGPASSFILE"] == "/home/ada/.pgpass"
    assert "DISCORD_TOKEN" not in given
    assert {"PULLQUOTE_DATABASE", "PGPASSFILE"}.isdisjoint(environment(""))
    assert "secret" not in " ".join(command(Path("data/pullquote.db"), "e5"))


@pytest.mark.slow
def test_posts_on_a_server_are_read_there(
    postgres: PostgresServer, encoder: Encoder, e5: Encoder
) -> None:
    lines = [post(f"Goats graze behind school number {each}.", str(each)) for each in range(4)]
    with kept_on(postgres) as kept, closing(kept.storage.open(create=True)) as store:
        Indexer(store, lambda _: encoder, encoder.name).import_posts([GivenPosts(lines)])
        with subprocess.Popen(
            command(Path("not-there.db"), e5.name),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=environment(kept.address),
        ) as process:  # fmt: skip
            assert process.stdout is not None
            told = [json.loads(line) for line in process.stdout]
        assert process.returncode == 0
        assert told[-1] == [4, 4]
        model = store.refining_model()
        assert model is not None
        assert store.embedded(model) == (4, 4)
