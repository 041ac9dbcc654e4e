"""The velocity of gradient descent with momentum, plain and as Nesterov looks ahead."""

from app.core.numeral import exact, factor
from app.core.tape.tape import rule

gather = rule(
    r"\mu\,{0} + {1}",
    "The velocity keeps the share μ of itself and takes in the new slope: steps that agree add up, others cancel.",
    lambda velocity, gradient, mu: mu * velocity + gradient,
    lambda at, out, velocity, gradient, mu: (
        f"{exact(mu)}·{factor(velocity[at])} + {factor(gradient[at])}", [(0, at), (1, at)],
    ),
)  # fmt: skip

look_ahead = rule(
    r"{1} + \mu\,{0}",
    "Nesterov goes by the velocity that will be there one update later: the new one, with the slope added once more.",
    lambda velocity, gradient, mu: gradient + mu * velocity,
    lambda at, out, velocity, gradient, mu: (
        f"{factor(gradient[at])} + {exact(mu)}·{factor(velocity[at])}", [(1, at), (0, at)],
    ),
)  # fmt: skip
