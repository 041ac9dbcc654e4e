"""The plane in an answer, as the models of the OpenAPI document name it."""

from app.api.answer_models import Frame, PassScene, Scene
from app.core.presets import PRESETS
from app.core.problem import Problem
from app.requests import passes, runs
from app.requests.schemas import Wanted
from app.settings import Settings

PROBLEM = Problem(*PRESETS[0].start())


def test_everything_in_the_scene_of_a_pass_has_a_name() -> None:
    scene = passes.answer_of(PROBLEM, 0, Wanted(), Settings())["scene"]
    assert scene.keys() == PassScene.model_fields.keys()
    assert {tuple(sorted(frame)) for frame in scene["frames"]} == {tuple(sorted(Frame.model_fields))}


def test_everything_in_the_scenes_of_a_run_has_a_name() -> None:
    scenes = runs.answer_of(PROBLEM, 3, Settings())["scenes"]
    assert {tuple(sorted(scene)) for scene in scenes} == {tuple(sorted(Scene.model_fields))}
