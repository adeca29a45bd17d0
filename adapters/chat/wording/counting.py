"""Numbers that a sentence says with the word for one or for many."""

from __future__ import annotations


class Count(int):
    """A number that brings its noun: `{posts:post|posts}` is "1 post" or "1,200 posts".

    A language that says none as it says one names three forms: `{posts:message|message|messages}`.
    """

    def __format__(self, spec: str) -> str:
        """Return the number with thousands apart, and the form of the noun that goes with it."""
        if "|" not in spec:
            return super().__format__(spec or ",")
        *none, one, many = spec.split("|")
        if not self and none:
            return f"{0} {none[0]}"
        return f"{super().__format__(',')} {one if self == 1 else many}"
