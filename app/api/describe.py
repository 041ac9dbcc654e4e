"""What FastAPI cannot see of our routes: they read their bodies themselves."""

from typing import Any

from pydantic import BaseModel, Field

from app.requests.refusal import MEDIA_TYPE


class FaultModel(BaseModel):
    """One thing that is wrong."""

    pointer: str = Field(description="a JSON Pointer into the body, or the name of a parameter; empty: the whole of it")
    detail: str = Field(description="what is wrong and what to do")


class ProblemDocument(BaseModel):
    """An error, after RFC 9457."""

    type: str = Field(description="the kind of problem; a link into the documentation")
    title: str
    status: int
    detail: str
    errors: list[FaultModel]


MEANINGS = {
    400: "The body is not strict JSON, or the request itself is malformed",
    403: "The key does not fit",
    404: "There is no such kind, link or address",
    405: "The method is another one",
    408: "The body took too long to arrive",
    410: "The link was deleted",
    413: "The body is too large",
    415: "The body is not declared as application/json",
    422: "A field or parameter is wrong, or over a limit",
    503: "The database of the short links does not answer",
    507: "No more short links can be stored",
}

REFERENCE = {"$ref": "#/components/schemas/ProblemDocument"}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that can be refused with these statuses."""
    return {
        status: {"description": MEANINGS[status], "content": {MEDIA_TYPE: {"schema": REFERENCE}}} for status in statuses
    }


def takes(body: type[BaseModel]) -> dict[str, Any]:
    """The `openapi_extra` of a route that reads `body` itself."""
    reference = {"$ref": f"#/components/schemas/{body.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": reference}}}}


POSTED = refusals(400, 408, 413, 415, 422)
