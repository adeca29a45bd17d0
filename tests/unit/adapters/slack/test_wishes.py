from __future__ import annotations

import pytest

from adapters.slack.forgetting import Wish, wish_in

LINK = "https://orchard.slack.com/archives/C1/p1712345678000100"
POST = "slack:T1/C1/1712345678.000100"


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("<@U1|ada>", Wish(account="slack:T1/U1", name="Ada")),
        ("person <@U2>", Wish(account="slack:T1/U2", name="U2")),
        ("person Ada Lovelace", Wish(person="Ada Lovelace", name="Ada Lovelace")),
        ('from:"Ada Lovelace"', Wish(person="Ada Lovelace", name="Ada Lovelace")),
        ("source news", Wish(source="news", name="news")),
        ("in:<#C1|news>", Wish(source="#news", name="#news")),
        ("post notes:1", Wish(post="notes:1", name="notes:1")),
        (f"<{LINK}>", Wish(post=POST, name=LINK)),
        (f"post <{LINK}?thread_ts=1.2&amp;cid=C1>", Wish(post=POST, name="")),
    ],
)
def test_what_is_to_be_forgotten_is_read(typed: str, wish: Wish) -> None:
    found = wish_in(typed, "T1", {"U1": "Ada"})
    assert found is not None
    assert (found.person, found.source, found.post, found.account) == (
        wish.person,
        wish.source,
        wish.post,
        wish.account,
    )
    assert found.name == wish.name or not wish.name


@pytest.mark.parametrize("typed", ["", "everything", "the person"])
def test_what_names_nothing_is_no_wish(typed: str) -> None:
    assert wish_in(typed, "T1", {}) is None
