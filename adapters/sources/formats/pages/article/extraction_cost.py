"""Tells beforehand how long finding the article of a page would take."""

from __future__ import annotations

from typing import Final

import lxml.etree
import lxml.html

MOST_COST: Final = 32_000_000
"""Of a page that costs more, the article is not looked for: it takes up to a second."""

_ELEMENT: Final = 1_500
"""What an element costs, in characters that are read once."""
# The extractor reads the whole text of each of these, some of them several times.
_READ_WHOLE: Final = {"blockquote": 10, "pre": 10, "td": 10, "p": 10}
_DEEP: Final = 50
"""Below so many elements, attributes are as dear as text: elsewhere pictures may stand in them."""


def extraction_cost(tree: lxml.html.HtmlElement) -> int:
    """Return the number of characters that the extractor reads, as it reads them of each element.

    Counting ends soon after `MOST_COST`.
    """
    cost, around = 0, 1
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        weight = _READ_WHOLE.get(element.tag, 1)
        if event == "start":
            around += weight
            # Each of many attributes may be taken out by another pass over the page.
            cost += _ELEMENT * (1 + len(element.attrib) ** 2 // 50) + around * len(
                element.text or ""
            )
            cost += _attributes_cost(element, around)
        else:
            around -= weight
            cost += around * len(element.tail or "")
        if cost > MOST_COST:
            break
    return cost


def _attributes_cost(element: lxml.etree._Element, around: int) -> int:
    """Return what its attributes cost: what it is called is read again for all that is in it."""
    called = (len(element.get("class") or "") + len(element.get("id") or "")) * len(element)
    if around <= _DEEP:
        return called
    return called + around * sum(len(str(value)) for value in element.attrib.values())
