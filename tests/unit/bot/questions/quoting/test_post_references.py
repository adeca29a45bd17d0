"""What a post without a title is called, where it is quoted."""

from __future__ import annotations

import pytest

from bot.questions.quoting.post_references import citation
from index.posts import Post


@pytest.mark.parametrize(
    ("text", "author", "title"),
    [
        ("> Where are the keys?\n\nBehind the door.", "Ben", "Behind the door."),
        ("> Where are the keys?\n\nBehind the door.", None, "> Where are the keys?"),
        ("> Where are the keys?", "Ben", "> Where are the keys?"),
        ("Behind the door.\n\n> Where are the keys?", "Ben", "Behind the door."),
    ],
)
def test_it_is_called_by_its_own_words(text: str, author: str | None, title: str) -> None:
    post = Post(id="notes:1", source="notes", text=text, author=author)

    assert citation(1, post).title.partition("\n")[0].startswith(title)
