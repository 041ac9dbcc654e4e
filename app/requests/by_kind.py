"""Figures and exports, which are made by kind: one way from a kind and a body to what a member is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from fastapi import Request

from app import exports, figures
from app.exports import EXPORTS, Export
from app.figures import FIGURES, Figure
from app.requests.export_view import export_view
from app.requests.figure_view import figure_view
from app.requests.refusal import Fault, Refusal
from app.requests.run_schemas import ExportBody, FigureBody
from app.requests.schemas import ProblemBody
from app.settings import Settings


class Kind(Protocol):
    """A figure or an export: its name, and which fields it uses besides those of a problem."""

    @property
    def kind(self) -> str: ...

    @property
    def fields(self) -> tuple[str, ...]: ...


Member = TypeVar("Member", bound=Kind)
Body = TypeVar("Body", bound=ProblemBody)
View = TypeVar("View")


@dataclass(frozen=True)
class ByKind(Generic[Member, Body, View]):
    """One registry of kinds, and how a body of theirs becomes the view that a member draws or writes."""

    noun: str
    members: Mapping[str, Member]
    view: Callable[[Body, Member, Settings], View]

    def check_kind(self, _: Request, kind: str) -> None:
        """Raises Refusal: 404 for a kind that is not there."""
        if kind not in self.members:
            detail = f"There is no such {self.noun}; use one of {', '.join(self.members)}."
            raise Refusal(404, "not-found", detail, [Fault("", detail)])

    def view_of(self, asked: Body, kind: str, settings: Settings) -> tuple[Member, View]:
        """The member of a kind, and what it is to be made from. Raises Refusal: 422."""
        member = self.members[kind]
        self._check_fields(asked, member)
        return member, self.view(asked, member, settings)

    def _check_fields(self, asked: Body, member: Member) -> None:
        own = type(asked).model_fields.keys() - ProblemBody.model_fields.keys()
        unused = sorted(asked.model_fields_set & own - set(member.fields))
        uses = f"it uses {', '.join(member.fields)}" if member.fields else "it uses the problem alone"
        faults = [Fault(f"/{name}", f"The {self.noun} {member.kind} has no {name}; {uses}.") for name in unused]
        if faults:
            raise Refusal(422, "invalid-problem", faults[0].detail, faults)


FIGURE: ByKind[Figure, FigureBody, figures.View] = ByKind("figure", FIGURES, figure_view)
EXPORT: ByKind[Export, ExportBody, exports.View] = ByKind("export", EXPORTS, export_view)
