"""The registries as a page needs them to draw its controls, JSON-ready."""

from dataclasses import asdict
from typing import Any

from app.core.datasets import DATASETS
from app.core.knob import describe
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import PENALTIES
from app.core.presets import PRESETS, Preset
from app.core.schedules import SCHEDULES
from app.core.text import tr

TRAITS = ("has_margins", "binary", "pairwise", "slack")
"""What else a page must know of a loss."""


def catalogue() -> dict[str, list[dict[str, Any]]]:
    """Losses, penalties, optimizers, schedules, data sets and presets, each in its order on the page."""
    return {
        "losses": [describe(c, "loss") | {name: getattr(c, name) for name in TRAITS} for c in LOSSES],
        "penalties": [describe(c, "penalty") for c in PENALTIES],
        "optimizers": [describe(c, "optimizer") for c in OPTIMIZERS],
        "schedules": [describe(c, "schedule") for c in SCHEDULES],
        "datasets": [describe(c, "data") for c in DATASETS],
        "presets": [asdict(p) | _said(p) for p in PRESETS],
    }


def _said(preset: Preset) -> dict[str, Any]:
    own = f"preset.{preset.kind}"
    return {"title": tr(f"{own}.title", preset.title), "sentence": tr(f"{own}.sentence", preset.sentence)}
