from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

RULE: Final = "=" * 62
NAME: Final = "Yard - Work - crane [1042937193742995456].txt"

EXPORT: Final = f"""{RULE}
Guild: Boat Yard
Channel: Work / crane
Topic: lifting
After: 01/02/2026 00:00
{RULE}

[31/01/2026 08:00] ilse#0001 (pinned)
The crane lifts nine tonnes.

Not a gram more.

{{Attachments}}
https://cdn.discordapp.com/attachments/1/2/plate.jpg

{{Embed}}
Crane makers
https://cranes.example
Nine tonnes
They lift ten.

{{Stickers}}
https://cdn.discordapp.com/stickers/1.png

{{Reactions}}
👍 (2) ⚓

[31/01/2026 08:04] per_o
Joined the server.

[01/02/2026 23:10] per_o
[31/01/2026 08:00] ilse wrote nine.

[02/02/2026 00:10] per_o


{{Attachments}}
https://cdn.discordapp.com/attachments/1/3/hook.png

{{Components}}
A button

[02/02/2026 00:11] per_o
{{Forwarded Message}}
The mast is elm, they say.
Originally sent: 01/02/2026 00:11

{RULE}
Exported 4 message(s)
{RULE}
"""


def test_each_message_is_a_post_with_its_author_moment_channel_and_readers(
    read_file: ReadFile,
) -> None:
    found = read_file(EXPORT, NAME)

    assert found.errors == []
    first, second = found.posts
    assert first.text == "The crane lifts nine tonnes.\n\nNot a gram more."
    assert (first.author, first.source) == ("ilse#0001", "#crane")
    assert first.posted_at == datetime(2026, 1, 31, 8, tzinfo=UTC)
    assert first.audience == "discord:1042937193742995456"
    assert (second.author, second.text) == ("per_o", "[31/01/2026 08:00] ilse wrote nine.")


def test_an_app_of_many_servers_is_no_person(read_file: ReadFile) -> None:
    found = read_file(EXPORT.replace("ilse#0001", "MEE6#4876"), NAME)

    assert [each.author for each in found.posts] == ["per_o"]
    assert found.left_out["bot_messages"] == 1


def test_what_is_no_message_is_counted_and_what_is_new_is_named(read_file: ReadFile) -> None:
    unknown = "unknown_fields:DiscordChatExporter 2.20 to 2.47, TXT: '{Components}'"

    assert read_file(EXPORT, NAME).left_out == {
        "attachments": 3, "link_previews": 1, "notices": 1, "wordless": 1, "forwards": 1,
        unknown: 1,
    }  # fmt: skip


def test_ids_stay_when_the_conversation_has_grown(read_file: ReadFile) -> None:
    before = read_file(EXPORT, NAME).posts
    more = EXPORT.replace("After: 01/02/2026", "After: 02/02/2026").replace(
        f"\n{RULE}\nExported", f"\n[02/02/2026 09:00] ilse#0001\nMore.\n\n{RULE}\nExported"
    )
    after = read_file(more, NAME).posts

    assert [post.id for post in after[:2]] == [post.id for post in before]
    assert after[2].text == "More."


def test_the_same_words_twice_are_two_posts(read_file: ReadFile) -> None:
    twice = f"{RULE}\nGuild: G\nChannel: c\n{RULE}\n\n" + "[31/01/2026 08:00] a\nAye.\n\n" * 2

    assert len({post.id for post in read_file(twice, "c.txt").posts}) == 2


def test_direct_messages_are_refused(read_file: ReadFile) -> None:
    found = read_file(EXPORT.replace("Guild: Boat Yard", "Guild: Direct Messages"), NAME)

    assert found.posts == []
    assert found.error.problem.startswith("it holds direct messages, which are never read")
