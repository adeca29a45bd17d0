from __future__ import annotations

import pytest

from adapters.chat.quotes import Credit, Quote
from adapters.chat.wording import ENGLISH, GERMAN


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [(2, "Open post 2", "Beitrag 2 öffnen"), (0, "Open post", "Beitrag öffnen")],
)
def test_a_link_is_called_by_the_number_of_its_quote_if_that_has_one(
    number: int, english: str, german: str
) -> None:
    nobody = Credit("", None, "", "", "", None)
    assert Quote(number, "Bread.", nobody).link_label(ENGLISH) == english
    assert Quote(number, "Bread.", nobody).link_label(GERMAN) == german
