"""Subtitles are what their speakers say, turn by turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.transcripts.subtitles import is_subtitles

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

TALK: Final = """WEBVTT
Kind: captions
Language: en

NOTE made by hand

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v Ines Vogt>Welcome to the kiln &amp; loom course.</v>

2
00:00:04.000 --> 00:00:09.000
<v.loud Jonas>Never open it above <c.red>one hundred</c> degrees,

3
00:00:09.000 --> 00:00:12.000
<v Jonas>or the glaze cracks.

4
00:00:12.000 --> 00:00:13.000
(Applause)

5
00:00:13.000 --> 00:00:15.000
<v Ines Vogt>Why?
<v Jonas>It is glass.
"""
ROLLING: Final = """WEBVTT
Kind: captions

00:00:00.320 --> 00:00:02.389 align:start position:0%
\N{SPACE}
welcome<00:00:00.719><c> to</c><00:00:00.880><c> the</c><00:00:01.120><c> kiln</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
welcome to the kiln
\N{SPACE}

00:00:02.399 --> 00:00:04.789 align:start position:0%
welcome to the kiln
course<00:00:02.720><c> never</c><00:00:02.960><c> open</c><00:00:03.120><c> it</c>

00:00:04.789 --> 00:00:04.799 align:start position:0%
course never open it
\N{SPACE}
"""
FILM: Final = """1
00:00:01,000 --> 00:00:04,000
{\\an8}Welcome to the <i>kiln</i> course.

2
00:00:04,500 --> 00:00:07,000
- When may it be opened?
- Below one hundred degrees.

3
00:00:12,000 --> 00:00:14,000
Yes.

4
00:00:14,000 --> 00:00:16,000
Yes.
"""
MEETING: Final = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
Ines Vogt: Welcome: we begin.

2
00:00:04.000 --> 00:00:09.000
Jonas: Never open it hot.
"""


def test_what_a_speaker_says_until_another_does_is_a_post_of_theirs(read_file: ReadFile) -> None:
    found = read_file(TALK, "talk.vtt")

    assert [(post.author, post.text) for post in found.posts] == [
        ("Ines Vogt", "Welcome to the kiln & loom course."),
        ("Jonas", "Never open it above one hundred degrees, or the glaze cracks."),
        (None, "(Applause)"),
        ("Ines Vogt", "Why?"),
        ("Jonas", "It is glass."),
    ]
    assert found.left_out == {"hidden_text": 1}
    assert len({post.id for post in found.posts}) == 5


def test_a_name_before_nearly_every_line_is_the_speakers(read_file: ReadFile) -> None:
    assert [(post.author, post.text) for post in read_file(MEETING, "meeting.vtt").posts] == [
        ("Ines Vogt", "Welcome: we begin."),
        ("Jonas", "Never open it hot."),
    ]


def test_a_word_before_a_colon_is_no_speaker_where_others_have_none(read_file: ReadFile) -> None:
    text = FILM.replace("Welcome to", "Note: welcome to")

    assert read_file(text, "film.srt").only.text.startswith("Note: welcome to the kiln course.")


def shown(*lines: str) -> str:
    return "\n\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{line}"
        for at, line in enumerate(lines, 1)
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["Frage: Wie heiß?", "Antwort: Sehr.", "Frage: Wann?", "Antwort: Morgen."],
        ["Question: How hot?", "Answer: Very.", "Question: When?", "Answer: Tomorrow."],
        ["Q: How hot?", "A: Very.", "Q: When?", "A: Tomorrow."],
        ["Warning: it is hot.", "Remember: wait a day.", "Important: it cracks."],
        ["WARNING: it is hot.", "WARNING: it is very hot."],
        ["Achtung: heiß!", "Wichtig: warten!", "Achtung: nicht öffnen!"],
        ["Warm: the red ones.", "Cold: the blue ones.", "Sweet: the old ones."],
    ],
)
def test_a_label_is_no_speaker_and_stays(lines: list[str], read_file: ReadFile) -> None:
    post = read_file(shown(*lines), "film.srt").only

    assert (post.author, post.text) == (None, " ".join(lines))


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["ANA: Never.", "BEN: Why?", "ANA: It cracks."], ["ANA", "BEN", "ANA"]),
        (["Ana Ruiz: Never.", "Ben: Why?"], ["Ana Ruiz", "Ben"]),
        (["Ana: Never.", "Note: it cracks.", "Ana: So wait."], ["Ana", None, "Ana"]),
        (["Moderator: Never.", "Gast: Why?", "Moderator: So."], ["Moderator", "Gast", "Moderator"]),
    ],
)
def test_names_that_come_again_or_have_two_words_are_speakers(
    lines: list[str], authors: list[str | None], read_file: ReadFile
) -> None:
    posts = read_file(shown(*lines), "film.srt").posts

    assert [post.author for post in posts] == authors
    assert [post.text for post in posts if post.author is None] == [
        line for line in lines if line.startswith("Note")
    ]


def test_captions_that_roll_are_said_once(read_file: ReadFile) -> None:
    post = read_file(ROLLING, "video.vtt").only

    assert (post.author, post.text) == (None, "welcome to the kiln course never open it")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_without_speakers_all_is_one_text_with_its_pauses(
    line_end: str, read_file: ReadFile
) -> None:
    post = read_file(FILM.replace("\n", line_end), "film.srt").only

    assert post.text == (
        "Welcome to the kiln course.\n- When may it be opened?\n- Below one hundred degrees."
        "\n\nYes. Yes."
    )


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT is a format of subtitles.\n\nIts times are written as 00:01 --> 00:02.",
        "1\nThe kiln\n00:00:01,000 --> 00:00:04,000 is how a time is written.",
        "1\n\n2\n\n3",
        "00:00:01,000 --> 00:00:04,000\nopens the list.",
        "WEBVTT",
    ],
)
def test_who_writes_of_subtitles_is_quoted_whole(text: str, read_file: ReadFile) -> None:
    assert not is_subtitles(text)
    assert read_file(text).only.text == text
