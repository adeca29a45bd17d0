"""The training loop: resumable, one Adam step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from training.lessons import Library, lesson, loss

if TYPE_CHECKING:
    from pathlib import Path

    from rich.progress import Progress

RATE: Final = 2e-3
WARM_UP: Final = 50  # steps
SAVE_EVERY: Final = 200  # steps


def fit(
    shelf: Library, rows: torch.Tensor, steps: int, checkpoint: Path, progress: Progress
) -> torch.Tensor:
    """Return the trained rows.

    Args:
        shelf: The texts to learn from.
        rows: The embedding matrix to begin with.
        steps: How many steps in all, those before an interruption included.
        checkpoint: Where the state is kept; training goes on from it where it exists.
        progress: Shows the steps.
    """
    rows = rows.clone().requires_grad_()
    adam = torch.optim.Adam([rows], lr=RATE, betas=(0.9, 0.98), fused=True)
    begun = _resume(checkpoint, rows, adam)
    task = progress.add_task("student", total=steps, completed=begun)
    for step in range(begun, steps):
        # The step is the seed: a resumed training draws what it would have drawn.
        chance = np.random.default_rng(step)
        for group in adam.param_groups:
            group["lr"] = RATE * min((step + 1) / WARM_UP, 1.0) * (1 - step / steps)
        adam.zero_grad()
        loss(lesson(shelf, chance), rows, chance).backward()  # type: ignore[no-untyped-call]
        adam.step()
        progress.advance(task)
        if (step + 1) % SAVE_EVERY == 0:
            _save(checkpoint, step + 1, rows, adam)
    return rows.detach()


def _save(path: Path, step: int, rows: torch.Tensor, adam: torch.optim.Optimizer) -> None:
    partial = path.with_suffix(".partial")
    torch.save({"step": step, "rows": rows.detach(), "adam": adam.state_dict()}, partial)
    partial.replace(path)


def _resume(path: Path, rows: torch.Tensor, adam: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    with torch.no_grad():
        rows.copy_(state["rows"])
    adam.load_state_dict(state["adam"])
    return int(state["step"])
