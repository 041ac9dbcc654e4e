"""What the plane can draw of a step. An operation and its pulls each name theirs, as they name their formula."""

from typing import Literal

Layer = Literal[
    "scores",  # of one point: how far it is from the line of each class, with its score
    "margins",  # of one point: what it lacks to each of its margin lines, signed
    "lengths",  # those of them that cost something
    "squares",  # the same, squared
    "shares",  # of one point: the classes' shares of 1, as a ring
    "numbers",  # of one point a row of numbers, or of every point its number
    "ring",  # of one point: its loss
    "rings",  # the losses of all points
    "weights",  # the weights of each class as an arrow with its length
    "ticks",  # of one point: how strong its signal is at each margin, whatever the margin's length
    "pieces",  # of one point: its pulls at each class's weights, a piece for each rival
    "chain",  # the pulls of all points, tip to tail on the arrow of their class
    "shifts",  # by how much each line is asked to shift
    "decay",  # what the penalty asks of each class's weights
    "sum",  # what they are asked in all
    "direction",  # where an update would go
    "spread",  # how large the slopes of each weight have been
    "turn",  # the lines as they are and as they will be, and the wedge between
]
Picture = tuple[Layer, ...]
"""The layers of a step, those at the back first; () for a step that is about numbers alone."""
