"""The registry of exports: the files in which a moment, a pass or a run can be taken along. They know no requests."""

from app.exports.export import Export, Source
from app.exports.matrices_py import matrices_py
from app.exports.matrices_tex import matrices_tex
from app.exports.pass_csv import pass_csv
from app.exports.pass_json import pass_json
from app.exports.plane_png import plane_png
from app.exports.plane_svg import plane_svg
from app.exports.run_csv import run_csv
from app.exports.run_gif import run_gif
from app.exports.run_json import run_json
from app.exports.source import ExportSource

_JSON, _CSV = "application/json", "text/csv; charset=utf-8"

_ALL = (
    Export("plane.svg", "Plane, SVG", "A drawing, sharp at any size.",
           "image/svg+xml", Source.PLANE, plane_svg, ("iteration", "theme")),
    Export("plane.png", "Plane, PNG", "An image, for slides and chats.",
           "image/png", Source.PLANE, plane_png, ("iteration", "theme", "width")),
    Export("run.gif", "Run, GIF", "The plane on its way, animated.",
           "image/gif", Source.FILM, run_gif, ("theme",)),
    Export("pass.json", "Pass, JSON", "Every step, with its formula.",
           _JSON, Source.PASS, pass_json, ("iteration",)),
    Export("pass.csv", "Pass, CSV", "Every number of it, one a row.",
           _CSV, Source.PASS, pass_csv, ("iteration",)),
    Export("run.json", "Run, JSON", "Losses and weights, all the way.",
           _JSON, Source.RUN, run_json),
    Export("run.csv", "Run, CSV", "The same, an iteration a row.",
           _CSV, Source.RUN, run_csv),
    Export("matrices.tex", "Matrices, LaTeX", "Those of the pass, rounded.",
           "application/x-tex", Source.PASS, matrices_tex, ("iteration", "digits")),
    Export("matrices.py", "Matrices, NumPy", "Those of the pass, as code.",
           "text/x-python; charset=utf-8", Source.PASS, matrices_py, ("iteration",)),
)  # fmt: skip

EXPORTS: dict[str, Export] = {export.kind: export for export in _ALL}

__all__ = ["EXPORTS", "Export", "ExportSource", "Source"]
