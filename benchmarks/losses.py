"""The table of every loss: its gradient at few and at many points, beside PyTorch's autograd of the same loss."""

from dataclasses import replace
from functools import partial

import torch

from app.core.fast.gradient import gradient
from app.core.losses import LOSSES, Loss
from app.core.problem import Problem
from benchmarks.gradients import agree
from benchmarks.problems import problem
from benchmarks.pytorch import Rival
from benchmarks.race import race
from benchmarks.table import duration
from benchmarks.torch_losses import JUDGES

SIZES = (60, 50_000)
SECONDS = 1.0  # for each loss and size


class Judged(Rival):
    """PyTorch with another loss than Weston–Watkins."""

    def __init__(self, of: Problem) -> None:
        super().__init__(of)
        self.loss, self.judge = of.loss, JUDGES[of.loss.kind]

    def total(self) -> torch.Tensor:
        data = self.judge(self.loss, torch.addmm(self.b, self.X, self.W), self.y)
        return data + self.strength * self.W.square().sum()


def every_loss() -> bool:
    print("\nOne gradient of every loss (D = 2, C = 3, binary ones C = 2): Hingelab beside PyTorch with autograd")
    print(f"  {'':<30}" + "".join(f"{f'N = {N:,}':>24}{'':17}" for N in SIZES))
    return all([_line(loss()) for loss in LOSSES])


def _line(loss: Loss) -> bool:
    met, texts = True, []
    for N in SIZES:
        of = _with(loss, N)
        rival = Judged(of)
        agree(of, rival.gradient)
        times = race({"ours": partial(gradient, of), "theirs": rival.gradient}, SECONDS)
        ours, theirs = times["ours"].median, times["theirs"].median
        met &= ours <= theirs
        texts.append(f"{duration(ours)} {duration(theirs)} {ours / theirs:6.3f} {'pass' if ours <= theirs else 'MISS'}")
    print(f"  {loss.kind:<30}" + "    ".join(texts))
    return met


def _with(loss: Loss, N: int) -> Problem:
    if not loss.binary:
        return replace(problem(N, 2, 3), loss=loss)
    two = problem(N, 2, 2)
    return replace(two, loss=loss, W=two.W[:, 1:] - two.W[:, :1], b=two.b[1:] - two.b[:1])
