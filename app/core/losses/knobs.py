"""The knobs that several losses share. A knob of one loss alone stands in that loss's file."""

from app.core.knob import Knob

DELTA = Knob("margin Δ", symbol="Δ", min=0.0, max=20.0, step=0.1)
KINK = Knob("slope at the kink", min=0.0, max=1.0, step=0.5)
TOLERANCE = Knob("width of the kink ε", symbol="ε", min=0.0, max=0.5, step=0.01)
TAU = Knob("share beyond τ", symbol="τ", min=0.0, max=1.0, step=0.05)
LEFT = Knob("left cut a", symbol="a", min=0.05, max=20.0, step=0.05)
RIGHT = Knob("right cut κ", symbol="κ", min=0.05, max=20.0, step=0.05)
