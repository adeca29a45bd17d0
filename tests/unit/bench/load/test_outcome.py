"""What became of each question of a load is told apart, so that none is lost unseen."""

from __future__ import annotations

import sys

import pytest

from bench.load import several
from bench.load.outcome import became_of, counts
from bench.load.people import Asked


@pytest.mark.parametrize(
    ("replies", "held", "told"),
    [
        (1, False, "1 answered once"),
        (1, True, "1 answered once"),
        (2, False, "1 answered more than once"),
        (0, True, "1 told to wait"),
        (0, False, "1 lost"),
    ],
)
def test_each_question_has_one_end(replies: int, held: bool, told: str) -> None:
    assert counts(became_of([Asked(1, 2, 3.0, replies=replies, held=held)])) == told


def test_ends_are_counted_in_thousands() -> None:
    assert counts(became_of([Asked(1, 2, 3.0)] * 1_200)) == "1,200 lost"


@pytest.mark.parametrize("odd", [["--events", "99"], ["--askers", "0"], ["--askers", "1000"]])
def test_what_cannot_be_played_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], odd: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["several", *odd])
    with pytest.raises(SystemExit) as refused:
        several.main()
    assert refused.value.code == 2
    assert "cannot be played" in capsys.readouterr().err
