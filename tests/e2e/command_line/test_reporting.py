"""What `pullquote report` writes and where."""

from __future__ import annotations

import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest

from bot.ledger.ledger import Ledger
from index.clock import utc_now
from tests.fakes.bot.ledgers import asked, found, missed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


@pytest.fixture(autouse=True)
def _posts(pullquote: Pullquote) -> None:
    Path("bees.jsonl").write_text('{"text": "The bees swarm.", "posted_at": "2026-05-01"}\n')
    assert pullquote("import", "bees.jsonl").code == 0


@pytest.fixture
def questions() -> None:
    """Two questions that Ada asked in a chat just now, one of them in private."""
    with closing(Ledger.open(Path("data/ledger.db"), timedelta(days=90), utc_now)) as ledger:
        ledger.questions.keep(found(asked("When do bees swarm?", "1", asked_at=utc_now()), "A"))
        alone = asked("Who is ill?", "2", asked_at=utc_now(), is_private=True)
        ledger.questions.keep(missed(alone))


@pytest.mark.usefixtures("questions")
def test_a_page_is_written_for_its_owner_alone_and_names_nobody(pullquote: Pullquote) -> None:
    result = pullquote("report", "--html", "new/report.html")

    assert (result.code, result.out) == (
        0,
        "Written to new/report.html, which only you can read.\n",
    )
    path = Path("new/report.html")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = lxml.html.document_fromstring(path.read_bytes()).text_content()
    assert "When do bees swarm?" in text
    assert "(asked in private)" in text
    assert not {"Ada", "ill?", "discord:10", "discord:42"} & {*text.split()}
    assert [*Path("new").iterdir()] == [path]


@pytest.mark.usefixtures("questions")
def test_a_page_that_others_could_read_is_its_owner_s_alone_afterwards(
    pullquote: Pullquote,
) -> None:
    Path("elsewhere.html").write_text("kept")
    Path("report.html").symlink_to("elsewhere.html")
    pullquote("report", "--html", "report.html")
    assert stat.S_IMODE(Path("report.html").lstat().st_mode) == 0o600
    assert Path("elsewhere.html").read_text() == "kept"


@pytest.mark.usefixtures("questions")
def test_a_report_takes_the_place_of_a_report_and_of_no_other_file(pullquote: Pullquote) -> None:
    Path("posts.csv").write_text("text\nmine\n")
    refused = pullquote("report", "--html", "posts.csv")

    assert refused.code == 2
    assert refused.err == "posts.csv is there already and is no report: name another place\n"
    assert Path("posts.csv").read_text() == "text\nmine\n"
    assert [pullquote("report", "--html", "report.html").code for _ in "12"] == [0, 0]


@pytest.mark.usefixtures("questions")
def test_without_a_file_a_few_lines_are_printed(pullquote: Pullquote) -> None:
    out = pullquote("report").out
    assert out.startswith("Posts: 1; comments: 0; newest: 2026-05-01")
    assert "answered: 50%" in out
    assert "  1 × When do bees swarm?\n" in out
    assert "  0.01 s  (asked in private)\n" in out


def test_where_nothing_was_asked_no_ledger_is_made(pullquote: Pullquote) -> None:
    assert "Nothing was asked in a chat yet." in pullquote("report").out
    assert not Path("data/ledger.db").exists()


def test_a_place_that_cannot_be_written_is_named(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("folder").mkdir()
    result = pullquote("report", "--html", "folder")
    assert result.code == 2
    assert result.err.startswith("folder cannot be used (Is a directory): give another name, or")
    assert not [*Path.cwd().glob(".folder*")]
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "folder ne peut pas être utilisé" in pullquote("report", "--html", "folder").err
