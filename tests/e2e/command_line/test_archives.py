"""Brings archives in by the command line, as a person would."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fakes.archives import PAYLOADS, payload, tarred, unpacked, zipped
from tests.fakes.bytes import traces

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


OF_SLACK = (
    "Left out of what it holds: messages of apps (2), dates that cannot be told (1),"
    " direct messages (2), files whose words are not here (1), messages that their authors keep"
    " out (1), notices of the chat's own (1), posts without a word (1).\n"
)
OF_PAGE = "Left out of what it holds: passages of the page beside those that are posts (1).\n"
OF_DISCORD = (
    OF_SLACK.replace(" direct messages (2), files whose words are not here (1),", "")
    .replace(" dates that cannot be told (1),", "")
    .replace("apps (2)", "apps (1)")
    .replace("own (1)", "own (3)")
)


def counts(new: int = 0, changed: int = 0, unchanged: int = 0, removed: int = 0) -> str:
    return f"{new} new, {changed} changed, {unchanged} unchanged, {removed} removed, 0 refused\n"


def cited(pullquote: Pullquote, question: str, *options: str) -> list[tuple[str, str]]:
    """Return who is quoted, and where."""
    answer = pullquote("ask", question, "--json", *options).json
    return [(excerpt["author"], excerpt["source"]) for excerpt in answer["excerpts"]]


def test_a_slack_export_answers_and_its_private_channels_stay_private(
    pullquote: Pullquote,
) -> None:
    path = str(zipped(Path("export.zip"), payload("slack")))

    assert pullquote("import", path, "--dry-run").out == f"Would be: {counts(new=10)}{OF_SLACK}"
    assert pullquote("import", path).out == counts(new=10) + OF_SLACK
    assert pullquote("import", path).out == counts(unchanged=10) + OF_SLACK
    assert cited(pullquote, "what stands between the layers?")[0] == ("Ben Okafor", "#compost")
    rent = "how much is the rent?"
    assert cited(pullquote, rent, "--audience", "slack:G0BOARD")[0] == ("ada.q", "#board")
    assert ("ada.q", "#board") not in cited(pullquote, rent, "--audience", "everyone")


def test_a_broken_day_of_a_slack_export_drops_nothing(pullquote: Pullquote) -> None:
    files = payload("slack")
    path = str(zipped(Path("export.zip"), files))
    pullquote("import", path)
    del files["bees/2024-03-01.json"]
    broken = zipped(Path("export.zip"), files | {"compost/2024-03-02.json": b"[{"})

    result = pullquote("import", str(broken))

    assert result.code == 1
    assert "export.zip/compost/2024-03-02.json: it is not valid JSON" in result.err
    assert "0 removed, 1 refused" in result.out
    assert len(pullquote("export").lines) == 10


def test_an_export_and_its_folder_hold_the_same_posts(pullquote: Pullquote) -> None:
    pullquote("import", str(zipped(Path("export.zip"), payload("slack"))))

    again = pullquote("import", str(unpacked(Path("export"), payload("slack"))))
    assert again.out == counts(unchanged=10) + OF_SLACK


def test_posts_of_an_archive_come_back_from_jsonl_as_they_were(pullquote: Pullquote) -> None:
    pullquote("import", str(zipped(Path("export.zip"), payload("slack"))))
    exported = pullquote("export").out

    assert pullquote("import", "-", stdin=exported).out == counts(unchanged=10)


def test_discord_exports_answer_to_the_readers_of_their_channel(pullquote: Pullquote) -> None:
    path = str(unpacked(Path("exports"), payload("discord")))

    assert pullquote("import", path, "--dry-run").out == f"Would be: {counts(new=11)}{OF_DISCORD}"
    assert pullquote("import", path).out == counts(new=11) + OF_DISCORD
    again = pullquote("import", str(zipped(Path("e.zip"), payload("discord"))))
    assert again.out == counts(unchanged=11) + OF_DISCORD
    prune = "when should a quince be pruned?"
    assert ("Ada Quill", "#questions") in cited(pullquote, prune, "--audience", "discord:790")
    assert cited(pullquote, prune, "--audience", "everyone") == []
    opened = pullquote("import", path, "--audience", "everyone")
    assert opened.out == counts(changed=11) + OF_DISCORD
    assert ("Ada Quill", "#questions") in cited(pullquote, prune, "--audience", "everyone")


def test_feeds_and_saved_pages_answer_with_their_links(pullquote: Pullquote) -> None:
    for name in ("feed.atom", "page.html"):
        shutil.copy(PAYLOADS.parent / "sources" / name, name)

    assert pullquote("import", "feed.atom", "page.html", "--dry-run").out == (
        f"Would be: {counts(new=2)}{OF_PAGE}"
    )
    assert pullquote("import", "feed.atom", "page.html").out == counts(new=2) + OF_PAGE
    assert pullquote("import", "page.html").out == counts(unchanged=1) + OF_PAGE
    assert cited(pullquote, "when does the heap sleep?")[0] == ("Ada Quill", "garden.example")
    assert ("Zoé Lambert", "Les abeilles") in cited(pullquote, "quand part l’essaim ?")


def test_a_linkedin_archive_answers_with_posts_comments_and_articles(
    pullquote: Pullquote,
) -> None:
    path = str(zipped(Path("Complete_LinkedInDataExport.zip"), payload("linkedin")))
    left_out = (
        "Left out of what it holds: direct messages (1), drafts (1), texts of the profile (1),"
        " posts without a word (1).\n"
    )

    assert pullquote("import", path, "--dry-run").out == f"Would be: {counts(new=5)}{left_out}"
    assert pullquote("import", path).out == counts(new=5) + left_out
    assert pullquote("import", path).out == counts(unchanged=5) + left_out
    assert ("Ada Quill", "LinkedIn") in cited(pullquote, "what is called black gold?")
    assert cited(pullquote, "price of the quinces", "--audience", "everyone") == []
    assert "private word" not in pullquote("export").out


def test_mastodon_and_x_archives_answer_with_their_links(pullquote: Pullquote) -> None:
    mastodon = str(tarred(Path("archive.tar.gz"), payload("mastodon")))
    twitter = str(zipped(Path("twitter.zip"), payload("twitter")))

    dry = pullquote("import", mastodon, twitter, "--dry-run").out
    assert dry.startswith(f"Would be: {counts(new=8)}Left out of what it holds: ")
    assert pullquote("import", mastodon, twitter).out.startswith(counts(new=8))
    assert pullquote("import", mastodon, twitter).out.startswith(counts(unchanged=8))
    assert ("Ada Quill", "Mastodon") in cited(pullquote, "when does the heap sleep?")
    assert ("Ada Quill", "X") in cited(pullquote, "why do worms matter?")
    assert "private word" not in pullquote("export").out


def test_an_export_that_cannot_be_recognised_any_more_drops_nothing(pullquote: Pullquote) -> None:
    files = payload("discord")
    pullquote("import", str(unpacked(Path("exports"), files)))
    for name in files:
        broken = unpacked(Path("exports"), files | {name: b"\0" * 500})
        result = pullquote("import", str(broken))

        assert result.code == 1
        assert "0 removed, 1 refused" in result.out
    for name in ("users.json", "channels.json"):
        slack = payload("slack")
        pullquote("import", str(unpacked(Path("slack"), slack)))
        result = pullquote("import", str(unpacked(Path("slack"), slack | {name: b"\0"})))
        assert " 0 removed" in result.out
        del slack[name]
        result = pullquote("import", str(unpacked(Path("slack"), slack)))
        assert " 0 removed" in result.out
    assert len(pullquote("export").lines) == 21


def test_who_is_forgotten_takes_the_titles_of_their_posts_in_forums_along(
    pullquote: Pullquote,
) -> None:
    name = "Garden club - questions - How to prune a quince [800].json"
    file = Path("quince.json")
    file.write_bytes(payload("discord")[name])
    pullquote("import", str(file), "--source", "garden")
    assert traces(Path("data"), [b"quince"])
    pullquote("forget", "--author", "ben", "--yes")
    pullquote("import", str(file), "--source", "garden")
    (reply,) = pullquote("export").lines
    assert (reply["title"], reply["author"]) == ("", "Ada Quill")
    held = {name for name, _ in traces(Path("data"), [b"quince.", b"quince?", b"prune a"])}
    assert held <= {"pullquote.db"}  # the file is called so
