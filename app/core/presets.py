"""Ready-made situations worth a look, each with one sentence of what to try. A preset names only what differs."""

from dataclasses import dataclass, field
from typing import Any

from app.core.datasets import DATASETS, generate
from app.core.types import Array, Ints


@dataclass(frozen=True, slots=True)
class Preset:
    """`data` is a data set's kind and knobs; `problem` the fields of a problem that differ from the defaults.

    `zero` starts from zero weights instead of the data set's own.
    """

    kind: str
    title: str
    sentence: str
    data: dict[str, Any]
    problem: dict[str, Any] = field(default_factory=dict)
    zero: bool = False

    def start(self) -> tuple[Array, Ints, Array, Array]:
        """X, y and the weights W, b that it begins with."""
        knobs = {name: value for name, value in self.data.items() if name != "kind"}
        dataset = next(member for member in DATASETS if member.kind == self.data["kind"])
        X, y, W, b = generate(dataset(**knobs), 0)
        return (X, y, 0 * W, 0 * b) if self.zero else (X, y, W, b)


PRESETS = (
    Preset(
        "nine_points", "Nine points", "Step to the mask and count: why is it −2 in the row of point 3?",
        {"kind": "nine_points"},
    ),
    Preset(
        "zero_weights", "Zero weights",
        "Before learning anything the loss is C − 1. Add a class and see it rise by one.",
        {"kind": "blobs", "n": 30}, {"penalty": {"kind": "none"}}, zero=True,
    ),
    Preset(
        "on_the_kink", "On the kink",
        "Four points lie exactly on a margin. Change the slope at the kink and watch the mask.",
        {"kind": "grid_corner"}, {"penalty": {"kind": "none"}},
    ),
    Preset(
        "too_fast", "A step too far",
        "Train, and watch the weights swing ever wider. Which learning rate still holds?",
        {"kind": "nine_points"}, {"optimizer": {"kind": "sgd", "learning_rate": 12.0}},
    ),
    Preset(
        "too_strict", "λ too large",
        "The penalty wins: the lines lose their slopes before the data are heard.",
        {"kind": "blobs", "n": 30}, {"penalty": {"kind": "l2", "strength": 2.0}},
    ),
    Preset(
        "overlapping", "Overlapping blobs", "No line can part them. Train and see which margins stay broken for ever.",
        {"kind": "two_blobs_overlapping"}, {"batch": 8},
    ),
    Preset(
        "one_outlier", "One outlier",
        "Train and watch a single point turn the line; then bring point 0 home to its cloud and train again.",
        {"kind": "one_outlier"}, {"penalty": {"kind": "l2", "strength": 0.01}},
    ),
    Preset(
        "softmax", "Softmax, never satisfied",
        "Even the points that are right keep pulling: look at the rows of the gradient.",
        {"kind": "blobs", "n": 24}, {"loss": {"kind": "softmax"}},
    ),
    Preset(
        "eight_classes", "Eight classes", "Switch to Crammer–Singer and compare how many cells of the mask are lit.",
        {"kind": "blobs", "n": 64, "classes": 8, "noise": 0.08},
        {"penalty": {"kind": "l2", "strength": 0.01}, "batch": 16},
    ),
    Preset(
        "xor", "XOR", "A linear machine cannot solve this. Train it and watch how it gives up.",
        {"kind": "xor"}, {"batch": 4},
    ),
    Preset(
        "unbalanced", "Unbalanced classes",
        "Train until nine in ten are right, then look who is wrong: the whole of the rare class.",
        {"kind": "unbalanced"},
    ),
)  # fmt: skip
