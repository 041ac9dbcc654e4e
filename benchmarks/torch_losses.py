"""Every loss as one writes it in PyTorch: by its own function where it has one, else in a few tensor operations.

Each is a function of a loss's knobs, the scores (N, C) or (N, 1) and the classes (N,), to the mean over the points.
"""

from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

Judge = Callable[[Any, Tensor, Tensor], Tensor]


def _shortfall(loss: Any, s: Tensor, y: Tensor) -> Tensor:
    return loss.delta - (2 * y - 1) * s[:, 0]


def _margin_loss(p: int) -> Judge:
    # It divides by C what is only added up here.
    return lambda loss, s, y: F.multi_margin_loss(s, y, p=p, margin=loss.delta) * s.shape[1]


def _closest(loss: Any, s: Tensor, y: Tensor) -> Tensor:
    own = s.gather(1, y[:, None])
    rivals = s.scatter(1, y[:, None], -torch.inf).amax(dim=1)
    return torch.relu(rivals - own[:, 0] + getattr(loss, "delta", 0.0)).mean()


def _one_vs_all(loss: Any, s: Tensor, y: Tensor) -> Tensor:
    return torch.relu(loss.delta - (2 * F.one_hot(y, s.shape[1]) - 1) * s).sum(dim=1).mean()


def _smooth(loss: Any, s: Tensor, y: Tensor) -> Tensor:
    margins = s - s.gather(1, y[:, None]) + loss.delta
    costs = F.huber_loss(torch.relu(margins), torch.zeros_like(s), reduction="none", delta=loss.gamma) / loss.gamma
    return costs.scatter(1, y[:, None], 0.0).sum(dim=1).mean()


def _pinball(u: Tensor, tau: float) -> Tensor:
    return torch.maximum(u, -tau * u).mean()


def _huberized(loss: Any, s: Tensor, y: Tensor) -> Tensor:
    c = torch.clamp(_shortfall(loss, s, y), -loss.a, loss.kappa)
    bowl = F.huber_loss(c, torch.zeros_like(c), reduction="none", delta=loss.width) / loss.width
    return torch.where(c < 0, loss.tau * bowl, bowl).mean()


JUDGES: Mapping[str, Judge] = {
    "weston_watkins": _margin_loss(1),
    "squared_weston_watkins": _margin_loss(2),
    "crammer_singer": _closest,
    "one_vs_all": _one_vs_all,
    "softmax": lambda loss, s, y: F.cross_entropy(s, y),
    "smooth_hinge": _smooth,
    "perceptron": _closest,
    "hinge": lambda loss, s, y: torch.relu(_shortfall(loss, s, y)).mean(),
    "squared_hinge": lambda loss, s, y: torch.relu(_shortfall(loss, s, y)).square().mean(),
    "logistic": lambda loss, s, y: F.soft_margin_loss(s[:, 0], (2 * y - 1).to(s.dtype)),
    "pinball": lambda loss, s, y: _pinball(_shortfall(loss, s, y), loss.tau),
    "truncated_pinball": lambda loss, s, y: _pinball(
        torch.clamp(_shortfall(loss, s, y), -loss.a, loss.kappa), loss.tau
    ),
    "huberized_truncated_pinball": _huberized,
}
