"""What the losses share in which only the closest rival counts: closed form and code."""

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode, above, each_above, relu
from app.core.types import Array, Ints


def closest_rival(M: Array, own: Ints, kink: float, tolerance: float) -> tuple[Array, Array]:
    """max(0, max over the rivals of M) and its slope, as `Loss.slope` gives them; `M` (C, N) is overwritten."""
    places, n = M.ravel(), M.shape[1]
    places[own] = -np.inf
    rival = M.argmax(axis=0) * n + np.arange(n)  # the first of equals, as everywhere
    r = places[rival]
    gate = ops.indicator(r, kink, tolerance)
    G = np.zeros_like(M)
    G.ravel()[rival] = gate
    G.ravel()[own] = 0.0 - gate
    return np.maximum(r, 0.0), G


def closest_rival_code(delta: str, kink: float, tolerance: float) -> LossCode:
    """The code of such a loss; `delta` is what is added to a margin."""
    margins = f"M = S - S[rows, y][:, None]{delta}  # margins: how far each rival comes too close § M"
    return LossCode(
        forward=f"""
        {margins}
        M[rows, y] = -np.inf  # the correct class is no rival of its own § M
        rival = M.argmax(axis=1)  # the closest one, the first of equals § r
        r = M[rows, rival]  # its margin § r
        losses = np.maximum(0, r)  # loss of each point § l
        """,
        backward=f"""
        broken = {above("r", kink, tolerance)}  # indicator: 1 where the closest rival is too close § dL dl dr
        mask = np.zeros_like(S)
        mask[rows, rival] = broken  # mask: 1 for the closest rival, § dM
        mask[rows, y] = -1.0 * broken  # minus 1 at the correct class § dS
        """,
        loops=f"""
        r, rival = -np.inf, y[i]
        for j in range(C):
            if j == y[i]:
                continue  # the correct class is no rival of its own
            m = s[j] - s[y[i]]{delta}  # margin: how far this rival comes too close § M
            if m > r:  # the closest one, the first of equals § r
                r, rival = m, j  # § r
        losses[i] = max(0, r)  # loss of the point § l
        broken = {each_above("r", kink, tolerance)}  # indicator § dL dl dr
        mask[i, rival] += broken  # mask: 1 for the closest rival, § dM
        mask[i, y[i]] -= broken  # minus 1 at the correct class § dS
        """,
        torch=f"""
        {margins}
        rival = torch.where(rivals, M, -torch.inf).argmax(dim=1)  # the closest one, the first of equals § r
        r = M[rows, rival]  # its margin § r
        losses = {relu("r", kink)}  # loss of each point § l
        """,
    )
