"""What libraries print today is read, labels and all; what cannot be read is named, with a way to print it."""

import numpy as np
import pytest

from app.core.diagnose import read
from app.core.diagnose.matrix_text import READS

ROWS = ["0.4987, -0.6022, -0.3012, 0.9657", "0.3757, 0.1481, -0.4193, -0.2836", "0.2160, 0.1388, -0.2322, -0.4658"]
A = np.array([[float(x) for x in row.split(",")] for row in ROWS])
LIST = "[[" + "],\n       [".join(ROWS) + "]]"
PLAIN = "\n".join("  " + row.replace(",", "  ") for row in ROWS)


SPACED = [row.replace(",", " ") for row in ROWS]


def each(form: str) -> str:
    """The list of lists with every number in this form."""
    return "[" + ", ".join("[" + ", ".join(form.format(x) for x in row.split(", ")) + "]" for row in ROWS) + "]"


def under(head: str, form: str, rows: list[str], first: int = 0) -> str:
    """A table: a head, and rows with their number and their text in this form."""
    return "\n".join([head, *(form.format(k, row) for k, row in enumerate(rows, first))])


def split(*blocks: str) -> str:
    return "\n\n".join(blocks)


LEFT = [row.split(", ")[:3] for row in ROWS]
RIGHT = [row.split(", ")[3:] for row in ROWS]


def lines(rows: list[list[str]], label: str = "") -> str:
    return "\n".join(label.format(k) + "   ".join(row) for k, row in enumerate(rows))


