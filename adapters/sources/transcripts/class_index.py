"""Finds the elements of a page by their classes, and what is within them, in one walk over it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

if TYPE_CHECKING:
    from collections.abc import Iterable

    import lxml.html


class ClassIndex:
    """The elements of a page by their classes: looking for some costs what is found.

    Every element has its place in the order of the page; those within it have the places up to
    its end.

    Args:
        tree: The page, which is not to be changed; it is itself in no class.
        names: The classes to look for.
    """

    def __init__(self, tree: lxml.html.HtmlElement, names: Iterable[str]) -> None:
        self._elements: dict[str, list[lxml.html.HtmlElement]] = {name: [] for name in names}
        self._places: dict[str, list[int]] = {name: [] for name in self._elements}
        self._begins: dict[lxml.html.HtmlElement, int] = {}
        self._ends: dict[lxml.html.HtmlElement, int] = {}
        place = 0
        for event, element in iterwalk(tree, events=("start", "end")):
            if event == "start":
                place += 1
                said = element.get("class")
                if said and element is not tree:
                    self._enter(element, said, place)
            elif element in self._begins:
                self._ends[element] = place
        self._begins[tree], self._ends[tree] = 0, place

    def _enter(self, element: lxml.html.HtmlElement, said: str, place: int) -> None:
        for name in self._elements.keys() & set(said.split()):
            self._elements[name].append(element)
            self._places[name].append(place)
            self._begins[element] = place

    def within(self, element: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
        """Return those of a class within an element: within the page, or within one found here."""
        if not (places := self._places[name]):
            return []
        first = bisect_right(places, self._begins[element])
        return self._elements[name][first : bisect_right(places, self._ends[element])]

    def outermost(self, element: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
        """Return those of a class within an element that are in no other of them."""
        return self._apart(self.within(element, name))

    def outside(
        self, element: lxml.html.HtmlElement, name: str, around: str
    ) -> list[lxml.html.HtmlElement]:
        """Return the outermost of a class within an element that are in none of another class."""
        found = self.within(element, name)
        hidden = self.outermost(element, around) if found else []
        begins = [self._begins[each] for each in hidden]

        def is_shown(each: lxml.html.HtmlElement) -> bool:
            last = bisect_right(begins, self._begins[each]) - 1
            return last < 0 or self._begins[each] > self._ends[hidden[last]]

        return self._apart([*filter(is_shown, found)] if hidden else found)

    def _apart(self, elements: list[lxml.html.HtmlElement]) -> list[lxml.html.HtmlElement]:
        if len(elements) < 2:  # noqa: PLR2004 -- the common case
            return elements
        found, end = [], 0
        for each in elements:
            if self._begins[each] > end:
                found.append(each)
                end = self._ends[each]
        return found
