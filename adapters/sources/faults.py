"""Makes of a fault of ours an error of the one file, or the one record, that was being read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from uuid import uuid4

from index.crashes import crashes_as_errors
from index.errors import PostFormatError
from index.system_errors import is_lack_of_memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.posts import Post

_log = logging.getLogger(__name__)


def fault_in(file: str, fault: Exception) -> PostFormatError:
    """Return what costs the file, and not the import, and name the place in the log.

    Raises:
        Exception: Memory lacked: what would need memory, such as going on, is no use then.
    """
    if is_lack_of_memory(fault):
        raise fault
    error_id = uuid4().hex[:8]
    _log.error("error %s", error_id, exc_info=fault)
    return PostFormatError(file, "reader_fault", error_id=error_id)


def apart(made: Iterable[Post | PostFormatError], file: str) -> Iterator[Post | PostFormatError]:
    """Yield what becomes of one record of a file: a fault of ours costs it, and not the next.

    Args:
        made: What its reader makes of it; nothing is read before that is asked for.
        file: Where it stands, for the errors.
    """
    try:
        with crashes_as_errors():
            yield from made
    except (PostFormatError, OSError):
        raise  # the file itself cannot be read further
    except Exception as fault:  # noqa: BLE001 -- one record of many is to cost no other
        yield fault_in(file, fault)
