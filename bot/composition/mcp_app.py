"""Puts together what answers other assistants, by the Model Context Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import ConfigError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.mcp.serving import Assistants
    from bot.question_and_answer import Question
    from bot.questions.answerer import Answerer


def assistants(
    answerer: Answerer, explain: Callable[[Question], None], audience: frozenset[str]
) -> Assistants:
    """Return what answers other assistants.

    Args:
        answerer: Answers the questions.
        explain: Raises what explains that nothing at all was found; it may take its time.
        audience: The labels of what may be found, whatever is asked.

    Raises:
        ConfigError: Its packages are not installed.
    """
    try:
        from adapters.mcp.serving import Assistants
        from adapters.mcp.tools import Tools
    except ModuleNotFoundError as missing:
        sentence = Told(
            "{package} is not installed: `pip install 'pullquote[mcp]'` brings it",
            package=missing.name,
        )
        raise ConfigError([sentence]) from missing
    return Assistants(Tools(answerer, explain, audience))
