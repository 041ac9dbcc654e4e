"""The velocity of gradient descent with momentum, plain and as Nesterov looks ahead."""

from app.core.numeral import exact, factor
from app.core.tape.tape import rule
from app.core.text import tr

gather = rule(
    r"\mu\,{0} + {1}",
    tr(
        "op.gather",
        "The velocity keeps the share μ of itself and takes in the new slope: steps that agree add up, others cancel.",
    ),
    tr("op.gather.question", "How much of the last step is kept?"),
    ("direction",),
    lambda velocity, gradient, mu: mu * velocity + gradient,
    lambda at, out, velocity, gradient, mu: (
        f"{exact(mu)}·{factor(velocity[at])} + {factor(gradient[at])}",
        [(0, at), (1, at)],
    ),
)

look_ahead = rule(
    r"{1} + \mu\,{0}",
    tr(
        "op.look_ahead",
        "Nesterov goes by the velocity that will be there one update later: the new one, with the "
        "slope added once more.",
    ),
    tr("op.look_ahead.question", "Where will the velocity be next?"),
    ("direction",),
    lambda velocity, gradient, mu: gradient + mu * velocity,
    lambda at, out, velocity, gradient, mu: (
        f"{factor(gradient[at])} + {exact(mu)}·{factor(velocity[at])}",
        [(1, at), (0, at)],
    ),
)
