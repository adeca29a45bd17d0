from __future__ import annotations

import pytest

from adapters.slack.admin.erasure import parse_erasure_request
from bot.admin.erasure import ErasureRequest

LINK = "https://orchard.slack.com/archives/C1/p1712345678000100"
POST = "slack:T1/C1/1712345678.000100"


@pytest.mark.parametrize(
    ("typed", "erasure_request"),
    [
        ("<@U1|ada>", ErasureRequest(account="slack:T1/U1", name="Ada")),
        ("person <@U2>", ErasureRequest(account="slack:T1/U2", name="U2")),
        ("person Ada Lovelace", ErasureRequest(person="Ada Lovelace", name="Ada Lovelace")),
        ('from:"Ada Lovelace"', ErasureRequest(person="Ada Lovelace", name="Ada Lovelace")),
        ("source news", ErasureRequest(source="news", name="news")),
        ("in:<#C1|news>", ErasureRequest(source="#news", name="#news")),
        ("post notes:1", ErasureRequest(post="notes:1", name="notes:1", apart="slack-T1")),
        (f"<{LINK}>", ErasureRequest(post=POST, name=LINK)),
        (f"post <{LINK}?thread_ts=1.2&amp;cid=C1>", ErasureRequest(post=POST, name="")),
    ],
)
def test_what_is_to_be_forgotten_is_read(typed: str, erasure_request: ErasureRequest) -> None:
    found = parse_erasure_request(typed, "T1", {"U1": "Ada"})
    assert found is not None
    assert (found.person, found.source, found.post, found.account) == (
        erasure_request.person,
        erasure_request.source,
        erasure_request.post,
        erasure_request.account,
    )
    assert found.name == erasure_request.name or not erasure_request.name


@pytest.mark.parametrize("typed", ["", "everything", "the person"])
def test_what_names_nothing_is_no_wish(typed: str) -> None:
    assert parse_erasure_request(typed, "T1", {}) is None