PRINTED = {
    "numpy 2 scalars": repr([[np.float64(x) for x in row] for row in A]),
    "numpy scalars of 32 bits": each("np.float32({})"),
    "a list of arrays": "[" + ", ".join(f"array([{row}])" for row in ROWS) + "]",
    "a list of tensors": each("tensor({}, grad_fn=<Mul0>)"),
    "a masked array": f"masked_array(data={LIST},\n             mask=False,\n       fill_value=1e+20)",
    "a parameter of PyTorch": f"Parameter containing:\ntensor({LIST}, requires_grad=True)",
    "a tensor elsewhere": f"tensor({LIST}, device='cuda:0', dtype=torch.float64, grad_fn=<AddBackward0>)",
    "an old tensor": f"\n{PLAIN}\n[torch.FloatTensor of size 3x4]\n",
    "jax": f"Array({LIST}, dtype=float32)",
    "old jax": f"DeviceArray({LIST}, dtype=float32, weak_type=True)",
    "tensorflow, str": f"tf.Tensor(\n{LIST.replace(',', '')}, shape=(3, 4), dtype=float32)",
    "tensorflow, repr": f"<tf.Tensor: shape=(3, 4), dtype=float32, numpy=\narray({LIST}, dtype=float32)>",
    "tensorflow, a variable": f"<tf.Variable 'W:0' shape=(3, 4) dtype=float32, numpy=\narray({LIST}, dtype=float32)>",
    "keras": f"<KerasVariable shape=(3, 4), dtype=float32, path=dense/kernel, value={LIST.replace(chr(10), '')}>",
    "mxnet": f"\n{LIST.replace(',', '')}\n<NDArray 3x4 @cpu(0)>",
    "sympy": f"Matrix({LIST})",
    "json with a key": f'{{"dW": {LIST}}}',
    "strings": str([row.split(", ") for row in ROWS]),
    "decimals": each("Decimal('{}')"),
    "a session": f">>> print(dW1)\n{LIST}",
    "a notebook": f"In [3]: dW\nOut[3]: \narray({LIST})",
    "matlab": f">> dW\n\ndW =\n\n{PLAIN}\n",
    "matlab, columns": split("dW =", "  Columns 1 through 3", lines(LEFT), "  Column 4", lines(RIGHT)),
    "octave, columns": split("dW =", " Columns 1 through 3:", lines(LEFT), " Column 4:", lines(RIGHT)),
    "matlab, two and two": split("  Columns 1 and 2", lines([r[:2] for r in LEFT]), "  Columns 3 and 4", lines(
        [[r[2], *s] for r, s in zip(LEFT, RIGHT, strict=True)])),
    "matlab, Japanese": split("dW =", "  列 1 から 3", lines(LEFT), "  列 4", lines(RIGHT)),
    "matlab, named": f"  3×4 single matrix\n\n{PLAIN}",
    "julia": f"3×4 Matrix{{Float64}}:\n{PLAIN}",
    "old julia": f"3×4 Array{{Float64,2}}:\n{PLAIN}",
    "julia, 32 bits": "Float32[" + "; ".join(row.replace(",", "f0") + "f0" for row in ROWS) + "]",
    "R": under("        [,1]    [,2]    [,3]    [,4]", "[{},] {}", SPACED, 1),
    "R, wide": "     [,1] [,2] [,3]\n" + lines(LEFT, "[{},] ") + "\n     [,4]\n" + lines(RIGHT, "[{},] "),
    "R, a data frame": under("      V1   V2   V3   V4", "{} {}", SPACED, 1),
    "R, some rows": under("      V1   V2   V3   V4", "7{} {}", SPACED),
    "R, in a list": "$dW\n" + PLAIN,
    "write.csv": under('"","V1","V2","V3","V4"', '"{}",{}', ROWS, 1),
    "pandas": under("          0         1         2         3", "{}  {}", SPACED),
    "pandas, named": under("        class 0  class 1  class 2  class 3", "x{}  {}", SPACED),
    "pandas, an index with a name": under("       a    b    c    d\nidx                    ", "{}  {}", SPACED),
    "pandas, wrapped": "     0    1    2  \\\n" + lines(LEFT, "{}  ") + "   \n\n     3  \n" + lines(RIGHT, "{}  ")
    + "\n\n[3 rows x 4 columns]",
    "to_csv": under(",0,1,2,3", "{},{}", ROWS),
    "to_csv without an index": "0,1,2,3\n" + "\n".join(ROWS),
    "to_csv with the name of the index": under("idx,0,1,2,3", "{},{}", ROWS),
    "a table of Markdown": under(
        "| | a | b | c | d |\n|---:|---:|---:|:---|----|", "| {} | {} |", [row.replace(",", " |") for row in ROWS]),
    "polars": "shape: (3, 4)\n┌────┬────┐\n│ a ┆ b ┆ c ┆ d │\n│ --- ┆ --- ┆ --- ┆ --- │\n│ f64 ┆ f64 ┆ f64 ┆ f64 │\n"
    + under("╞════╪═══╡", "│ {1} │", [row.replace(",", " ┆") for row in ROWS]) + "\n└────┴────┘",
    "rows with names": "\n".join(f"class {k}: {row}" for k, row in enumerate(ROWS)),
    "mathematica": "{{" + "}, {".join(ROWS) + "}}",
    "C": "{{" + "}, {".join(row.replace(",", "f,") + "f" for row in ROWS) + "}}",
    "latex": "\\begin{bmatrix}\n" + " \\\\\n".join(row.replace(",", " &") for row in ROWS) + "\n\\end{bmatrix}",
    "javascript": f"[ {', '.join(f'Float64Array(4) [ {row} ]' for row in ROWS)} ]",
    "ndarray of Rust": f"{LIST}, shape=[3, 4], strides=[4, 1], layout=Cc (0x5), const ndim=2",
    "a byte order mark": f"\ufeff{ROWS[0]}\r\n{ROWS[1]}\r\n{ROWS[2]}\r\n",
    "narrow spaces and dashes": PLAIN.replace("  ", "\u2009\u202f").replace("-", "\N{EN DASH}"),
    "German, in quotes": "\n".join(f'"{row}"'.replace(", ", '";"').replace(".", ",") for row in ROWS),
    "remarks": f"// dW\n% of the pass\n# here\n{PLAIN}",
}  # fmt: skip


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_what_libraries_print_is_read(text: str) -> None:
    assert read(text).values.tolist() == A.tolist()


@pytest.mark.parametrize("kind", READS)
def test_every_library_that_is_named_is_read_here(kind: str) -> None:
    names = " ".join(PRINTED).lower() + " python or json list csv tsv"
    assert kind.lower().removeprefix("a ") in names


def test_a_common_factor_counts_for_all_columns() -> None:
    halves = ("   0.4987   -0.6022", "   0.1000    2.0000")
    text = split("dW =", "   1.0e+03 *", "  Columns 1 through 2", halves[0], "  Columns 3 through 4", halves[1])
    assert np.allclose(read(text).values, [[498.7, -602.2, 100.0, 2000.0]])
    assert read(text).slack.max() == pytest.approx(0.05)
    assert read("  1.0e-03  *\n\n 0.5 0.25\n").values.tolist() == [[0.0005, 0.00025]]


