"""What a matrix is asked for in the address: branch, function, stage and notation."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

from departments.models import Function, Stage
from orgchart import matrix, outline
from orgchart.views.parameters import parameter

BRANCH, FUNCTION, STAGE, NOTATION = "部门", "职能", "阶段", "记号"
RACI = "RACI"
LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """The filters that hold, those that name nothing there is, and the notation."""

    branch: outline.Department | None = None
    function: Function | None = None
    stage: Stage | None = None
    is_raci: bool = False
    unknown: list[str] = field(default_factory=list)

    @property
    def scope(self) -> matrix.Scope:
        """The filters as the matrix takes them."""
        return matrix.Scope(
            branch=self.branch.key if self.branch else "",
            function=self.function.key if self.function else "",
            stage=self.stage.key if self.stage else "",
        )

    @property
    def narrows(self) -> bool:
        """Whether any filter holds."""
        return bool(self.branch or self.function or self.stage)

    def query(self, **changes: str) -> str:
        """Return the address's part from the question mark on; `changes` replace values."""
        values = {
            BRANCH: self.branch.slug if self.branch else "",
            FUNCTION: self.function.slug if self.function else "",
            STAGE: self.stage.slug if self.stage else "",
            NOTATION: RACI if self.is_raci else "",
        }
        given = {name: value for name, value in (values | changes).items() if value}
        return f"?{urlencode(given)}" if given else ""


def asked_of(
    request: HttpRequest,
    units: Iterable[outline.Department],
    functions: Iterable[Function],
    stages: Iterable[Stage],
) -> Asked:
    """Read the address; what names nothing leaves its filter open and is told."""
    unknown: list[str] = []

    def named(parameter_name: str, records: Iterable, sentence: str):
        text = parameter(request, parameter_name).strip()[:LONGEST]
        found = next((one for one in records if text and text in (one.slug, one.name)), None)
        if text and not found:
            unknown.append(sentence % {"name": text})
        return found

    branch = named(BRANCH, units, gettext("This chart has no department called “%(name)s”."))
    function = named(FUNCTION, functions, gettext("There is no function called “%(name)s”."))
    stage = named(STAGE, stages, gettext("There is no stage called “%(name)s”."))
    notation = parameter(request, NOTATION).strip()[:LONGEST]
    if notation not in ("", RACI):
        unknown.append(gettext("There is no notation called “%(name)s”.") % {"name": notation})
    return Asked(branch, function, stage, notation == RACI, unknown)
