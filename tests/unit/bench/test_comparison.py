"""The comparison measures Pullquote, and writes what it measured; the peers are not there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bench.comparison import __main__ as comparison
from bench.comparison.inputs import name_of, write_posts
from bench.comparison.measurements import OURS, Measurement, Measurements
from bench.comparison.subjects.subject import Subject, SubjectError
from bench.comparison.tables import LINES, MISSING, NAMES, RATIOS, TIMES, beside_peers, ratio
from bench.comparison.timings import in_turn
from bench.peers import HYBRID
from tests.fakes.documents import ROOT, rows, section

WITHOUT_PEERS = {*comparison.ROWS} - {"reindexing"}


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *more: str) -> str:
    """Measures a hundred posts without peers, and returns the page."""
    size = ("--posts", "100", "--questions", "3", "--rounds", "1")
    where = ("--folder", str(folder), "--out", str(folder))
    monkeypatch.setattr(sys, "argv", ["bench", "--peers", *size, *where, *more])
    comparison.main()
    return (folder / "results.md").read_text("utf-8")


@pytest.mark.slow
def test_a_run_without_peers_fills_every_row_and_a_second_one_measures_only_what_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = run(monkeypatch, tmp_path)
    own = rows(section(text, "## Beside itself, 100 posts"))
    assert [row[0] for row in own] == [row[0] for row in (*RATIOS, *TIMES)]
    assert [row for row in own if not re.match(r"\d", row[1])] == []
    grown = rows(section(text, "## By number of posts"))
    assert len(grown) == 4
    assert all(float(row[1]) > 0 for row in grown)
    file = tmp_path / name_of(None) / "measured.jsonl"
    held = Measurements(file)
    assert {each.row for each in held.all() if each.figures} == WITHOUT_PEERS
    assert [each.failed for each in held.all() if each.failed] == []
    for line in LINES:
        assert (held.figure(line.row, 100, OURS, line.figure) or 0) > 0, line.title

    capsys.readouterr()
    run(monkeypatch, tmp_path, "--again", "storing")
    said = capsys.readouterr().out
    assert said.count("is there") == len(WITHOUT_PEERS) - 1
    assert len(file.read_text("utf-8").splitlines()) == len(WITHOUT_PEERS) + 1
    assert not (tmp_path / "plots").exists()


def held_of(tmp_path: Path, **seconds: float) -> Measurements:
    """Return measurements of one question."""
    held = Measurements(tmp_path / "measured.jsonl")
    figures = {name: {"ordinary cpu p50": each} for name, each in seconds.items()}
    held.add(Measurement("asking", 100, figures))
    return held


def test_the_ratio_is_to_the_best_peer_that_searches_both_ways(tmp_path: Path) -> None:
    held = held_of(tmp_path, pullquote=0.01, txtai=0.05, langchain=0.04, chroma=0.001)
    assert ratio(held, LINES[0], 100) == pytest.approx(0.25)
    first = rows(beside_peers(held, 100, [OURS, *HYBRID]))[0]
    assert first[1:7] == ["10", "50", MISSING, "40", "1", "0.25"]


def test_an_import_of_a_peer_is_its_own_and_the_embedding_of_its_posts(tmp_path: Path) -> None:
    held = Measurements(tmp_path / "measured.jsonl")
    held.add(Measurement("importing", 100, {OURS: {"cpu": 1.0}, "txtai": {"cpu": 2.0}}))
    held.add(Measurement("embedding", 100, {OURS: {"cpu": 0.5}, "minilm": {"cpu": 8.0}}))
    (line,) = (each for each in LINES if each.title == "import, s")
    assert ratio(held, line, 100) == pytest.approx(0.1)


def test_what_was_measured_with_fewer_peers_is_measured_again_with_all(tmp_path: Path) -> None:
    held = held_of(tmp_path, pullquote=0.01, txtai=0.05)
    assert held.has("asking", 100, [OURS, "txtai"])
    assert not held.has("asking", 100, [OURS, "txtai", "chroma"])
    held.add(Measurement("asking", 100, {OURS: {}}, failed={"txtai": "it ended", "chroma": "too"}))
    again = Measurements(tmp_path / "measured.jsonl")
    assert again.has("asking", 100, [OURS, "txtai", "chroma"])
    assert again.figure("asking", 100, "txtai", "ordinary cpu p50") is None


@pytest.mark.slow
def test_a_subject_that_fails_says_why_and_the_others_go_on(tmp_path: Path) -> None:
    posts = tmp_path / "posts.jsonl"
    write_posts(None, 20, posts)
    with (
        Subject(OURS, tmp_path / "whole", Path(sys.executable)) as whole,
        Subject(OURS, tmp_path / "empty", Path(sys.executable)) as empty,
    ):
        whole.call("build", str(posts))
        failed: dict[str, str] = {}
        replies = in_turn({"whole": whole, "empty": empty}, [("Is it open?",)] * 2, failed)
        assert [reply.cpu > 0 for reply in replies["whole"]] == [True, True]
        assert [*replies] == ["whole"]
        assert "pullquote import" in failed["empty"]
        with pytest.raises(SubjectError, match="pullquote, nothing: AttributeError"):
            whole.call("nothing")


def test_a_subject_whose_process_ended_says_where_its_log_is(tmp_path: Path) -> None:
    with Subject("nobody", tmp_path / "nobody", Path(sys.executable)) as nobody:
        with pytest.raises(SubjectError, match=r"nobody ended with 1: see .*nobody\.log"):
            nobody.call("ask", "Is it open?")
        with pytest.raises(SubjectError, match="nobody ended with 1"):
            nobody.call("ask", "Is it open?")
    assert "No module named 'bench.peers.nobody'" in (tmp_path / "nobody.log").read_text("utf-8")


def test_peers_that_are_not_installed_are_named_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--folder", str(tmp_path), "--out", str(tmp_path)])
    with pytest.raises(SystemExit, match="run `make bench`"):
        comparison.main()
    assert [*tmp_path.iterdir()] == []


def test_every_package_of_the_peers_is_pinned_and_torch_comes_first() -> None:
    lines = (ROOT / "bench/requirements.txt").read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert wanted[0] in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert wanted[0].startswith("torch==")
    assert [each for each in wanted if not re.fullmatch(r"[\w.-]+==[\w.]+", each)] == []


def test_every_peer_has_a_module_and_a_name() -> None:
    modules = {file.stem for file in (ROOT / "bench/peers").glob("*.py")}
    assert modules == {"__init__", "minilm", *HYBRID}
    assert {*NAMES} == {OURS, *HYBRID}
