"""Sentences that say what went wrong, made so that they can be said in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Told(str):
    """A sentence in English, and what it is made of.

    What shows it looks its template up in the reader's language; as a string, it is English,
    for the log. A value that is a sentence is said in that language as well, and one by the name
    of `reason` is in the words of a library or the system.

    Args:
        template: The sentence, with the names of its values in braces, as `str.format` takes it.
        values: What is put into it.

    Attributes:
        template: The same.
        values: The same.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Put the values in."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    def record(self) -> dict[str, Any]:
        """Return what JSON can hold of it, for `recalled`."""
        values = {
            name: value.record() if isinstance(value, Told) else str(value)
            for name, value in self.values.items()
        }
        return {"template": self.template, "values": values}


def verbatim(said: str) -> Told:
    """Return as a sentence what is said in the reader's language already."""
    return Told("{said}", said=said)


def worded(template: str) -> str:
    """Return a template as it is: it marks one that stands apart from where it is used."""
    return template


def recalled(record: Mapping[str, Any]) -> Told:
    """Return the sentence of a record."""
    values = {
        name: recalled(value) if isinstance(value, dict) else value
        for name, value in record["values"].items()
    }
    return Told(record["template"], **values)


def joined(parts: Iterable[str]) -> Told:
    """Return what is wrong in several ways as one; "" for none."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Told("; ".join(f"{{{name}}}" for name in values), **values)


def reason_of(error: BaseException) -> str:
    """Return what an error says: a sentence of ours, or the words of its library or the system."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Told) else str(error)


NOTHING = Told("")
"""What is said where nothing is wrong."""
