"""Every export, over the registry: its file is there, its name says what it is, and it can be opened."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from app.core.problem import Problem
from app.exports import EXPORTS, Export, ExportSource, Source
from tests.exports.sources import of_pass, of_run, rows
from tests.pictures.moments import PROBLEMS, nine

FOLDER = Path(__file__).parents[2] / "app" / "exports"
SHARED = {"__init__", "export", "source", "lines", "matrices"}
OPENED: dict[str, Callable[[bytes], Any]] = {
    "svg": ElementTree.fromstring,
    "png": lambda content: Image.open(BytesIO(content)).load(),
    "gif": lambda content: Image.open(BytesIO(content)).load(),
    "json": json.loads,
    "csv": rows,
    "tex": bytes.decode,
    "py": lambda content: exec(content, {}),
}
FINE = {name: problem for name, problem in PROBLEMS.items() if name != "diverged"}
PAIRS = {
    f"{export.kind} of {name}": (export, problem)
    for export in EXPORTS.values()
    for name, problem in FINE.items()
    if problem.X.shape[1] == 2 or not export.source.draws
}

every_export = pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)


def source_of(export: Export, problem: Problem) -> ExportSource:
    return of_run(problem, 3) if export.source in (Source.FILM, Source.RUN) else of_pass(problem, 2)


def test_every_file_of_an_export_is_in_the_registry() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - SHARED == {kind.replace(".", "_") for kind in EXPORTS}


@every_export
def test_an_export_says_what_it_is(export: Export) -> None:
    assert export.filename == f"hingelab-{export.kind}"
    assert export.sentence.endswith(".")


@pytest.mark.parametrize(("export", "problem"), PAIRS.values(), ids=PAIRS)
def test_an_export_can_be_opened_and_is_always_the_same(export: Export, problem: Problem) -> None:
    content = export.write(source_of(export, problem))
    OPENED[export.kind.rpartition(".")[2]](content)
    assert export.write(source_of(export, problem)) == content


def test_a_picture_has_its_width_and_theme() -> None:
    light, dark = (
        Image.open(BytesIO(EXPORTS["plane.png"].write(of_pass(nine(), width=300, theme=theme))))
        for theme in ("light", "dark")
    )
    assert light.size == dark.size == (300, 300)
    assert sum(light.convert("RGB").getpixel((150, 20))) > 500  # type: ignore[arg-type]
    assert sum(dark.convert("RGB").getpixel((150, 20))) < 250  # type: ignore[arg-type]
