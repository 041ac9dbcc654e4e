"""From what the core found to the bytes of an answer."""

from typing import Any

import numpy as np
import orjson
from fastapi import Response

from app.requests.texts import ENGLISH, Texts


def encoded(content: Any) -> bytes:
    """JSON of a tree that may hold arrays. The core's bounds keep every number finite: the encoder would write null."""
    return orjson.dumps(content, _contiguous, orjson.OPT_SERIALIZE_NUMPY)


def answer(content: Any, texts: Texts = ENGLISH) -> Response:
    """The answer with this content, its texts in this language; what is an answer already stays it."""
    if isinstance(content, Response):
        return content
    return Response(encoded(texts.all(content)), media_type="application/json")


def _contiguous(array: Any) -> Any:
    # orjson writes C-contiguous arrays itself and asks about the others, the transposed ones.
    assert isinstance(array, np.ndarray), type(array)
    return np.ascontiguousarray(array) if array.ndim else array.item()
