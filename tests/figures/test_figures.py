"""Every figure, over the registry: it opens as Plotly, it is of this run, and its file is there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import plotly.io
import pytest

from app.core.datasets import generate
from app.core.datasets.nine_points import NinePoints
from app.core.fast.landscape import Parameter
from app.core.fast.train import Run, train
from app.core.losses import LOSSES
from app.core.problem import Problem
from app.figures import FIGURES, Figure, FigureSource
from app.figures.margins import bins
from app.figures.update_ratio import ratios_of

FOLDER = Path(__file__).parents[2] / "app" / "figures"
SHARED = {"chart", "__init__", "figure", "frame", "source"}

every_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.kind)


def problem_of(loss: int = 0) -> Problem:
    X, y, W, b = generate(NinePoints(), 0)
    if LOSSES[loss].binary:
        y, W, b = np.minimum(y, 1), W[:, :1], b[:1]
    return Problem(X, y, W, b, loss=LOSSES[loss]())


def source_of(figure: Figure, loss: int = 0, **fields: object) -> FigureSource:
    problem = problem_of(loss)
    other = train(problem, 30) if "compare" in figure.fields else None
    settings: dict[str, object] = {"iteration": 7, "other": other, "resolution": 11, **fields}
    return FigureSource(problem, train(problem, 40), **settings)  # type: ignore[arg-type]


def named(figure: go.Figure) -> dict[str, go.Scatter]:
    return {trace.name: trace for trace in figure.data}


@every_figure
@pytest.mark.parametrize("loss", range(len(LOSSES)), ids=[loss.__name__ for loss in LOSSES])
@pytest.mark.parametrize("log", [False, True])
def test_a_figure_opens_from_its_json_with_finite_numbers(figure: Figure, loss: int, log: bool) -> None:
    drawn = figure.draw(source_of(figure, loss, log=log and "log" in figure.fields))
    text = drawn.to_json()
    assert plotly.io.from_json(text) == drawn
    for trace in drawn.data:
        for axis in ("x", "y", "z"):
            values = getattr(trace, axis, None)
            assert values is None or np.isfinite(np.asarray(values, float)).all(), (trace.name, axis)


@every_figure
def test_a_figure_can_be_drawn_of_a_run_of_no_updates_of_one_point(figure: Figure) -> None:
    problem = Problem(np.array([[0.0]]), np.array([1]), np.zeros((1, 2)), np.zeros(2))
    drawn = figure.draw(FigureSource(problem, train(problem, 0), resolution=3))
    assert plotly.io.from_json(drawn.to_json()) == drawn


def test_every_file_of_a_figure_is_in_the_registry() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - SHARED == set(FIGURES)


@pytest.mark.parametrize("kind", [kind for kind, figure in FIGURES.items() if "compare" in figure.fields])
def test_a_second_run_is_drawn_dotted_beside_the_first(kind: str) -> None:
    drawn = FIGURES[kind].draw(source_of(FIGURES[kind]))
    first, other = drawn.data[0], named(drawn)["other run"]
    assert other.line.dash == "dot"
    assert first.line.dash == "solid"
    assert np.array_equal(np.asarray(first.y)[: len(other.y)], other.y)  # here the same run, but shorter


def test_the_loss_figure_shows_the_losses_of_the_run() -> None:
    source = source_of(FIGURES["loss"])
    lines = named(FIGURES["loss"].draw(source))
    assert np.array_equal(lines["total"].y, source.run.totals)
    assert np.allclose(np.asarray(lines["data"].y) + np.asarray(lines["penalty"].y), lines["total"].y)


@pytest.mark.parametrize("measure", ["totals", "data", "accuracy", "gradient_norm"])
def test_the_comparison_shows_one_measure_of_each_run(measure: str) -> None:
    runs = (("one", train(problem_of(), 9)), ("other", train(problem_of(2), 9)))
    source = replace(source_of(FIGURES["comparison"]), variants=runs, measure=measure.replace("totals", "total"))
    lines = FIGURES["comparison"].draw(source).data
    assert [line.name for line in lines] == ["A · one", "B · other"]
    for line, (_, run) in zip(lines, runs, strict=True):
        assert np.array_equal(line.y, getattr(run, measure))


def test_the_update_ratio_is_that_of_the_step_to_the_weights_and_skips_weights_that_are_zero() -> None:
    problem = Problem(np.array([[3.0]]), np.array([0]), np.zeros((1, 2)), np.zeros(2))
    when, ratios = ratios_of(train(problem, 2))
    assert when.tolist() == [1]  # at iteration 0 the weights are zero; iteration 2 updates nothing
    run: Run = train(problem, 2)
    assert ratios[0] == np.linalg.norm(run.W[2] - run.W[1]) / np.linalg.norm(run.W[1])


@pytest.mark.parametrize(("loss", "most"), [(0, 18), (2, 18), (3, 27), (4, 9), (7, 9), (9, 9)])
def test_the_histogram_counts_every_margin_once_and_no_bar_reaches_over_zero(loss: int, most: int) -> None:
    drawn = FIGURES["margins"].draw(source_of(FIGURES["margins"], loss, iteration=0))
    assert sum(int(np.sum(trace.y)) for trace in drawn.data) == most
    for trace in drawn.data:
        for (low, high), count in zip(trace.customdata, trace.y, strict=True):
            assert not count or low >= 0 or high <= 0


def test_the_first_preset_breaks_twelve_margins_at_the_start() -> None:
    """The number of ones in the mask of the worked example."""
    drawn = FIGURES["margins"].draw(source_of(FIGURES["margins"], iteration=0))
    assert {trace.name for trace in drawn.data} == {"margin kept: 6", "margin broken: 12"}


@pytest.mark.parametrize(
    "values", [[0.0], [1.0, 1.0], [-3.0, 5.0], [1e12, 1e12 + 1e-3], [1e-300, 2e-300], [-1e9, 1e-9]]
)
def test_bins_hold_every_value_and_are_not_too_many(values: list[float]) -> None:
    edges = bins(np.array(values))
    assert np.histogram(values, edges)[0].sum() == len(values)
    assert 2 <= len(edges) <= 40


def test_paths_are_curves_of_classes_in_the_plane_and_lines_of_weights_elsewhere() -> None:
    source = source_of(FIGURES["paths"])
    curve = named(FIGURES["paths"].draw(source))["class 2"]
    assert np.array_equal(curve.x, source.run.W[:, 0, 2])
    assert np.array_equal(curve.y, source.run.W[:, 1, 2])
    rng = np.random.default_rng(5)
    wide = Problem(rng.normal(size=(6, 40)), np.arange(6) % 3, np.zeros((40, 3)), np.zeros(3))
    drawn = FIGURES["paths"].draw(FigureSource(wide, train(wide, 5)))
    assert len(drawn.data) == 60
    assert "60 weights that move furthest" in drawn.layout.yaxis.title.text


@pytest.mark.parametrize("kind", ["landscape", "surface"])
def test_the_landscape_has_the_loss_of_the_run_where_the_run_is(kind: str) -> None:
    source = source_of(FIGURES[kind])
    here = FIGURES[kind].draw(replace(source, parameters=(Parameter(0, 0), Parameter(0, 1)))).data
    heights = next(trace for trace in here if trace.name == "total loss")
    middle = len(heights.x) // 2
    assert np.isclose(heights.z[middle][middle], source.run.totals[7])
    assert np.isclose(heights.x[middle], source.run.W[7, 0, 0])
    assert np.isclose(heights.y[middle], source.run.W[7, 1, 0])


def test_the_view_of_the_landscape_holds_the_whole_run_unless_it_diverges() -> None:
    source = source_of(FIGURES["landscape"])
    heights, path, _ = FIGURES["landscape"].draw(source).data
    assert heights.x[0] < np.min(path.x)
    assert heights.x[-1] > np.max(path.x)
