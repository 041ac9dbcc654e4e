"""The knobs that several optimizers share. A knob of one rule alone stands in that rule's file."""

from app.core.knob import Knob

RATE = Knob("learning rate η", symbol="η", min=0.0001, max=100.0, step=0.0001, scale="log")
MOMENTUM = Knob("momentum μ", symbol="μ", min=0.0, max=0.999, step=0.01)
