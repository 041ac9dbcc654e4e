"""The body and the answers of the links, as pydantic models."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.store import titles


class LinkBody(BaseModel):
    """A moment of the page, as a long link or as what it holds; one of the two."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Link")

    link: str | None = Field(None, description="a long link: what stands behind the page's address, from the # on")
    content: dict[str, Any] | None = Field(None, description="what a long link holds")
    title: str | None = Field(
        None, description=f"one line of plain text for who gets the link, at most {titles.LONGEST} characters"
    )


class LinkMade(BaseModel):
    """Where the moment is kept."""

    id: str = Field(description="10 letters, more where they are taken; the same for the same moment and title")
    path: str = Field(description="the address of the page at this moment")
    key: str | None = Field(None, description="deletes the link; only who stored it first is told, and only once")


class LinkAnswer(BaseModel):
    """A moment that was kept."""

    id: str
    title: str | None
    content: dict[str, Any] = Field(description="what a long link holds")
    created: str = Field(description="when it was stored, in UTC")
