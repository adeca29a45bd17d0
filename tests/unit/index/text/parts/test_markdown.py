from __future__ import annotations

import pytest

from index.text.parts.markdown import is_heading, is_rule

LONG = "We open at nine and close at five, but for the last Friday of a month."


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (f"The bicycle workshop\n{LONG}", "The bicycle workshop"),
        (f"It rains.\n\n## Opening hours\n\n{LONG}", "Opening hours"),
        (f"**Opening hours**\n{LONG}", "Opening hours"),
    ],
)
def test_a_line_over_longer_ones_is_a_heading(text: str, heading: str) -> None:
    start = text.index(heading)
    assert is_heading(text, start, start + len(heading))
    rest = text.index(LONG)
    assert not is_heading(text, rest, rest + len(LONG))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The key is under the mat\nIt is a big one", "The key is under the mat"),
        (f"The code is 4711\n{LONG}", "The code is 4711"),
        (f"Key: under the mat\n{LONG}", "Key: under the mat"),
        (f"It rains.\n{LONG}", "It rains."),
        (f"- Bring a saw\n{LONG}", "Bring a saw"),
        (f"We met. The workshop\n{LONG}", "The workshop"),
        ("The bicycle workshop", "The bicycle workshop"),
    ],
)
def test_a_line_that_says_something_is_no_heading(text: str, line: str) -> None:
    start = text.index(line)
    assert not is_heading(text, start, start + len(line))


@pytest.mark.parametrize(("line", "divides"), [("---", True), ("* * *", True), ("-- 3", False)])
def test_a_rule_only_divides(line: str, *, divides: bool) -> None:
    assert is_rule(line) == divides
