from __future__ import annotations

import pytest

from index.text.parts.labels import called, label_above

LONG = "We open at nine and close at five, but for the last Friday of a month."
COURSE = "Which course did you take with us this spring?\nCeramics"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"What did you like?\n{LONG}\n\nWhat could be better?\nHERE", "What could be better?"),
        (f"What did you like?\n{LONG}\n\nAnd more of it.\n\nHERE", "What did you like?"),
        (f"Liked\nAll.\n\nDisliked\n{LONG} HERE", "Disliked"),
        (f"{'Why ' * 30}so?\nBecause.\nHERE", f"{'Why ' * 30}so?"),
        ("What did you like?\nHERE", "What did you like?"),
        (f"{LONG}\n\nLater\nHERE", ""),
        (f"Nets hang in the harbour because the boats stay\nin the {LONG}\n\nHERE", ""),
        ("- one\n- two\n\nHERE", ""),
        ("HERE", ""),
        ("", ""),
    ],
)
def test_a_post_of_several_labels_is_called_by_the_last_one_above(text: str, label: str) -> None:
    assert label_above(text, max(0, text.find("HERE"))) == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What did you like?\nThe kiln was hot.", "What did you like? The kiln was hot."),
        (
            f"{COURSE}\n\nWhat was good?\nThe kiln was hot. And more.",
            "What was good? The kiln was hot.",
        ),
        (
            f"{COURSE}\n\nWhat was good?\nAll",
            "Which course did you take … Ceramics",
        ),
        ("Liked\nThe kiln was very hot.\n\nDisliked\nAll.", "Liked The kiln was very hot."),
        ("Opening hours\nFrom nine to five.", "Opening hours"),
        ("The kiln is hot. It is new.", "The kiln is hot."),
        ("The kiln is hot.\n\nWhy?\nIt is new.", "The kiln is hot."),
        (f"So what?\n{'kiln ' * 50}", f"So what? {('kiln ' * 14).strip()} …"),
        ("", ""),
    ],
)
def test_answers_are_called_by_what_tells_them_apart(text: str, name: str) -> None:
    assert called(text, 80) == name
