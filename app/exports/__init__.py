"""The registry of exports: the files in which a moment, a pass or a run can be taken along. They know no requests."""

from app.exports.export import Export
from app.exports.matrices_py import matrices_py
from app.exports.matrices_tex import matrices_tex
from app.exports.pass_csv import pass_csv
from app.exports.pass_json import pass_json
from app.exports.plane_png import plane_png
from app.exports.plane_svg import plane_svg
from app.exports.run_csv import run_csv
from app.exports.run_gif import run_gif
from app.exports.run_json import run_json
from app.exports.view import View

_JSON, _CSV = "application/json", "text/csv; charset=utf-8"

_ALL = (
    Export("plane.svg", "Plane, SVG", "A drawing, sharp at any size.",
           "image/svg+xml", plane_svg, ("iteration", "theme"), draws=True),
    Export("plane.png", "Plane, PNG", "An image, for slides and chats.",
           "image/png", plane_png, ("iteration", "theme", "width"), draws=True),
    Export("run.gif", "Run, GIF", "The plane on its way, animated.",
           "image/gif", run_gif, ("theme",), draws=True, runs=True),
    Export("pass.json", "Pass, JSON", "Every step, with its formula.",
           _JSON, pass_json, ("iteration",), passes=True),
    Export("pass.csv", "Pass, CSV", "Every number of it, one a row.",
           _CSV, pass_csv, ("iteration",), passes=True),
    Export("run.json", "Run, JSON", "Losses and weights, all the way.",
           _JSON, run_json, runs=True),
    Export("run.csv", "Run, CSV", "The same, an iteration a row.",
           _CSV, run_csv, runs=True),
    Export("matrices.tex", "Matrices, LaTeX", "Those of the pass, rounded.",
           "application/x-tex", matrices_tex, ("iteration", "digits"), passes=True),
    Export("matrices.py", "Matrices, NumPy", "Those of the pass, as code.",
           "text/x-python; charset=utf-8", matrices_py, ("iteration",), passes=True),
)  # fmt: skip

EXPORTS: dict[str, Export] = {export.kind: export for export in _ALL}

__all__ = ["EXPORTS", "Export", "View"]
