"""Every setting of the program, each from its HINGELAB_* variable, none needed. It opens and connects nothing."""

from pydantic import Field, FilePath, PositiveFloat, PositiveInt, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

DEPTH = 32
"""The deepest nesting of a body; a valid one needs 3."""


SECRET = {"database_url"}  # it can hold a password


class Settings(BaseSettings):
    """Where to listen, and the limits that keep one request from taking the worker from all the others."""

    model_config = SettingsConfigDict(env_prefix="HINGELAB_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    reload: bool = False
    public_address: str = Field(
        "", description="the address people use, e.g. https://hingelab.example; empty: the one asked for"
    )
    database_url: str = Field(
        "sqlite:///hingelab.db",
        pattern="^(sqlite:///.|postgresql://)",
        description="where short links are kept: sqlite:///path of a file, or postgresql://…",
    )

    texts: FilePath | None = Field(
        None, description="the page's texts in another language than English: a JSON file {id: text}, such as de.json"
    )

    max_body_bytes: PositiveInt = Field(1 << 20, description="bytes of a request's body")
    max_body_seconds: PositiveFloat = Field(20.0, description="seconds a body may take to arrive")
    max_numbers: PositiveInt = Field(
        200_000, description="N·max(D, C): points times the larger of features and classes"
    )
    max_features: PositiveInt = Field(4_096, description="D, the columns of X")
    max_classes: PositiveInt = Field(100, description="C, the columns of W")
    max_iterations: PositiveInt = Field(10_000, description="iterations of a run")
    max_work: PositiveInt = Field(20_000_000, description="N·C·iterations of a run")
    max_run_numbers: PositiveInt = Field(
        5_000_000,
        description="numbers in a run's weights and batches: (iterations + 1)·((D + 1)·C + points of a batch)",
    )
    max_scene_numbers: PositiveInt = Field(
        400_000, description="numbers in the scenes of a run; beyond it only every k-th scene is sent"
    )
    max_parameters: PositiveInt = Field(2_000, description="(D + 1)·C, the numbers of W and b, of a check or diagnosis")
    max_cells: PositiveInt = Field(5_000, description="cells whose formula is asked for in one request")
    max_reads: PositiveInt = Field(500_000, description="numbers that the formulas of one answer read")
    max_code_numbers: PositiveInt = Field(
        2_000, description="numbers of X, or of W, written out in code; with more the code reads them from problem.json"
    )
    max_file_bytes: PositiveInt = Field(12_000_000, description="bytes of the answers in a page to take along")
    max_links: PositiveInt = Field(1_000_000, description="short links kept, deleted ones too")
    max_link_bytes: PositiveInt = Field(1 << 16, description="bytes of the content of a short link")
    max_export_numbers: PositiveInt = Field(500_000, description="numbers written into one exported file")
    max_marks: PositiveInt = Field(
        200_000,
        description="frames·N·(C + 1): points and margins drawn in one picture or film; a film has fewer frames",
    )
    max_errors: PositiveInt = Field(20, description="errors listed in one answer; the rest are counted")
    threads: PositiveInt = Field(4, description="large requests computed at the same time")


LIMITS = tuple(name for name in Settings.model_fields if name.startswith("max_"))
"""The limits a reader of the documentation needs, in the order of their definition."""


def refused(error: ValidationError) -> list[str]:
    """Each setting that cannot be used: its name, its value unless that is a secret, and what is wrong."""
    found = []
    for each in error.errors():
        name = str(each["loc"][0])
        value = "" if name in SECRET else f" is “{each['input']}”"
        meaning = Settings.model_fields[name].description
        fault = f"{each['msg'][0].lower()}{each['msg'][1:]}"
        found.append(f"HINGELAB_{name.upper()}{value}: {fault}{f' ({meaning})' if meaning else ''}.")
    return found
