"""The plane of two features: regions, lines and margins at one setting of the weights, or at many."""

from app.core.plane.of_problem import FITTED, JudgedScene, PassScene, Viewport, as_begun, every, of_pass, of_run

__all__ = ["FITTED", "JudgedScene", "PassScene", "Viewport", "as_begun", "every", "of_pass", "of_run"]
