from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.archives import as_json, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def alert(ts: int) -> dict[str, Any]:
    return {
        "type": "message", "subtype": "bot_message", "bot_id": "B1", "text": "Full.",
        "ts": f"170928360{ts}.000200",
    }  # fmt: skip


SAID = {"type": "message", "user": "U1", "text": "Seen.", "ts": "1709283609.000200"}
OF_INCIDENTS = {"channels_of_apps:'#incidents'": 3, "bot_messages": 1}


def test_a_channel_of_a_slack_export_that_apps_wrote_alone_is_named(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {
        "users.json": as_json([{"id": "U1", "team_id": "T1", "name": "ada"}]),
        "channels.json": as_json(
            [{"id": "C1", "name": "incidents"}, {"id": "C2", "name": "general"}]
        ),
        "general/2024-03-01.json": as_json([SAID, alert(1)]),
        "incidents/2024-03-01.json": as_json([alert(1), alert(2)]),
        "incidents/2024-03-02.json": as_json([alert(3)]),
    }
    assert read_paths(zipped(tmp_path / "export.zip", files)).left_out == OF_INCIDENTS


def test_a_channel_of_a_dump_that_apps_wrote_alone_is_named(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    alerts = [alert(1), alert(2), alert(3)]
    files = {
        "C1.json": as_json({"channel_id": "C1", "name": "incidents", "messages": alerts}),
        "C2.json": as_json({"channel_id": "C2", "name": "general", "messages": [SAID, alert(1)]}),
        "users.json": as_json([{"id": "U1", "team_id": "T1", "name": "ada"}]),
    }
    assert read_paths(unpacked(tmp_path / "dump", files)).left_out == OF_INCIDENTS


def test_a_channel_of_discord_that_apps_wrote_alone_is_named(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    def exported(id_: str, name: str, messages: list[dict[str, Any]]) -> bytes:
        channel = {"id": id_, "type": "GuildTextChat", "name": name}
        guild = {"id": "7", "name": "Yard"}
        return as_json({"guild": guild, "channel": channel, "messages": messages})

    def message(id_: int, *, is_bot: bool) -> dict[str, Any]:
        author = {"id": "5", "name": "ada", "discriminator": "4417", "isBot": is_bot}
        when = "2024-03-01T10:00:00+00:00"
        return {
            "id": str(id_), "type": "Default", "timestamp": when, "content": "Hi.",
            "author": author,
        }  # fmt: skip

    alerts = [message(at, is_bot=True) for at in (1, 2, 3)]
    mixed = [message(11, is_bot=True), message(12, is_bot=False)]
    files = {
        "a.json": exported("1", "incidents", alerts), "b.json": exported("2", "general", mixed),
    }  # fmt: skip
    assert read_paths(unpacked(tmp_path / "exports", files)).left_out == OF_INCIDENTS
