from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.archives import as_json, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def said(user: str, text: str, ts: str) -> bytes:
    return as_json([{"type": "message", "user": user, "text": text, "ts": ts}])


def listed(id_: str, name: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "name": name, **fields}


ILSE = {"id": "U1", "team_id": "T1", "name": "ilse", "profile": {"display_name": "Ilse"}}
PER = {"id": "U2", "team_id": "T2", "name": "per", "profile": {"display_name": "Per"}}
FILES = {
    "channels.json": as_json([listed("C9", "shared", context_team_id="T2")]),
    "dms.json": as_json([{"id": "D1", "members": ["U1", "U2"]}]),
    "shared/2026-02-02.json": said("U2", "The tide turns at ten.", "1770000001.000100"),
    "D1/2026-02-02.json": said("U1", "Psst.", "1770000002.000100"),
    "teams/yard/users.json": as_json([ILSE]),
    "teams/yard/channels.json": as_json([listed("C1", "keel")]),
    "teams/yard/keel/2026-02-02.json": said("U1", "The keel is oak.", "1770000003.000100"),
    "teams/loft/users.json": as_json([PER]),
    "teams/loft/groups.json": as_json([listed("G2", "keel")]),
    "teams/loft/keel/2026-02-02.json": said("U2", "Sails only.", "1770000004.000100"),
}
ORG_USERS = {"org_users.json": as_json([ILSE, PER])}
# Some exports list all people above the workspaces, some list them within.
LISTED = {
    "within": FILES,
    "both": FILES | ORG_USERS,
    "above": {n: d for n, d in FILES.items() if not n.endswith("/users.json")} | ORG_USERS,
}


@pytest.mark.parametrize("where", LISTED)
@pytest.mark.parametrize("root", ["", "export/"])
def test_each_workspace_and_what_they_share_is_read_with_its_own_channels(
    root: str, where: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(zipped(tmp_path / "grid.zip", LISTED[where], root))

    assert found.errors == []
    posts = {post.text: post for post in found.posts}
    assert {text: post.author for text, post in posts.items()} == {
        "The tide turns at ten.": "Per", "The keel is oak.": "Ilse", "Sails only.": "Per",
    }  # fmt: skip
    assert posts["The tide turns at ten."].id == "slack:T2/C9/1770000001.000100"
    assert posts["The keel is oak."].audience == "slack:C1"
    assert posts["Sails only."].audience == "slack:G2"
