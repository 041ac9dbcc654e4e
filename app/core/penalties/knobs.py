"""The knobs that several penalties share."""

from app.core.knob import Choice, Knob

STRENGTH = Knob("strength λ", symbol="λ", min=0.0, max=100.0, step=0.001, scale="log")
BIAS = Choice("bias", ((False, "free"), (True, "penalized")))
