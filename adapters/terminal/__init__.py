"""The terminal as a platform: what is typed becomes questions, and answers are printed."""

from __future__ import annotations

from adapters.terminal.answers import Terminal, show, to_question

__all__ = ["Terminal", "show", "to_question"]
