"""Makes of a fault of ours an error of the one file, or the one record, that was being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.crashes import crashes_as_errors
from index.errors import PostFormatError
from index.system_errors import is_lack_of_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


def fault_in(labels: Labels, fault: Exception) -> PostFormatError:
    """Return what costs the file, and not the import, and tell the log the place.

    Raises:
        Exception: Memory lacked: what would need memory, such as going on, is no use then.
    """
    if is_lack_of_memory(fault):
        raise fault
    return PostFormatError(labels.file, "reader_fault", error_id=labels.faults.note("error", fault))


def apart(
    made: Iterable[Post | PostFormatError], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield what becomes of one record of a file: a fault of ours costs it, and not the next.

    Args:
        made: What its reader makes of it; nothing is read before that is asked for.
        labels: What is known of its file.
    """
    try:
        with crashes_as_errors():
            yield from made
    except (PostFormatError, OSError):
        raise  # the file itself cannot be read further
    except Exception as fault:  # noqa: BLE001 -- one record of many is to cost no other
        yield fault_in(labels, fault)


def learnt(
    records: Iterable[Record], take: Callable[[Record], None], labels: Labels
) -> Iterator[PostFormatError]:
    """Take in what is to be known before the messages are read; yield what could not be.

    Args:
        records: Such as those of the people and the channels.
        take: Takes in one of them: a fault of ours costs it, and not the next.
        labels: What is known of its file.
    """
    for record in records:
        try:
            with crashes_as_errors():
                take(record)
        except (PostFormatError, OSError):
            raise  # the file itself cannot be read further
        except Exception as fault:  # noqa: BLE001 -- one record of many is to cost no other
            yield fault_in(labels, fault)
