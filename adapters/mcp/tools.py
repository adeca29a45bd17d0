"""The two tools that an assistant may call: `ask` and `search`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mcp.types import CallToolResult, TextContent, Tool, ToolAnnotations

from adapters.chat.error_text import sentence
from adapters.chat.wording import ENGLISH
from adapters.mcp.arguments import AskArguments, SearchArguments, WrongArguments
from adapters.mcp.results import QUOTATIONS, AskResult, SearchResult, answer_result, hits_result
from bot.text import json_line, plain
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.question_and_answer import Question
    from bot.questions.answerer import Answerer


_NO_POSTS: Final = "There are no posts yet: `pullquote import` brings some in."

_WORDING: Final = replace(ENGLISH, unavailable={**ENGLISH.unavailable, "IndexMissing": _NO_POSTS})
"""English, as the tools are; in it nothing is to be done in a chat."""


class _Described(NamedTuple):
    what: str
    arguments: type[AskArguments]
    result: type[AskResult | SearchResult]


_TOOLS: Final[Mapping[str, _Described]] = {
    "ask": _Described(
        "Answer a question with verbatim excerpts from stored posts, each with author, date and"
        " link; or tell that nothing was found, or that it is not sure.",
        AskArguments,
        AskResult,
    ),
    "search": _Described(
        "Return the passages that are nearest to a question, a post each, whether or not they"
        " answer it.",
        SearchArguments,
        SearchResult,
    ),
}


def listed() -> list[Tool]:
    """Return the tools as an assistant reads them."""
    return [
        Tool(
            name=name,
            description=f"{tool.what} {QUOTATIONS}",
            input_schema=tool.arguments.model_json_schema(),
            output_schema=tool.result.model_json_schema(mode="serialization"),
            annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
        )
        for name, tool in _TOOLS.items()
    ]


class Tools:
    """Does what the tools are called for.

    Args:
        answerer: Answers the questions.
        explain: Raises what explains that nothing at all was found; it may take its time.
        audience: The labels of what may be found, whatever is asked.
    """

    def __init__(
        self, answerer: Answerer, explain: Callable[[Question], None], audience: frozenset[str]
    ) -> None:
        self._answerer = answerer
        self._explain = explain
        self._audience = audience

    async def warm_up(self) -> None:
        """Load what the first question would have to wait for."""
        await self._answerer.warm_up()

    async def call(self, name: str, given: Mapping[str, Any]) -> CallToolResult:
        """Return what a tool finds, or in one sentence why it cannot.

        Args:
            name: The tool.
            given: Its arguments, as they came.
        """
        try:
            with crashes_as_errors():
                found = await self._found(name, given)
        except Exception as error:  # noqa: BLE001 - who asked gets a reply
            said = TextContent(text=plain(sentence(error, _WORDING)))
            return CallToolResult(content=[said], is_error=True)
        # Not every assistant reads what is structured.
        told = found.model_dump()
        return CallToolResult(content=[TextContent(text=json_line(told))], structured_content=told)

    async def _found(self, name: str, given: Mapping[str, Any]) -> AskResult | SearchResult:
        if name not in _TOOLS:
            raise WrongArguments(f"There is no tool {name}: there are {' and '.join(_TOOLS)}.")
        asked = _TOOLS[name].arguments.read(given).to_question(self._audience)
        if name == "search":
            hits = await self._answerer.hits(asked, asked.limit)
            if not hits:
                await asyncio.to_thread(self._explain, asked)
            return hits_result(hits)
        answer = await self._answerer.ask(asked)
        if not (answer.excerpts or answer.unsure or answer.nearest):
            await asyncio.to_thread(self._explain, asked)
        return answer_result(answer)
