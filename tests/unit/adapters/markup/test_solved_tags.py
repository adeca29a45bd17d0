from __future__ import annotations

import pytest

from adapters.markup.post_rules import is_solved_tag


@pytest.mark.parametrize("name", ["Solved", "✅ solved", "Résolu", "GELÖST", "Resuelto ✔", "Done!"])
def test_tags_that_say_so(name: str) -> None:
    assert is_solved_tag(name)


@pytest.mark.parametrize(
    "name", ["Not solved", "Unsolved", "Nicht gelöst", "Pas résolu", "Sans réponse"]
)
def test_tags_that_do_not(name: str) -> None:
    assert not is_solved_tag(name)
