"""The terminal as a platform: what is typed becomes questions, and answers are printed."""

from __future__ import annotations

from adapters.terminal.answers import show, to_question
from adapters.terminal.stream import Terminal

__all__ = ["Terminal", "show", "to_question"]
