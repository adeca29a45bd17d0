"""What the student is asked to get right; pure functions of unit vectors."""

from __future__ import annotations

from typing import Final

import torch
from torch.nn.functional import cross_entropy, log_softmax, softmax

SHARPNESS: Final = 20.0
"""Similarities are multiplied by this before they compete."""


def matching(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """Return how far each row is from picking its partner among all of the other side.

    The symmetric form of InfoNCE (van den Oord 2018; CLIP, Radford 2021).
    """
    scores = left @ right.T * SHARPNESS
    partners = torch.arange(len(left))
    return (cross_entropy(scores, partners) + cross_entropy(scores.T, partners)) / 2


def likeness(left: torch.Tensor, right: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """Return how far the neighbours of each text differ from its neighbours for the teacher.

    The teacher's similarities are the soft form of the partners in `matching`: two texts of
    a batch that say nearly the same are not each other's wrong answers.

    Args:
        left: The student's vectors of some texts.
        right: Its vectors of the same texts: in the other language, or read again.
        taught: The teacher's vectors of those texts.
    """
    wanted = softmax(taught @ taught.T * SHARPNESS, dim=1)
    scores = left @ right.T * SHARPNESS
    rightwards = (wanted * log_softmax(scores, dim=1)).sum(dim=1)
    leftwards = (wanted * log_softmax(scores.T, dim=1)).sum(dim=1)
    return -(rightwards + leftwards).mean() / 2


def distance(student: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """Return one less the mean cosine."""
    return 1 - (student * taught).sum(dim=1).mean()
