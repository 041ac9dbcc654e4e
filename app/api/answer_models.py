"""What the answers hold, as pydantic models for the OpenAPI document; no answer is validated by them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from app.core.tape.layers import Layer

Numbers = list[float]
Rows = list[list[float]]


class LossParts(BaseModel):
    """The loss and its parts: total = data + penalty."""

    data: float = Field(description="the mean of the points' losses")
    penalty: float = Field(description="the price of the weights")
    total: float


class Losses(LossParts):
    """The loss, its parts, and the loss of each point."""

    per_point: Numbers = Field(description="ℓ, N numbers")


class GradientAnswer(BaseModel):
    """The loss, its gradient and every matrix on the way; null where the loss has no such matrix."""

    scores: Rows = Field(description="S = XW + b, N×C; a loss of two classes has one column, here and below")
    margins: Rows | None = Field(description="by how much each margin is broken, N×C: S − s_y + Δ, or Δ − t·s")
    hinge: Rows | None = Field(description="H = max(0, M), own column 0, N×C")
    mask: Rows | None = Field(description="N·∂L/∂S, N×C: for Weston–Watkins 1 where M > 0, own column −count")
    dS: Rows = Field(description="∂L/∂S, N×C")
    dW: Rows = Field(description="∂L/∂W with the penalty's part, D×C")
    db: Numbers = Field(description="∂L/∂b, C numbers; zeros where there is no bias")
    loss: Losses
    accuracy: float = Field(description="the share of points classified right: the largest score wins, or the sign")
    slack_C: float | None = Field(
        description="C of the slack form ½‖W‖² + C Σ ξ_i, where ξ_i is the loss of point i: 1/(Nλ) for the penalty "
        "½λ‖W‖², 1/(2Nλ) for λ‖W‖²; null for another penalty or λ = 0"
    )


class CellRead(BaseModel):
    """One number that a formula reads."""

    step: str
    row: int
    column: int


class CellTerm(CellRead):
    """One number that a formula reads, and how."""

    minus: bool = Field(description="it is subtracted")


class CellAnswer(CellRead):
    """One number with the formula it came from."""

    text: str = Field(description="the formula with the actual numbers")
    value: float
    reads: list[CellTerm]


class CellsAnswer(BaseModel):
    """The cells asked for, in the order asked."""

    cells: list[CellAnswer]


class StepAnswer(BaseModel):
    """One step of a pass."""

    id: str
    direction: Literal["forward", "backward", "update"]
    node: str | None = Field(description="the quantity whose value or gradient this is")
    symbol: str
    title: str
    action: str = Field(description="what taking this step does, as on a button")
    tex: str
    mathml: str
    sentence: str = Field(description="why this step is as it is")
    question: str = Field(description="the question that the sentence answers, as a headline")
    picture: list[Layer] = Field(
        description="what the plane draws at this step, those at the back first; empty where it is about numbers alone"
    )
    stage: list[str] = Field(
        description="the ids of at most three quantities that tell the step: what it reads and, last, its own"
    )
    shape: list[int]
    value: Any = Field(description="a number, an array or an array of arrays, as `shape` says")
    scale: float = Field(description="the value shown times this is the gradient: 1/N is set aside")
    reads: list[str] = Field(description="the ids of the steps it is computed from")
    product: tuple[str, str] | None = Field(
        description="the two factors, where the value is a matrix product: row i of the first times the second (and a "
        "bias) if its rows are points, else the sum over the points i of row i of the first, as a column, times row i "
        "of the second; in the layout WX the factors stand the other way round and points are columns"
    )


class Frame(BaseModel):
    """The plane at some weights, in data units, for two features."""

    box: Numbers = Field(description="x0, x1, y0, y1")
    regions: list[Rows] = Field(description="one polygon a class, [] for a class that wins nowhere")
    lines: list[Rows | None] = Field(
        description="s_k = 0 within the box, one a class; with one score column only that of class 1"
    )
    levels: list[Rows | None] = Field(description="s_k = 1 within the box")
    arrows: list[Rows | None] = Field(description="anchor and tip of each class's weights")
    violations: Rows = Field(
        description="[i, j, x, y]: point i breaks the margin against class j, whose line is nearest at (x, y)"
    )
    margins: list[list[Any]] = Field(
        description="[k, j, segment]: the line that points of class k keep to class j: s_k − s_j = Δ or t·s = Δ"
    )


class Scene(Frame):
    """The plane, in data units, for two features, and how each point fares there."""

    losses: Numbers = Field(description="the loss of each point, to four decimals")
    correct: list[bool] = Field(description="is the point classified right?")


class PassScene(Scene):
    """The plane of a pass, and what moves on it through the update."""

    unit: float | None = Field(
        description="the norm of a class's weights whose arrow has the standard length; null where all are 0"
    )
    frames: list[Frame] = Field(description="the plane between the weights of the pass and the updated ones, the last")


class PassAnswer(BaseModel):
    """Every step of one pass, in order: forward, backward, update."""

    iteration: int
    epoch: int
    batch: list[int] = Field(description="the points this pass looks at")
    W: Rows = Field(description="the weights at the beginning of this pass, D×C")
    b: Numbers = Field(description="the bias at the beginning of this pass, C numbers")
    steps: list[StepAnswer]
    cells: list[CellAnswer]
    learning_rate: float = Field(description="the learning rate of this update")
    zero_loss: float = Field(description="the data loss at zero weights, where all scores are alike")
    loss: LossParts
    accuracy: float
    scene: PassScene | None = Field(description="null unless D = 2")


class OneRun(BaseModel):
    """A run, over iterations 0 … n. Where it diverged the arrays end, and all numbers in them are finite."""

    totals: Numbers
    data: Numbers
    penalty: Numbers
    accuracy: Numbers
    gradient_norm: Numbers
    W: list[Rows] = Field(description="the weights before each iteration and after the last, D×C each")
    b: Rows
    learning_rates: Numbers = Field(description="the learning rate of each update")
    scenes: list[Scene] | None = Field(description="the plane of every `scene_every`-th iteration; null unless D = 2")
    diverged_at: int | None = Field(description="the first iteration with a number that is not finite or past 1e12")


class Batches(BaseModel):
    """What the runs of one answer have in common."""

    batches: list[list[int]] = Field(description="the points of each iteration, the same for all runs")
    batches_per_epoch: int
    scene_every: int


class RunAnswer(OneRun, Batches):
    """A run, over iterations 0 … n. Where it diverged the arrays end, and all numbers in them are finite."""


class DatasetAnswer(BaseModel):
    """Points to begin with."""

    kind: str
    X: Rows
    y: list[int]
    classes: int
    W: Rows
    b: Numbers


class FigureAnswer(BaseModel):
    """A Plotly figure."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]
