"""Bar charts as inline SVG: nothing runs, and nothing is loaded from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lxml.html.builder import E

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.report.figures import Figures
    from bot.admin.report import Period

WIDTH: Final = 360
HEIGHT: Final = 150
_LEFT: Final = 34
_BOTTOM: Final = 18
_TOP: Final = 12
_LABELS: Final = 5
"""So many periods are named below the bars."""


def stacked_bars(
    periods: Sequence[Period], names: tuple[str, str], title: str, figures: Figures
) -> Any:
    """Return a chart with a bar for each period, its second count upon its first.

    Args:
        periods: What is shown, from left to right; at least one.
        names: What the two counts are of.
        title: What the chart is called for those who do not see it.
        figures: Writes the numbers.
    """
    most = max(1, *(each.first + each.second for each in periods))
    room, floor = (WIDTH - _LEFT) / len(periods), HEIGHT - _BOTTOM
    bars = [
        E.g(
            E.title(_said(each, names, figures)),
            *_stacked(each, _LEFT + place * room, max(1.0, room * 0.8), (floor - _TOP) / most),
        )
        for place, each in enumerate(periods)
    ]
    every = -(-len(periods) // _LABELS)
    labels = [
        _label(_LEFT + (place + 0.4) * room, HEIGHT - 5, periods[place].name, "middle")
        for place in range(0, len(periods), every)
    ]
    return E.svg(
        E.title(title),
        _label(_LEFT - 4, _TOP + 4, figures.number(most), "end"),
        _label(_LEFT - 4, floor, "0", "end"),
        E.line(x1=f"{_LEFT}", x2=f"{WIDTH}", y1=f"{floor}", y2=f"{floor}"),
        *bars,
        *labels,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
    )


def _said(period: Period, names: tuple[str, str], figures: Figures) -> str:
    first, second = figures.number(period.first), figures.number(period.second)
    return f"{period.name}: {first} {names[0]}, {second} {names[1]}"


def _stacked(period: Period, left: float, width: float, scale: float) -> tuple[Any, Any]:
    first, second, floor = period.first * scale, period.second * scale, HEIGHT - _BOTTOM
    return (
        _bar("first", left, floor - first, width, first),
        _bar("second", left, floor - first - second, width, second),
    )


def _bar(kind: str, left: float, top: float, width: float, height: float) -> Any:
    return E.rect(
        {"class": kind},
        x=f"{left:.1f}",
        y=f"{top:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
    )


def _label(x: float, y: float, text: str, anchor: str) -> Any:
    return E.text(text, {"text-anchor": anchor}, x=f"{x:.1f}", y=f"{y:.1f}")
