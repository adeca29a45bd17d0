from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from adapters.slack.sync.message_pages import MessagePages

SAID = {"type": "message", "user": "U1", "text": "The mast is ash."}


class Workspace:
    """Answers with these messages."""

    def __init__(self, messages: list[Any]) -> None:
        self._answer = SimpleNamespace(data={"ok": True, "messages": messages})

    async def conversations_history(self, **_: Any) -> Any:
        return self._answer


@pytest.mark.parametrize("odd", [{}, [], {"a": 1}, [None], 5, None, "x"])
@pytest.mark.parametrize("key", ["ts", "subtype", "reply_count", "latest_reply", "files", "user"])
async def test_an_odd_message_costs_no_other_of_its_page(key: str, odd: object) -> None:
    file = {"id": "F1", "title": "A mast"}
    strange = {**SAID, "ts": "2.1", "file": file, key: odd}
    said = [{**SAID, "ts": "3.1"}, strange, odd, {**SAID, "ts": "1.1"}]
    pages = MessagePages(Workspace(said), "T1", 60.0)  # type: ignore[arg-type]

    page = await pages.page("C1")

    assert {each.ts for each in page.messages} >= {"1.1", "3.1"}
    assert {each.ts for each in page.roots} <= {"1.1", "2.1", "3.1"}
    assert all(isinstance(each.reply_count, int) for each in page.roots)
    assert page.oldest == "1.1"
