"""The LaTeX of a pass: every bracket closes, every row has its columns, every number is rounded as asked."""

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import L2
from app.core.problem import Problem
from app.exports import EXPORTS, ExportSource
from app.exports.matrices import matrices
from app.exports.matrices_tex import number
from tests.core.problems import problems
from tests.exports.sources import across, of_pass
from tests.pictures.moments import nine, wide

DISPLAY = re.compile(r"^% ([^\n]+)\n\\\[\n(.*?)\n\\\]$", re.MULTILINE | re.DOTALL)
MATRIX = re.compile(r"^(.*) \\begin\{bmatrix\}\n(.*)\n\\end\{bmatrix\}$", re.DOTALL)
KNOWN = {
    "partial", "ell", "text", "mathrm", "log", "Phi", "lVert", "rVert", "overline", "tilde", "hat", "leftarrow", "cdot",
    "eta", "begin", "end", ",",
}  # fmt: skip


def tex(source: ExportSource) -> str:
    return EXPORTS["matrices.tex"].write(source).decode()


def displays(text: str) -> list[tuple[str, str]]:
    return DISPLAY.findall(text)


def balanced(text: str) -> bool:
    depth = 0
    for mark in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if mark == "{" else -1
        if depth < 0:
            return False
    return depth == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(problem=problems(), digits=st.integers(0, 12))
def test_every_matrix_is_there_with_its_rows_and_columns(problem: Problem, digits: int) -> None:
    for source in (of_pass(problem, 1, digits=digits), across(of_pass(problem, 1, digits=digits))):
        text = tex(source)
        assert balanced(text)
        assert text.isascii()
        shown = displays(text)
        for (title, content), matrix in zip(shown, matrices(source.passed, source.transposed), strict=True):
            assert title == matrix.title
            found = MATRIX.match(content)
            assert bool(found) == bool(matrix.value.ndim)
            written = [line.removesuffix(r" \\").split(" & ") for line in (found[2] if found else content).split("\n")]
            if found:
                assert np.shape(written) == matrix.rows.shape
                read = np.array(
                    [[float(re.sub(r" \\cdot 10\^\{(.+)\}", r"e\1", cell)) for cell in row] for row in written]
                )
                np.testing.assert_allclose(read, matrix.rows, rtol=10.0**-digits, atol=0.51 * 10.0**-digits)


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=lambda each: each.kind)
@pytest.mark.parametrize("loss", LOSSES, ids=lambda each: each.kind)
def test_only_commands_of_latex_and_amsmath_are_used(loss: type, optimizer: type) -> None:
    parts = {"loss": loss(), "optimizer": optimizer(), "penalty": L2()}
    start = nine()
    two = loss.binary  # type: ignore[attr-defined]
    W, b, y = (start.W[:, :1], start.b[:1], start.y.clip(max=1)) if two else (start.W, start.b, start.y)
    problem = Problem(start.X, y, W, b, **parts)
    for source in (of_pass(problem, 2), across(of_pass(problem, 2))):
        body = tex(source).split(r"\begin{document}")[1]
        assert set(re.findall(r"\\([A-Za-z]+|,)", body)) <= KNOWN | {"document"}
        assert not re.search(r"_\{(ij|ji)\}", body)


def test_a_symbol_is_that_of_the_page() -> None:
    found = {title: content.split(r" \begin")[0] for title, content in displays(tex(of_pass(nine())))}
    assert found["scores"] == "S ="
    assert found["mask"] == r"\mathrm{mask} ="
    assert found["gradient of the weights"] == r"\partial L/\partial W ="
    assert r"W \leftarrow" in found.values()
    assert "data loss" in found


def test_wide_matrices_may_have_their_columns() -> None:
    assert r"\setcounter{MaxMatrixCols}{12}" in tex(of_pass(wide(12, 3)))
    assert "MaxMatrixCols" not in tex(of_pass(nine()))


@pytest.mark.parametrize(("value", "digits", "text"), [
    (1.23456, 4, "1.2346"), (-1.5, 0, "-2"), (-0.00001, 4, r"-1.0000 \cdot 10^{-5}"), (0.0, 2, "0.00"), (-0.0, 0, "0"),
    (123456.0, 2, r"1.23 \cdot 10^{5}"), (-2.5e-300, 3, r"-2.500 \cdot 10^{-300}"),
    (99999.0, 1, "99999.0"), (1e9, 0, r"1 \cdot 10^{9}"),
])  # fmt: skip
def test_numbers_are_rounded_and_large_ones_have_an_exponent(value: float, digits: int, text: str) -> None:
    assert number(value, digits) == text
