"""Which few quantities tell a step: what it reads and, last, what it gives. It is read off the steps themselves."""

from collections.abc import Iterable
from dataclasses import replace

from app.core.tape.step import Step
from app.core.tape.tape import Node

MOST = 3
LABELS = "y"  # the classes: everything that is shown wears their marks


def staged(steps: Iterable[Step], inputs: Iterable[Node]) -> tuple[Step, ...]:
    """The steps, each with its stage."""
    steps = tuple(steps)
    known = {step.id: step for step in steps}
    order = {id: k for k, id in enumerate((*(node.id for node in inputs), *known))}
    return tuple(replace(step, stage=_stage(step, known, order)) for step in steps)


def _stage(step: Step, known: dict[str, Step], order: dict[str, int]) -> tuple[str, ...]:
    if step.passes_on:
        return (step.id,)  # it says nothing that is not in its title
    reads = sorted(_chosen(_telling(step, known), step, known), key=lambda id: order.get(id, -1))
    if len(reads) == 1:
        reads = [*_before(known.get(reads[0]), step, known), *reads]
    return (*reads, step.id)


def _telling(step: Step, known: dict[str, Step]) -> list[str]:
    """What it reads, without the marks of the classes and without signals that are passed on as they came."""
    telling = [id for id in step.reads if id != LABELS and not (id in known and known[id].passes_on)]
    return telling or list(step.reads)


def _chosen(reads: list[str], step: Step, known: dict[str, Step]) -> list[str]:
    """As many as there is room for: the factors of a product, else what is more than one number, in their order."""
    if len(reads) < MOST:
        return reads
    wanted = [id for id in reads if id in step.product] if step.product else []
    many = [id for id in reads if id not in known or known[id].value.ndim]
    return (wanted or many or reads)[: MOST - 1]


def _before(read: Step | None, step: Step, known: dict[str, Step]) -> list[str]:
    """What its one signal was read from, where all of them have a row a point: the eye stays in one row."""
    if read is None or read.direction != "backward" or read.passes_on or not (read.per_point and step.per_point):
        return []
    rows = [id for id in _telling(read, known) if id in known and known[id].per_point and known[id].value.ndim > 1]
    return rows[-1:]
