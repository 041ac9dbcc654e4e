"""Figures and exports, which are made by kind: one way from a kind and a body to what a member is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from fastapi import Request

from app import exports, figures
from app.exports import EXPORTS, Export
from app.figures import FIGURES, Figure
from app.requests.export_source import export_source
from app.requests.figure_source import figure_source
from app.requests.refusal import Fault, Refusal
from app.requests.run_schemas import ExportBody, FigureBody
from app.requests.schemas import WrittenBody
from app.settings import Settings


class Kind(Protocol):
    """A figure or an export: its name, and which fields it uses besides those of every body."""

    @property
    def kind(self) -> str: ...

    @property
    def fields(self) -> tuple[str, ...]: ...


Member = TypeVar("Member", bound=Kind)
Body = TypeVar("Body", bound=WrittenBody)
Source = TypeVar("Source")


@dataclass(frozen=True)
class ByKind(Generic[Member, Body, Source]):
    """One registry of kinds, and how a body of theirs becomes the source that a member draws or writes."""

    noun: str
    members: Mapping[str, Member]
    source: Callable[[Body, Member, Settings], Source]

    def check_kind(self, _: Request, kind: str) -> None:
        """Raises Refusal: 404 for a kind that is not there."""
        if kind not in self.members:
            detail = f"There is no such {self.noun}; use one of {', '.join(self.members)}."
            raise Refusal(404, "not-found", detail, [Fault("", detail)])

    def source_of(self, asked: Body, kind: str, settings: Settings) -> tuple[Member, Source]:
        """The member of a kind, and what it is to be made from. Raises Refusal: 422."""
        member = self.members[kind]
        self._check_fields(asked, member)
        return member, self.source(asked, member, settings)

    def _check_fields(self, asked: Body, member: Member) -> None:
        """What says no more than its absence is not refused: a generated client sends every default."""
        fields = type(asked).model_fields
        said = {name for name in asked.model_fields_set if getattr(asked, name) != fields[name].default}
        unused = sorted(said - WrittenBody.model_fields.keys() - set(member.fields))
        uses = f"it uses {', '.join(member.fields)}" if member.fields else "it uses the problem alone"
        faults = [Fault(f"/{name}", f"The {self.noun} {member.kind} has no {name}; {uses}.") for name in unused]
        if faults:
            raise Refusal(422, "invalid-problem", faults[0].detail, faults)


FIGURE: ByKind[Figure, FigureBody, figures.FigureSource] = ByKind("figure", FIGURES, figure_source)
EXPORT: ByKind[Export, ExportBody, exports.ExportSource] = ByKind("export", EXPORTS, export_source)
