"""`python -m benchmarks.diagnose [problems] [rows]`: how many mistakes are named, and in what time.

On random problems of every loss and penalty each mistake is made by itself and in pairs, and its gradient given to the
diagnosis with all digits; a second table gives each mistake by itself in fewer digits and in both layouts: its sums,
and with `rows` a line for each mistake, loss and layout.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from app.core.diagnose import Diagnosis, Lineup, Numbers, diagnose, read
from app.core.diagnose.mistake import Changes, cost
from app.core.losses import LOSSES
from app.core.penalties import PENALTIES
from app.core.problem import Problem
from app.core.types import Array

PROBLEMS, PAIRS = 100, 60
DIGITS = (2, 3, 4, 8, 17)
LAYOUTS = ("D×C", "C×D")
SAME = 1e-9
OUTCOMES = ("named", "right so far", "called right", "named otherwise", "not named", "changes nothing")


@dataclass
class Tally:
    """How often which outcome, the milliseconds each took, and what was not named."""

    outcomes: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: str, kinds: str, seconds: float) -> None:
        self.outcomes[outcome] += 1
        self.times.append(1e3 * seconds)
        if outcome in OUTCOMES[2:5]:
            self.missed[f"{outcome}: {kinds}"] += 1

    @property
    def share(self) -> float:
        """Of the mistakes that change something, how many are named exactly."""
        return self.outcomes["named"] / max(1, self.outcomes.total() - self.outcomes["changes nothing"])


def problem(seed: int) -> Problem:
    """Random points and weights of a random shape; every loss and penalty in turn."""
    rng = np.random.default_rng(seed)
    loss, penalty = LOSSES[seed % len(LOSSES)](), PENALTIES[1 + seed % (len(PENALTIES) - 1)]
    N, D, C = int(rng.integers(8, 61)), int(rng.integers(2, 5)), 1 if loss.binary else int(rng.integers(3, 6))
    X, y = rng.normal(size=(N, D)), rng.integers(2 if loss.binary else C, size=N)
    W, b = rng.normal(size=(D, C)), rng.normal(size=C)
    strength = float(rng.choice([0.03, 0.3]))
    return Problem(X, y, W, b, loss=loss, penalty=penalty(strength=strength))  # type: ignore[call-arg]


def numbers(lineup: Lineup, theta: Array, digits: int = 17, turned: bool = False) -> Numbers:
    """A gradient (C, D + 1) as a text with so many significant digits of its largest number."""
    largest = float(np.abs(theta).max(initial=0.0)) or 1.0
    places = max(0, digits - 1 - int(np.floor(np.log10(largest))))
    written = [[repr(float(x)) if digits >= 17 else f"{x:.{places}f}" for x in row] for row in theta]
    dW = [row[:-1] for row in written]
    rows = dW if turned else [*zip(*dW, strict=True)]
    given = read("\n".join(" ".join(row) for row in rows))
    if turned:
        given = replace(given, values=given.values.T, slack=given.slack.T)
    return Numbers.of(given, read(" ".join(row[-1] for row in written), vector=True), None)


def outcome(lineup: Lineup, changes: Changes, found: Diagnosis) -> str:
    """What became of a mistake that was made; other mistakes count that give its numbers and are as simple."""
    account = lineup.account
    theta = account.gradient(changes)
    if np.abs(theta - account.right).max() <= SAME * account.scale:
        return "changes nothing"
    kinds = {each.mistake.kind for each in changes.values()}
    told = [each.mistakes for each in found.explanations]
    other = [each for explanation in found.explanations for each in explanation.alike]
    if any({each.mistake.kind for each in mistakes} == kinds for mistakes in (*told, *other)):
        return "named"
    if found.verdict != "wrong":
        return "called right" if found.verdict == "right" else "right so far"
    if not told:
        return "not named"
    again: Changes = {each.stage: each for each in told[0]}
    same = np.allclose(account.gradient(again), theta, rtol=SAME, atol=SAME * account.scale)
    return "named" if same and cost(again) <= cost(changes) else "named otherwise"


def tried(lineup: Lineup, changes: Changes, tally: Tally, digits: int = 17, turned: bool = False) -> None:
    theta = lineup.account.gradient(changes)
    if not np.isfinite(theta).all() or np.abs(theta).max() > 1e12:
        return
    given = numbers(lineup, theta, digits, turned)
    start = time.perf_counter()
    found = diagnose(lineup, given)
    took = time.perf_counter() - start
    kinds = " + ".join(each.mistake.kind for each in changes.values())
    tally.add(outcome(lineup, changes, found), kinds, took)


def singles(lineup: Lineup) -> Iterator[Changes]:
    return (each for each in lineup.singles.changes if "value" not in each)


def pairs(lineup: Lineup, rng: np.random.Generator, count: int) -> list[Changes]:
    """Some of the pairs in the gradient, as many of rare mistakes as of those with many forms."""
    found = [each for each in lineup.pairs.changes if "value" not in each]
    often = Counter(frozenset(v.mistake.kind for v in each.values()) for each in found)
    weight = np.array([1.0 / often[frozenset(v.mistake.kind for v in each.values())] for each in found])
    chosen = rng.choice(len(found), min(count, len(found)), replace=False, p=weight / weight.sum())
    return [found[k] for k in chosen]


def measure(problems: int, count: int) -> tuple[Tally, Tally]:
    """Every mistake by itself, and `count` pairs of them, on so many problems."""
    one, two, rng = Tally(), Tally(), np.random.default_rng(0)
    for seed in range(problems):
        lineup = Lineup(problem(seed))
        for changes in singles(lineup):
            tried(lineup, changes, one)
        for changes in pairs(lineup, rng, count):
            tried(lineup, changes, two)
    return one, two


def by_digits(problems: int) -> dict[tuple[str, str, str, int], Tally]:
    """Each mistake by itself, in fewer digits and in both layouts: (mistake, loss, layout, digits)."""
    table: dict[tuple[str, str, str, int], Tally] = {}
    for seed in range(problems):
        lineup = Lineup(problem(seed))
        for changes in singles(lineup):
            kind, loss = next(iter(changes.values())).mistake.kind, lineup.account.problem.loss.kind
            for layout in LAYOUTS:
                for digits in DIGITS:
                    tally = table.setdefault((kind, loss, layout, digits), Tally())
                    tried(lineup, changes, tally, digits, turned=layout == "C×D")
    return table


def show(table: dict[tuple[str, str, str, int], Tally], rows: bool) -> None:
    """The outcomes by digits, and a line for each mistake, loss and layout if asked for."""
    for digits in DIGITS:
        whole = sum((tally.outcomes for place, tally in table.items() if place[3] == digits), Counter[str]())
        print(f"{digits:>4} digits: {', '.join(f'{whole[each]} {each}' for each in OUTCOMES)}")
    if rows:
        print("\nnamed / right so far / called right", " " * 34, *(f"{d:>10}" for d in DIGITS), sep="")
    for row in dict.fromkeys(place[:3] for place in table if rows):
        cells = (table[(*row, digits)].outcomes for digits in DIGITS)
        name = f"{row[0]:24}{row[1]:34}{row[2]:12}"
        print(name, *(f"{'/'.join(str(c[each]) for each in OUTCOMES[:3]):>10}" for c in cells), sep="")


def main() -> None:
    count = next((int(each) for each in sys.argv[1:] if each.isdecimal()), PROBLEMS)
    print(f"{count} random problems of {len(LOSSES)} losses, all digits")
    for name, tally in zip(("every mistake", f"{PAIRS} pairs each"), measure(count, PAIRS), strict=True):
        median, most = np.percentile(tally.times, [50, 99])
        told = ", ".join(f"{tally.outcomes[each]} {each}" for each in OUTCOMES)
        print(f"  {name}: {100 * tally.share:.2f} % named exactly ({told}); {median:.1f} ms, 99 %: {most:.1f} ms")
        print(*(f"    {times} × {what}\n" for what, times in tally.missed.most_common(12)), sep="", end="")
    show(by_digits(max(len(LOSSES), count // 8)), "rows" in sys.argv)


if __name__ == "__main__":
    main()
