"""How long things are waited for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """How long things are waited for; tests have less of it.

    Attributes:
        finish_seconds: For answers in flight, before the bot stops.
        retry_seconds: Before a failed call is tried again, longer each time.
        dial_seconds: For a connection of Socket Mode to be made.
        ping_seconds: Between two looks at whether the connection stands.
        edit_seconds: Between two changes of the message that shows long work.
        minute_seconds: Between two readings, where Slack gives a few messages a minute.
    """

    finish_seconds: float = 10.0
    retry_seconds: float = 1.0
    dial_seconds: float = 30.0
    ping_seconds: float = 5.0
    edit_seconds: float = 3.0
    minute_seconds: float = 60.0
