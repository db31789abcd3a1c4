"""The life-cycle lens over a chart: a stage, and what the chart says about it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.utils.translation import pgettext

from departments.models import Stage
from orgchart.documents.as_svg import Sign, sign_part
from orgchart.layout import Card
from orgchart.names import called
from orgchart.views.chart_scene import Scene
from orgchart.views.chart_state import ChartState
from orgchart.views.stage_leaders import Leader, leaders, led
from orgchart.views.stage_signs import is_mixed, signs_of
from roles.models import Carrying

# As many departments as the panel tells of; setting one as top leads to the others.
MOST_TOLD = 12


@dataclass
class Lens:
    """A stage laid over a chart; `stage` is None where the library has none at this address."""

    scene: Scene
    stage: Stage | None

    @property
    def off_link(self) -> str:
        """The state without the lens."""
        return in_stage(self.scene.state, "").query()

    @cached_property
    def signs(self) -> dict[str, Sign]:
        """What marks each department that leads, by its key."""
        return signs_of(self.scene.chart, self.stage) if self.stage else {}

    @property
    def is_mixed(self) -> bool:
        """Whether a sign also counts what lies outside a duty list."""
        return is_mixed(self.signs)

    @property
    def remarks(self) -> dict[str, str]:
        """The signs in words, by the departments' keys."""
        return {key: f"{text} {words}" for key, (text, words) in self.signs.items()}

    def columns(self) -> dict[str, Any]:
        """Return what the script needs: by index each sign as SVG and in words, and outlines.

        The outlines tell the cards with a sign apart where all cards are bars.
        """
        cards = enumerate(self.scene.drawing.cards)
        marked = {index: card for index, card in cards if card.department.key in self.signs}
        return {
            "signs": {
                index: (sign_part(card, *self.signs[card.department.key]), self.words_of(card))
                for index, card in marked.items()
            },
            "outlines": "".join(map(outline, marked.values())),
        }

    def words_of(self, card: Card) -> str:
        """Return a card's sign in words."""
        return self.signs[card.department.key][1]

    @cached_property
    def leaders(self) -> list[Leader]:
        """The first departments that lead, with who carries what."""
        return leaders(self.scene, self.stage, MOST_TOLD) if self.stage else []

    @cached_property
    def leader_total(self) -> int:
        """How many departments lead below the top."""
        return led(self.scene, self.stage).count()

    @property
    def extents(self) -> dict[str, str]:
        """How much of a duty somebody carries, in words."""
        return dict(Carrying.Extent.choices)


def outline(card: Card) -> str:
    """Return the path around a card."""
    return f"M{card.x:.9g} {card.y:.9g}h{card.width:.9g}v{card.height:.9g}h{-card.width:.9g}z"


def lens_of(scene: Scene) -> Lens | None:
    """Return the lens that the address lays over the chart, if it names one."""
    slug = scene.state.stage
    return Lens(scene, Stage.objects.filter(slug=slug).first()) if slug else None


def stage_menu(state: ChartState) -> list[dict]:
    """Return a link for each stage, and one for the chart without a lens; empty without stages."""
    stages = list(Stage.objects.all())
    if not stages:
        return []
    choices = [
        ("", pgettext("life-cycle stage", "off")),
        *((one.slug, called(one)) for one in stages),
    ]
    return [
        {"label": name, "link": in_stage(state, slug).query(), "on": state.stage == slug}
        for slug, name in choices
    ]


def in_stage(state: ChartState, slug: str) -> ChartState:
    """Return the state with another lens; empty for none."""
    return replace(state, stage=slug)
