"""Counts the calls of a chat platform that fail, wherever they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import aiohttp

if TYPE_CHECKING:
    from bot.metrics import Metrics

_REFUSED: Final = 400
_TOO_MANY: Final = 429
_FAILED: Final = 500


def counted_calls(metrics: Metrics, platform: str) -> aiohttp.TraceConfig:
    """Return what counts the failed calls of a session of aiohttp.

    Args:
        metrics: Where they are counted.
        platform: Whose they are.
    """
    trace = aiohttp.TraceConfig()

    async def ended(_: Any, __: Any, params: aiohttp.TraceRequestEndParams) -> None:
        if kind := _kind(params.response.status):
            metrics.failed_call(platform, kind)

    async def lost(_: Any, __: Any, ___: aiohttp.TraceRequestExceptionParams) -> None:
        metrics.failed_call(platform, "lost")

    trace.on_request_end.append(ended)
    trace.on_request_exception.append(lost)
    return trace


def count_failure(metrics: Metrics, platform: str, error: Exception) -> None:
    """Count a call that an error ended, where its session counts none."""
    status = error.status if isinstance(error, aiohttp.WSServerHandshakeError) else 0
    metrics.failed_call(platform, _kind(status) or "lost")


def _kind(status: int) -> str:
    if status == _TOO_MANY:
        return "rate_limited"
    if status >= _FAILED:
        return "failed"
    return "refused" if status >= _REFUSED else ""
