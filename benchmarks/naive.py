"""The gradient as most people first write it: a double loop in plain Python, no numpy. Meant to be read, and slow."""

Matrix = list[list[float]]


def naive_gradient(
    X: Matrix, y: list[int], W: Matrix, b: list[float], strength: float = 0.1
) -> tuple[float, Matrix, list[float]]:
    """Weston–Watkins with Δ = 1 and the penalty λ‖W‖²: the total, ∂L/∂W and ∂L/∂b."""
    N, D, C = len(X), len(W), len(b)
    loss = 0.0
    dW = [[0.0] * C for _ in range(D)]
    db = [0.0] * C
    for x, correct in zip(X, y, strict=True):
        scores = [sum(x[d] * W[d][j] for d in range(D)) + b[j] for j in range(C)]
        for j in range(C):
            margin = scores[j] - scores[correct] + 1.0
            if j == correct or margin <= 0.0:
                continue
            loss += margin / N
            db[j] += 1.0 / N
            db[correct] -= 1.0 / N
            for d in range(D):
                dW[d][j] += x[d] / N
                dW[d][correct] -= x[d] / N
    for d in range(D):
        for j in range(C):
            loss += strength * W[d][j] ** 2
            dW[d][j] += 2.0 * strength * W[d][j]
    return loss, dW, db
