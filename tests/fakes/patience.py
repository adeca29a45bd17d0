"""How long a test waits for what must come."""

from __future__ import annotations

PATIENCE_SECONDS = 180
"""A test that is right never waits so long, on a machine with much other work neither."""
