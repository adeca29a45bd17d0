"""Measures speed, as ratios against peers in the same run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
"""The folder of the project, which holds the examples."""
