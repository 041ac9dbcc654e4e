"""What the diagnosis knows, as docs/diagnosis.md says it, made from its own list.

`python -m tests.core.diagnose.written` writes it again; a test holds that it is that of the program.
"""

from pathlib import Path

from app.core.diagnose import MISTAKES
from app.core.diagnose.decompose import TOGETHER
from app.core.diagnose.mistake import STAGES

PATH = Path(__file__).resolve().parents[3] / "docs" / "diagnosis.md"
WORDS = ("no", "one", "two", "three", "four")
CALLED = {
    "scores": "Scores", "labels": "Labels", "points": "Points", "loss": "Loss",
    "slopes": "Mask, and other slopes of the loss",
    "own": "The correct class", "mean": "Mean over the points", "factor": "Data part", "penalty": "Penalty's part",
    "strength": "Factor of the penalty's part", "sign": "Signs", "bias": "db", "layout": "Layout",
    "value": "Loss that is reported",
}  # fmt: skip
HEAD = f"""# What “Check my gradient” knows

A gradient is a data part times a factor plus a penalty's part times a factor. The diagnosis knows
{len(MISTAKES)} mistakes in them, listed here in the order in which a gradient is computed, and finds any
{WORDS[TOGETHER]} that go together, two of them in the data part, by holding the numbers against every known part: the
factor that is left must be a known one. It names the simplest that reproduce every number, says what gives the same
numbers once, and names nothing that so few digits would be given by chance.

*Right* means that the numbers agree and have digits enough to tell them from each of these mistakes; *right so far*,
that they do not, and which mistakes are left. Right too, and said so: numbers of single or half precision or rounded
ones, a one-sided difference of the loss with its step, and another slope where a margin is exactly 0.
"""


def written() -> str:
    """The whole file."""
    parts = [HEAD]
    for stage in STAGES:
        rows = [f"| `{each.kind}` | {each.title} | {each.sentence} |" for each in MISTAKES if each.stage == stage]
        parts.append("\n".join([f"## {CALLED[stage]}\n", "| | | |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PATH.write_text(written())
