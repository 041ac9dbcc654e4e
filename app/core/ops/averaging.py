"""The average of all weights so far."""

from app.core.numeral import factor, numeral
from app.core.tape.tape import rule
from app.core.text import tr

average = rule(
    r"{0} + \frac{{{1} - {0}}}{{t+1}}",
    tr(
        "op.average",
        "The average of all weights after an update: it moves less and less, and the noise of "
        "single steps cancels in it.",
    ),
    tr("op.average.question", "Where have the lines been on average?"),
    ("turn",),
    lambda mean, W, t: mean + (W - mean) / (t + 1.0),
    lambda at, out, mean, W, t: (
        f"{numeral(mean[at])} + ({numeral(W[at])} − {factor(mean[at])}) / {t + 1}",
        [(0, at), (1, at)],
    ),
)
