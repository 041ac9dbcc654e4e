"""What a text that cannot be read looks like, and how to print it so that it can."""

from __future__ import annotations

import re
from typing import Final

_DENSE: Final = "print dW.toarray(), dW.to_dense() or, in MATLAB, full(dW)"
_LOOKS: Final = [
    (re.compile(pattern), says)
    for pattern, says in (
        (r"\APK\x03\x04|\A\ufffd?NUMPY|\x00", "a binary file: print the numbers it holds"),
        (r"Traced<", "a traced value of JAX: print it outside of jit and grad, or with jax.debug.print"),
        (r"\bTensor\(\"|<tf\.\w++ [^<>]*+>\s*+\Z", "a symbolic tensor of TensorFlow: print it when run, with .numpy()"),
        (r"<(?:function|bound method|built-in|generator|map|zip|filter|class)\b", "code, not its value: call it first"),
        (r"(?i)sparse|\bindices=tensor|(?m:^[ \t]*+\(\d++, ?\d++\)\s)", f"a sparse matrix: {_DENSE}"),
        (r"\[ ?List\(|\bList of\b|structure\(|\bmatrix\(c\(|\bcbind\(", "R code: print the matrix, or write.csv(dW)"),
        (r"[\d.][ij]\b", "complex numbers: a gradient is real, print dW.real"),
        (r"(?i)Traceback|Error:", "an error message: mend that first, then print dW"),
        (r"(?i)<(?:table|html|div|tr)\b", "HTML: print dW.tolist() or dW.to_string()"),
        (r"\A\s*None\s*\Z", "None: there is no gradient yet; in PyTorch, call loss.backward() first"),
        (r"(?s)\\begin", "LaTeX: keep the numbers, & and \\\\ alone"),
    )
]

LEFT_OUT: Final = (
    "Numbers were left out here; print all of them: np.set_printoptions(threshold=np.inf) for NumPy, "
    'torch.set_printoptions(profile="full") for PyTorch, dW.to_string() for pandas, show(stdout, dW) for Julia.'
)


def looks_like(text: str) -> str:
    """A sentence that begins with a space, or nothing where the text looks like nothing that is known."""
    found = next((says for pattern, says in _LOOKS if pattern.search(text)), None)
    return f" This looks like {found}." if found else ""
