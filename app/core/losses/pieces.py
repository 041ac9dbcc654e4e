"""The code of the losses made of pieces: the pinball, its cuts, its round bottom."""

from __future__ import annotations

from app.core.code_fragments import choice, corners

Pieces = tuple[str, str, str, str]
"""Fragments as `BinaryLoss.coded` takes them: forward, backward, loops, torch."""


def pinball_code(u: str, kink: float, tolerance: float) -> Pieces:
    """The pinball loss of `u`, which is the margin or what is left of it."""
    of = kink, tolerance, u
    slope = corners(*of, lambda v, gt, lt, le: f"np.where({v} {gt} 0, 1, -tau)")
    each = corners(*of, lambda v, gt, lt, le: f"1 if {v} {gt} 0 else -tau")
    text = "  # loss of each point: the share τ beyond the margin § l"
    torch = choice(kink, "losses", lambda gt, lt, le: f"torch.where({u} {gt} 0, {u}, -tau * {u})", text)
    return (
        f"losses = np.maximum({u}, -tau * {u})  # loss of each point: the share τ beyond the margin § l",
        f"d{u} = {slope}  # slope: 1 on the right of 0, −τ on the left § dL dl d{u}",
        f"losses[i] = max({u}, -tau * {u})  # loss of the point: the share τ beyond the margin § l\n"
        f"d{u} = {each}  # slope: 1 on the right of 0, −τ on the left § dL dl d{u}",
        torch,
    )


def huber_code() -> Pieces:
    """The pinball loss of c whose corner is two parabolas."""
    side, bent = "np.where(c < 0, tau, 1)", "np.where(np.abs(c) < width, c**2 / (2 * width), np.abs(c) - width / 2)"
    return (
        f"side = {side}  # the share τ beyond the margin\nlosses = side * {bent}  # loss of each point § l",
        "dc = side * np.clip(c / width, -1, 1)  # slope: it turns over the bottom § dL dl dc",
        "side = tau if c < 0 else 1  # the share τ beyond the margin\n"
        "if abs(c) < width:\n"
        "    losses[i] = side * c**2 / (2 * width)  # on the bottom: a parabola § l\n"
        "else:\n"
        "    losses[i] = side * (abs(c) - width / 2)  # beside it: a straight line § l\n"
        "dc = side * min(max(c / width, -1), 1)  # slope: it turns over the bottom § dL dl dc",
        f"side = {side.replace('np.', 'torch.')}  # the share τ beyond the margin\n"
        f"losses = side * {bent.replace('np.', 'torch.')}  # loss of each point § l",
    )


def cut_code(after: Pieces, kink: float, tolerance: float) -> Pieces:
    """What comes `after`, of c: u cut off at −a and κ."""
    of = kink, tolerance, "u"
    inside = corners(*of, lambda v, gt, lt, le: f"(-a {lt} {v}) & ({v} {le} kappa)")
    each = corners(*of, lambda v, gt, lt, le: f"-a {lt} {v} {le} kappa")
    cut, text = "u.detach().clamp(-a, kappa)", "  # cut off at −a and κ § c"
    torch = choice(kink, "c", lambda gt, lt, le: f"torch.where((-a {lt} u) & (u {le} kappa), u, {cut})", text)
    forward, backward, loops, last = after
    return (
        f"c = np.clip(u, -a, kappa)  # cut off at −a and κ § c\n{forward}",
        f"{backward}\ndu = dc * ({inside})  # no slope beyond the cuts § du",
        f"c = min(max(u, -a), kappa)  # cut off at −a and κ § c\n{loops}\n"
        f"du = dc * ({each})  # no slope beyond the cuts § du",
        f"{torch}\n{last}",
    )
