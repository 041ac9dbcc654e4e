"""Pegasos (Shalev-Shwartz, Singer, Srebro and Cotter, 2011): the subgradient method whose steps fit the penalty."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode, flush
from app.core.knob import Choice
from app.core.optimizers.base import Iteration, Optimizer
from app.core.penalties import Penalty
from app.core.schedules import Schedule
from app.core.tape.tape import V, step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class Pegasos(Optimizer):
    """SGD whose learning rate 1/(λt) comes from the penalty; weights that grow too long are drawn back into a ball."""

    kind: Literal["pegasos"] = "pegasos"
    projection: Annotated[bool, Choice("ball of radius 1/√λ", ((True, "kept to"), (False, "left free")))] = True

    title: ClassVar[str] = "Pegasos"
    tex: ClassVar[str] = (
        r"W' = W - \frac{1}{\lambda (t+1)}\frac{\partial L}{\partial W}, \quad "
        r"W \leftarrow W'\,\min\left(1, \frac{1/\sqrt{\lambda}}{\lVert W' \rVert}\right)"
    )

    def refusal(self, penalty: Penalty) -> str | None:
        if penalty.curvature:
            return None
        return (
            "Pegasos takes its learning rate 1/(λt) from a squared penalty, and here there is none; "
            "choose a penalty with a square, such as l2 with λ above 0, or another optimizer."
        )

    def rate(self, t: Any, schedule: Schedule, penalty: Penalty) -> Any:
        return step(
            "eta",
            tr("q.learning_rate", "learning rate"),
            ops.pegasos_rate(penalty.curvature, t),
            symbol="η",
            tex=r"\eta",
        )

    @property
    def confines(self) -> bool:
        return self.projection

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        return ops.descend(parameter, gradient, now.rate), memory

    def confine(self, W: V, b: V, now: Iteration) -> tuple[V, V]:
        radius = now.penalty.curvature**-0.5 if now.penalty.curvature else float("inf")
        if not now.penalty.penalize_bias:
            return ops.pull_back(W, _named(ops.length(W), "W′"), radius), b
        length = _named(ops.length_with_bias(W, b), "(W′, b′)")
        return ops.pull_back(W, length, radius), ops.pull_back(b, length, radius)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        before = f"eta = 1 / ({penalty.curvature} * (t + 1))  # learning rate § eta"
        if not self.projection:
            return RuleCode("@ = @ - eta * d@  # straight downhill § @_next", before=before)
        norm = "np.sqrt(np.sum(W**2) + np.sum(b**2))" if penalize_bias else "np.linalg.norm(W)"
        after = f"""
        norm = {norm}  # length of the weights § norm
        shrink = max(1, norm * ({penalty.curvature}) ** 0.5)  # above 1 outside the ball of radius 1/√λ
        W = W / shrink  # back onto the ball § W_next
        """
        if not penalize_bias:
            moved = "@ = @ - eta * d@  # straight downhill § W_moved b_next"
            return RuleCode(moved, before=before, after=after)
        both = f"{flush(after)}\nb = b / shrink  # § b_next"
        return RuleCode("@ = @ - eta * d@  # straight downhill § @_moved", before=before, after=both)


def _named(length: V, of: str) -> V:
    tex = rf"\lVert {of.replace('′', chr(39))} \rVert"
    return step("norm", tr("q.length_of_the_weights", "length of the weights"), length, symbol=f"‖{of}‖", tex=tex)
