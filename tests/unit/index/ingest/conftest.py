"""Posts to store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Hit

    Hits = Callable[..., dict[str, Hit]]
    ByWords = Callable[[str], set[str]]


BREAD = post("The oven is lit on Fridays", "1", title="Bread")
CHEESE = post("Goats graze behind the school", "2")
REPLY = post("I will bring flour", "3", parent="1")
