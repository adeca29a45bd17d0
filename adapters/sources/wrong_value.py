"""What is wrong with a value, said before it is known where the value stands."""

from __future__ import annotations


class WrongValue(ValueError):
    """A value that no post can have.

    Args:
        kind: What is wrong, by the name that its sentences go by.
        values: What the sentences name.
    """

    def __init__(self, kind: str, /, **values: str | float) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values
