"""The plane through a run as a GIF file."""

from app.exports.view import View
from app.pictures import film


def run_gif(view: View) -> bytes:
    return film(view.here, view.whole_run, view.theme, view.scene, view.frames)