@pytest.mark.parametrize(
    "text",
    [
        "9.02", "loss: 9.02", "Loss = 9.02", "loss is 9.02", "Naive loss: 9.02e+00 computed in 0.087s",
        "np.float64(9.02)",
        "L = np.float32(9.02)", "tensor(9.02, grad_fn=<AddBackward0>)",
        "Array(9.02, dtype=float32, weak_type=True)",
        "<tf.Tensor: shape=(), dtype=float32, numpy=9.02>", "tf.Tensor(9.02, shape=(), dtype=float32)", "[1] 9.02",
        "ans = 9.02", "ans =\n\n    9.0200\n", "'loss': 9.02", "9.02f0", "array(9.02)", "\ufeff9.02\n",
        "0    9.02\ndtype: float64",
    ],
)  # fmt: skip
def test_a_loss_is_read_as_it_was_printed(text: str) -> None:
    assert read(text, vector=True).values.tolist() in ([[9.02]], [[0.0, 9.02]])


@pytest.mark.parametrize(
    "text",
    [
        "0    0.1\n1   -0.2\n2    0.3\ndtype: float64", "[np.float64(0.1), np.float64(-0.2), np.float64(0.3)]",
        "3-element Vector{Float64}:\n  0.1\n -0.2\n  0.3", "[1]  0.1 -0.2\n[3]  0.3",
        "     a    b    c\n   0.1 -0.2  0.3",
        "c(0.1, -0.2, 0.3)", "db =\n\n 0.1 -0.2 0.3", "Float32[0.1, -0.2, 0.3]", "     0\n0  0.1\n1 -0.2\n2  0.3",
    ],
)  # fmt: skip
def test_a_vector_is_read_without_its_labels(text: str) -> None:
    assert read(text, vector=True).values.tolist() == [[0.1, -0.2, 0.3]]


@pytest.mark.parametrize(
    ("text", "matrix"),
    [
        ("0 1\n2 3", [[0, 1], [2, 3]]),
        ("0 0.5\n1 0.25", [[0.5], [0.25]]),  # a column that counts whole beside decimals is an index
        ("0 1\n1 2", [[0, 1], [1, 2]]),
        ("0. 0.5\n1. 0.25", [[0, 0.5], [1, 0.25]]),
        ("0 1 0.5\n0.5 1 2", [[0, 1, 0.5], [0.5, 1, 2]]),
        ("1 2 3\n4 5 6", [[1, 2, 3], [4, 5, 6]]),
    ],
)
def test_numbers_are_not_taken_for_labels(text: str, matrix: list[list[float]]) -> None:
    assert read(text).values.tolist() == matrix


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("<Array with Traced<ShapedArray(float32[3,4])>", "Line 1", "traced value of JAX: print it outside of jit"),
        ('Tensor("add:0", shape=(3, 4), dtype=float32)', "Line 1", "symbolic tensor of TensorFlow"),
        ("<function gradient at 0x7f>", "Line 1", "code, not its value: call it first"),
        ("None", "Line 1", "no gradient yet; in PyTorch, call loss.backward() first"),
        ("  (0, 1)\t0.5\n  (1, 0)\t0.25x", "Line 2", "a sparse matrix: print dW.toarray()"),
        ("tensor(indices=tensor([[0, 1]]), values=tensor([1., 2.]))", "Line 1", "a sparse matrix"),
        ("[[0.1+0.j, 0.2+0.j]]", "Line 1, column 9", "complex numbers: a gradient is real"),
        ("matrix(c(0.1, 0.2), nrow = 2)", "Line 1", "R code: print the matrix"),
        ("PK\x03\x04", "Line 1", "a binary file"),
        ("0.1 0.2 … 0.3", "Line 1, column 9", "show(stdout, dW) for Julia"),
        ("  0.1  ⋯  0.2\n   ⋮", "Line 1, column 8", "left out"),
        ("        a  ...    c\n0  0.1  ...  0.3", "Line 1, column 12", "dW.to_string() for pandas"),
        ("  Columns 1 and 2\n\n0.1 0.2\n0.3 0.4\n\n  Column 3\n\n0.5", "Line 8, column 1", "1 row here under"),
        ("a b\n0.1 0.2\nc d\n0.3 0.4\n0.5 0.6", "Line 4, column 1", "2 rows here under a head of their own"),
        ("0.1 0.2\nhello", "Line 2, column 1", "“hello” is no number"),
        ("0.1 0.2\nw 0.3", "Line 2, column 1", "“w” is no number"),
        ("0.1 x 0.2", "Line 1, column 5", "print(dW.tolist()) does in Python, or mat2str(dW)"),
        ("sqrt(2)", "Line 1, column 1", "“sqrt” is no number"),
        ("w 0.1\n[0.1 0.2]", "Line 1, column 1", "A label here, and brackets elsewhere"),
        ("0.1 NA", "Line 1, column 5", "NA is not a finite number"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_how_to_print_it_said(text: str, where: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^Line \d+, column \d+: ") as error:
        read(text)
    assert str(error.value).startswith(where)
    assert said in str(error.value)
