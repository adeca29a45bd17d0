"""What somebody changed of settings is set, and nothing beside it."""

from __future__ import annotations

import pytest

from bot.admin.workspace_settings import changed
from bot.ledger.workspace_settings import WorkspaceSettings as Chosen

ONE, TWO, THREE = (frozenset({each}) for each in "123")


@pytest.mark.parametrize(
    ("now", "shown", "wished", "found"),
    [
        (Chosen(), Chosen(), Chosen(language="de"), Chosen(language="de")),
        (Chosen(language="de"), Chosen(), Chosen(), Chosen(language="de")),
        (Chosen(language="de"), Chosen(), Chosen(language="fr"), Chosen(language="fr")),
        (Chosen(language="de"), Chosen(language="de"), Chosen(), Chosen()),
        (Chosen(keep_days=7), Chosen(), Chosen(goes_on=False), Chosen(keep_days=7, goes_on=False)),
        (Chosen(admins=ONE), Chosen(), Chosen(admins=TWO), Chosen(admins=ONE | TWO)),
        (Chosen(admins=ONE | TWO), Chosen(admins=ONE), Chosen(), Chosen(admins=TWO)),
        (
            Chosen(quiet_in=ONE | THREE), Chosen(quiet_in=ONE), Chosen(quiet_in=TWO),
            Chosen(quiet_in=TWO | THREE),
        ),
        (Chosen(digest_in="a"), Chosen(), Chosen(), Chosen(digest_in="a")),
        (Chosen(trusted=ONE), Chosen(trusted=ONE), Chosen(trusted=ONE), Chosen(trusted=ONE)),
    ],
)  # fmt: skip
def test_only_what_differs_from_what_was_shown_is_set(
    now: Chosen, shown: Chosen, wished: Chosen, found: Chosen
) -> None:
    assert changed(now, shown, wished) == found
