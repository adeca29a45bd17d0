"""Makes of a fault of ours an error of the one file that was being read."""

from __future__ import annotations

import logging
from uuid import uuid4

from index.errors import PostFormatError
from index.system_errors import is_lack_of_memory

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
