"""A crash of the library that splits costs the stretch that it was given, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sentencex import segment

from index.text.parts import sentences as module
from index.text.parts.sentences import MOST_OPEN, sentences
from tests.fakes.crashes import Crash

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_a_crash_of_the_splitter_costs_only_the_stretch_that_it_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def split(language: str, stretch: str) -> Sequence[str]:
        if "crash" in stretch:
            raise Crash
        pieces: list[str] = segment(language, stretch)
        return pieces

    monkeypatch.setattr(module, "split_sentences", split)
    text = "Mr. Smith came. He left.\n\nIt did crash. Twice!\nThen\tno more."
    assert [text[span.start : span.end] for span in sentences(text)] == [
        "Mr. Smith came.", "He left.", "It did crash.", "Twice!", "Then\tno more.",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_process_is_not_taken_for_a_crash_of_the_splitter(
    ending: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: str) -> Sequence[str]:
        raise ending

    monkeypatch.setattr(module, "split_sentences", end)
    with pytest.raises(ending):
        sentences("The oven is lit.")


def test_marks_that_open_and_never_close_are_cut_by_our_own_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The splitter looks for the end of each in all that follows."""
    given: list[str] = []

    def split(language: str, stretch: str) -> Sequence[str]:
        given.append(stretch)
        pieces: list[str] = segment(language, stretch)
        return pieces

    monkeypatch.setattr(module, "split_sentences", split)
    for piece in ("(«\"'é's ", "(«\"'", "„‚‘“", "「『《 "):
        assert len(sentences(piece * 1_000)) > 3
    assert max((each.count("(") + each.count("„") for each in given), default=0) <= MOST_OPEN
    assert sum(map(len, given)) < 4_000
    sentences('He asked (twice): « Why? » "Why not?" ' * 100)
    assert len(given) > 3
