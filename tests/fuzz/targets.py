"""What is fed, and what must be so of whatever comes of it."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dotenv import dotenv_values
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.mentioned import without_us
from adapters.discord.rendering import custom_ids
from adapters.markup import slack
from adapters.markup.discord import plain_text
from adapters.markup.slack_message import said_by, shown
from adapters.markup.styled import markup_of, styled
from adapters.mcp.arguments import AskArguments
from adapters.slack.ids import spot_at
from adapters.slack.payloads import parse_message
from adapters.sources.discovery import sources
from adapters.terminal.styled_text import styled_text
from bot.errors import AskError, ConfigError
from bot.questions.parsing.filters import parsed
from bot.questions.parsing.followups import context_for, leans
from bot.questions.parsing.intent import intent_of
from bot.questions.parsing.narrowing import reading
from bot.settings.env_file import problems_of, write
from bot.settings.loading import VARIABLES, load
from bot.text import one_line, plain, web_link
from index.errors import PostFormatError
from index.posts import Post
from index.text.kinds.answer_types import answer_type_of
from index.text.parts.blocks import lists
from index.text.parts.passages import split
from index.text.parts.sentences import sentences
from index.text.terms import asked_terms
from tests.fakes.archives import unpacked
from tests.fakes.examples import at_most
from tests.fakes.filled import chats
from tests.fuzz.inputs import SOURCES, TEXTS, VALUES, files, odd
from tests.fuzz.live import discord_event, slack_event, slack_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

unhurried = settings(max_examples=at_most(15), deadline=None, suppress_health_check=[*HealthCheck])
TODAY: Final = date(2024, 2, 29)
AUDIENCE: Final = frozenset({"everyone"})


def _says_something(*sentences: str) -> None:
    assert sentences
    assert all(each.strip() for each in sentences)


def _source(kind: str) -> Callable[[], None]:
    @unhurried
    @given(files(kind))
    def reads_or_refuses(made: Mapping[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for source in sources([str(unpacked(Path(folder) / "a", made))]):
                for each in [source] if isinstance(source, PostFormatError) else source.posts():
                    assert isinstance(each, Post | PostFormatError)
                    assert getattr(each, "kind", "") != "reader_fault", "a fault of ours: see above"
                    text = each.text if isinstance(each, Post) else str(each)
                    assert text.strip()
                    assert text.encode()

    return reads_or_refuses


@unhurried
@given(odd(chats.slack_messages()).filter(lambda made: all(isinstance(m, dict) for m in made)))
def _slack_message(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        if (said := parse_message(message, "T1", "C1")) is not None:
            shown(said.said, {}, {})
        shown(said_by(message, is_by_app=True), {}, {})


@unhurried
@given(TEXTS)
def _name_of_ours(text: str) -> None:
    spot_at(text)
    custom_ids.parsed(text)


@unhurried
@given(TEXTS)
def _markup(text: str) -> None:
    names = {"U1": "Ada Quill"}
    for each in (
        slack.plain_text(text, names, {}), slack.readable(text, names), plain_text(text, names, {}),
        without_us(text, {"U1"}), slack.escaped(text), one_line(text), plain(text),
    ):  # fmt: skip
        assert isinstance(each, str)
    link = web_link(text)
    assert link is None or link.startswith(("http://", "https://"))
    for id_ in ("discord:1/2/3", "slack:T1/C1/1.2", "notes:1"):
        styled(text, markup_of(id_))
        styled_text(text, id_)


@unhurried
@given(TEXTS)
def _text_of_a_post(text: str) -> None:
    for spans in (split(text), sentences(text), lists(text)):
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
    asked_terms(text)


@unhurried
@given(TEXTS, TEXTS)
def _question(text: str, before: str) -> None:
    try:
        words, _ = parsed(text, TODAY)
    except AskError as error:
        _says_something(str(error))
        return
    answer_type_of(words)
    intent_of(words, is_direct=True)
    intent_of(words, is_direct=False)
    leans(words)
    context_for(words, before)
    reading(words, TODAY, lambda _: ["Ada Quill"])


DAYS: Final = st.sampled_from(["2024-02", "2024", "today", "2024-02-30", "0", "9999"]) | TEXTS
CALLS: Final = st.fixed_dictionaries(
    {"question": TEXTS},
    optional={"from": TEXTS, "in": TEXTS, "since": DAYS, "until": DAYS, "limit": st.integers(),
              "kind": st.sampled_from(["post", "comment"]) | TEXTS},
)  # fmt: skip


@unhurried
@given(CALLS | st.dictionaries(st.sampled_from([*AskArguments.model_fields, "from"]), VALUES))
def _tool_call(given_: dict[str, Any]) -> None:
    try:
        AskArguments.read(given_).to_question(AUDIENCE)
    except AskError as error:
        _says_something(str(error))


@unhurried
@given(st.dictionaries(st.sampled_from(VARIABLES), TEXTS, max_size=4), st.binary(max_size=60))
def _settings(given_: dict[str, str], content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ".env"
        file.write_bytes(content)
        for environment in (given_, {}):
            try:
                load(file, environment)
            except ConfigError as error:
                _says_something(*error.problems)
    for name, value in given_.items():
        problems_of(name, value)


@unhurried
@given(st.dictionaries(st.sampled_from(VARIABLES), st.text(max_size=30), min_size=1, max_size=3))
def _written_settings(given_: dict[str, str]) -> None:
    good = {name: value for name, value in given_.items() if value and not problems_of(name, value)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / ".env"
        write(good, file)
        if good:
            assert dotenv_values(file) == good


TARGETS: Final[Mapping[str, Callable[[], None]]] = {
    "a message in Slack": _slack_message, "a press, form or command in Slack": slack_request,
    "an event in Slack": slack_event, "an event on Discord": discord_event,
    "a name of ours": _name_of_ours, "markup": _markup, "the text of a post": _text_of_a_post,
    "a question": _question,
    "a call of an assistant": _tool_call, "settings": _settings,
    "settings that are written": _written_settings,
    **{kind: _source(kind) for kind in SOURCES},
}  # fmt: skip
"""Each takes nothing and raises where something is not as it must be, for what hypothesis feeds."""
