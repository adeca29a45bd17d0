"""Says why what a command is to write cannot be written: of each cause the same, everywhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from index.error_sentences import Told, reason_of
from index.system_errors import is_of_name, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class WrongName(UnavailableError):
    """What is to be written cannot have the name that was given."""


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Tell a person of what keeps a file or folder from being written, by the name they gave it.

    Raises:
        WrongName: It cannot have that name, whoever asks and whatever room there is.
        UnavailableError: The system refuses it: its rights, its disk, a folder that is missing.
    """
    try:
        yield
    except OSError as error:
        said = system_refusal(error, path) or Told(
            "{path} cannot be written ({reason})", path=path, reason=reason_of(error)
        )
        raise (WrongName if is_of_name(error) else UnavailableError)(said) from error
