"""Which hand-offs a reader asks for, as the address says it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from orgchart import exchange, outline
from orgchart.exchange import Flow
from orgchart.views.parameters import parameter

VIEW = "看"
EVERY_DEPARTMENT, ONE_WAY, UNCONFIRMED = "全部", "单向", "未确认"
UNSAID = {"medium": "未说明方式", "frequency": "未说明频次", "deadline": "未说明时限"}
PART_OF = {name: part for part, name in UNSAID.items()}
VIEWS = (EVERY_DEPARTMENT, ONE_WAY, UNCONFIRMED, *PART_OF)
# What the reader sees a view called.
NAMES = {
    ONE_WAY: _("one way only"),
    UNCONFIRMED: _("not confirmed by both"),
    UNSAID["medium"]: _("medium not said"),
    UNSAID["frequency"]: _("frequency not said"),
    UNSAID["deadline"]: _("deadline not said"),
}
DEPARTMENT, BRANCH, GIVER, RECEIVER = "部门", "分支", "提供方", "接收方"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A view of `VIEWS` or none, and departments by the parameter that names them.

    `problems` say what the address asks for in vain.
    """

    view: str = ""
    named: Mapping[str, outline.Department] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def is_limited(self) -> bool:
        """Whether hand-offs are left out."""
        return bool(self.named) or self.view in NAMES

    @property
    def branch(self) -> outline.Department | None:
        """The department whose branch is looked at."""
        return self.named.get(BRANCH)

    def scope(self, flows: Sequence[Flow]) -> tuple[Flow, ...]:
        """Return the flows of the departments that are named, whatever the view."""
        found = tuple(flows)
        if DEPARTMENT in self.named:
            found = exchange.touching(found, {self.named[DEPARTMENT].key})
        if BRANCH in self.named:
            found = exchange.touching(found, {unit.key for unit in self.named[BRANCH].walk()})
        if GIVER in self.named:
            found = tuple(one for one in found if one.giver.key == self.named[GIVER].key)
        if RECEIVER in self.named:
            found = tuple(one for one in found if one.receiver.key == self.named[RECEIVER].key)
        return found

    def ends(self) -> Iterator[set[str]]:
        """Yield for each name the keys of the departments that it stands for."""
        for name, unit in self.named.items():
            yield {one.key for one in unit.walk()} if name == BRANCH else {unit.key}

    def of(self, scope: Sequence[Flow]) -> tuple[Flow, ...]:
        """Return what the view leaves of the flows."""
        if self.view == ONE_WAY:
            return exchange.one_way(scope)
        if self.view == UNCONFIRMED:
            return exchange.unconfirmed(scope)
        if self.view in PART_OF:
            return exchange.unsaid(scope, PART_OF[self.view])
        return tuple(scope)

    def departments(
        self, said: outline.Chart, shown: Sequence[Flow]
    ) -> tuple[outline.Department, ...]:
        """Return who gets a row: those that take part, or every one of the chart or branch."""
        found = exchange.taking_part(said, shown)
        if self.view != EVERY_DEPARTMENT:
            return found
        top = self.branch.walk() if self.branch else said.walk()
        wanted = {one.key for one in found} | {one.key for one in top}
        return tuple(unit for unit in said.walk() if unit.key in wanted)

    def seen(self, view: str) -> "Choice":
        """Return the same departments in another view."""
        return replace(self, view=view)

    def with_end(self, end: str, department: outline.Department) -> "Choice":
        """Return the choice narrowed to what one department gives or receives."""
        return replace(self, named={**self.named, end: department})

    @property
    def query(self) -> str:
        """The address after the path; "?" where nothing is chosen."""
        said = {name: unit.slug for name, unit in self.named.items()}
        said |= {VIEW: self.view} if self.view else {}
        return "?" + "&".join(f"{name}={quote(value)}" for name, value in said.items())


def read_choice(request: HttpRequest, said: outline.Chart) -> Choice:
    """Return what the address asks for; what there is not becomes a sentence."""
    problems = []
    view = parameter(request, VIEW)
    if view and view not in VIEWS:
        problems.append(gettext("There is no view of this name; all hand-offs are shown."))
        view = ""
    named = {}
    for name in (DEPARTMENT, BRANCH, GIVER, RECEIVER):
        text = parameter(request, name).strip()[:LONGEST_NAME]
        unit = find(said, text) if text else None
        if unit:
            named[name] = unit
        elif text:
            words = gettext("This chart has no department called “%(name)s”; all are shown.")
            problems.append(words % {"name": text})
    return Choice(view, named, tuple(problems))


def find(said: outline.Chart, text: str) -> outline.Department | None:
    """Return the department with this address, name, English name or alias."""
    units = list(said.walk())
    ways = (
        lambda one: one.slug == text,
        lambda one: one.name == text,
        lambda one: one.name_en.casefold() == text.casefold(),
        lambda one: text in map(str.strip, one.aliases.split("、")),
    )
    return next((unit for matches in ways for unit in units if matches(unit)), None)
