"""Adam (Kingma and Ba, 2015); as in torch.optim."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.knob import Knob
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V, step
from app.core.text import tr

MEAN = Memory("g", tr("q.mean_slope", "mean slope"), "G_@", "G_{@}")
SQUARE = Memory("q", tr("q.mean_square", "mean square"), "Q_@", "Q_{@}")
FADE, FADE_SQUARE = ops.running_mean(r"\beta_1"), ops.running_mean(r"\beta_2", squared=True)
UNBIASED_MEAN, UNBIASED_SQUARE = ops.corrected(r"\beta_1"), ops.corrected(r"\beta_2", squared=True)


@dataclass(frozen=True, kw_only=True)
class Adam(Optimizer):
    """Momentum for the direction, RMSprop for the length, both freed of the bias that their start at zero brings."""

    kind: Literal["adam"] = "adam"
    learning_rate: Annotated[float, RATE] = 0.05
    beta1: Annotated[float, Knob("fading of the mean β₁", symbol="β₁", min=0.0, max=0.999, step=0.001)] = 0.9
    beta2: Annotated[float, Knob("fading of the squares β₂", symbol="β₂", min=0.0, max=0.9999, step=0.0001)] = 0.999

    title: ClassVar[str] = "Adam"
    tex: ClassVar[str] = (
        r"W \leftarrow W - \eta\,\frac{\hat{G}}{\sqrt{\hat{Q}} + \epsilon}, \quad "
        r"\hat{G} = \frac{G}{1 - \beta_1^{t+1}}, \; \hat{Q} = \frac{Q}{1 - \beta_2^{t+1}}"
    )
    memory: ClassVar = (MEAN, SQUARE)
    epsilon: ClassVar[float] = 1e-8  # the value of torch.optim; it only keeps the divisor from being zero

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        mean = MEAN.becomes(FADE(memory[0], gradient, self.beta1))
        square = SQUARE.becomes(FADE_SQUARE(memory[1], gradient, self.beta2))
        true_mean = step(
            "g_hat", tr("q.corrected_mean_slope", "corrected mean slope"), UNBIASED_MEAN(mean, self.beta1, now.t),
            symbol="Ĝ_@", tex=r"\hat{G}_{@}",
        )  # fmt: skip
        true_square = step(
            "q_hat", tr("q.corrected_mean_square", "corrected mean square"), UNBIASED_SQUARE(square, self.beta2, now.t),
            symbol="Q̂_@", tex=r"\hat{Q}_{@}",
        )  # fmt: skip
        return ops.descend_scaled(parameter, true_mean, true_square, now.rate, self.epsilon), (mean, square)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode(
            start="G_@, Q_@ = np.zeros_like(@), np.zeros_like(@)  # mean slope and mean square",
            update="""
            G_@ = beta1 * G_@ + (1 - beta1) * d@  # mean slope, fading § @_g @_g_next
            Q_@ = beta2 * Q_@ + (1 - beta2) * d@**2  # mean square of the slopes, fading § @_q @_q_next
            G_hat = G_@ / (1 - beta1 ** (t + 1))  # freed of the start at zero § @_g_hat
            Q_hat = Q_@ / (1 - beta2 ** (t + 1))  # freed of the start at zero § @_q_hat
            @ = @ - eta * G_hat / (np.sqrt(Q_hat) + 1e-8)  # § @_next
            """,
            torch="torch.optim.Adam([W, b], lr=eta, betas=(beta1, beta2), eps=1e-8)",
        )
