"""The same loss in PyTorch, forward and by autograd backward, in float64. It is the rival, not the reference."""

from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F

from app.core.problem import Problem

Maker = Callable[[list[torch.Tensor]], torch.optim.Optimizer]


class Rival:
    """A problem's tensors, made once, so that only the computation is timed."""

    def __init__(self, problem: Problem, strength: float = 0.1) -> None:
        self.X, self.y = torch.from_numpy(problem.X.copy()), torch.from_numpy(problem.y.copy())
        self.start = problem.W.copy(), problem.b.copy()
        self.classes, self.strength = problem.classes, strength
        self.W, self.b = self._parameters()

    def _parameters(self) -> tuple[torch.Tensor, torch.Tensor]:
        W, b = (torch.from_numpy(value.copy()).requires_grad_() for value in self.start)
        return W, b

    def total(self) -> torch.Tensor:
        scores = torch.addmm(self.b, self.X, self.W)
        # multi_margin_loss divides by C what Weston and Watkins only add up.
        data = F.multi_margin_loss(scores, self.y, p=1, margin=1.0) * self.classes
        return data + self.strength * self.W.square().sum()

    def gradient(self) -> tuple[float, torch.Tensor, torch.Tensor]:
        """The total as a number, ∂L/∂W, ∂L/∂b. `autograd.grad` is the leanest way: it accumulates into no `.grad`."""
        total = self.total()
        dW, db = torch.autograd.grad(total, (self.W, self.b))
        return total.item(), dW, db

    def train(self, iterations: int, make: Maker) -> tuple[list[float], np.ndarray]:
        """The usual loop from the start; the totals of all iterations and the last weights."""
        self.W, self.b = self._parameters()
        optimizer = make([self.W, self.b])
        totals = []
        for _ in range(iterations):
            optimizer.zero_grad()
            total = self.total()
            total.backward()
            optimizer.step()
            totals.append(total.item())
        return totals, self.W.detach().numpy()
