"""What is written to `.env` is what is read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import ConfigError
from bot.settings.env_file import answers_in, problems_of, values_in, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("value", ["my folder", "C:\\data\\", "it's", '"quoted"', "a#b", "$HOME"])
def test_a_value_comes_back_as_it_was_given(tmp_path: Path, value: str) -> None:
    assert problems_of("PULLQUOTE_DATA", value) == []
    write({"PULLQUOTE_DATA": value}, tmp_path / ".env")
    assert values_in(tmp_path / ".env") == {"PULLQUOTE_DATA": value}


@pytest.mark.parametrize("value", ["a\rb", "a\nb", "${HOME}/data", "\x1b[1m"])
def test_what_would_not_come_back_is_refused(tmp_path: Path, value: str) -> None:
    assert problems_of("PULLQUOTE_DATA", value) == [
        (
            "PULLQUOTE_DATA: found a value that no .env file can hold,"
            " expected one without ${ and control characters"
        )
    ]
    (tmp_path / "answers").write_text('PULLQUOTE_DATA="a\\nb"\n')
    with pytest.raises(ConfigError, match=r"that no \.env file can hold"):
        answers_in(tmp_path / "answers")
