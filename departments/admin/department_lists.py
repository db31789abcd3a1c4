"""The lists on a department's page."""

from django.utils.translation import gettext_lazy as _

from departments.admin.inlines import ContentInline
from departments.admin.origin import ORIGIN
from departments.models import DepartmentDuty, Emphasis, HandOff, Relation, Trait

CONFIRMED = ("confirmed_by_giver", "confirmed_by_receiver")
SORTABLE = ["collapse", "sortable"]
HAND_OFF_DETAILS = (
    _("details"),
    {
        "classes": ["collapse"],
        "fields": [
            "deliverables",
            ("medium", "frequency", "deadline"),
            "function",
        ],
    },
)


class Duties(ContentInline):
    """What it has to do, numbered."""

    model = DepartmentDuty
    fk_name = "department"
    classes = ["sortable"]
    ordered_within = ("department",)
    shown_with = ("function",)
    fieldsets = (
        (None, {"fields": [("position", "text"), ("heading", "function", "involvement")]}),
        ORIGIN,
    )


class Given(ContentInline):
    """What it gives to others, numbered for each of them."""

    model = HandOff
    fk_name = "giver"
    classes = SORTABLE
    verbose_name_plural = _("hand-offs to others")
    ordering = ("receiver", "position", "pk")
    ordered_within = ("receiver",)
    shown_with = ("receiver", "function")
    fieldsets = (
        (None, {"fields": [("position", "text", "receiver"), CONFIRMED]}),
        HAND_OFF_DETAILS,
        ORIGIN,
    )


class Received(Given):
    """What it gets from others."""

    fk_name = "receiver"
    verbose_name_plural = _("hand-offs from others")
    ordering = ("giver", "position", "pk")
    ordered_within = ("giver",)
    shown_with = ("giver", "function")
    fieldsets = (
        (None, {"fields": [("position", "text", "giver"), CONFIRMED]}),
        HAND_OFF_DETAILS,
        ORIGIN,
    )


class RelationsFrom(ContentInline):
    """What it is to others."""

    model = Relation
    fk_name = "from_department"
    classes = SORTABLE
    verbose_name_plural = _("relations to others")
    ordered_within = ("from_department",)
    shown_with = ("from_department", "to_department")
    fieldsets = ((None, {"fields": [("position", "kind", "to_department")]}), ORIGIN)


class RelationsTo(ContentInline):
    """What others are to it; each of them keeps its own order."""

    model = Relation
    fk_name = "to_department"
    classes = ["collapse"]
    verbose_name_plural = _("relations of others to it")
    shown_with = ("from_department", "to_department")
    fieldsets = ((None, {"fields": [("from_department", "kind")]}), ORIGIN)


class Traits(ContentInline):
    """What it is like, aspect by aspect."""

    model = Trait
    fk_name = "department"
    classes = ["collapse"]
    shown_with = ("aspect",)
    fieldsets = ((None, {"fields": [("aspect", "text")]}), ORIGIN)


class Emphases(ContentInline):
    """What it stresses in a stage of the product life cycle."""

    model = Emphasis
    fk_name = "department"
    classes = SORTABLE
    ordering = ("stage__position", "position", "pk")
    ordered_within = ("stage",)
    shown_with = ("stage", "duty")
    narrowed = {"duty": "department"}
    fieldsets = ((None, {"fields": [("position", "stage", "text"), "duty"]}), ORIGIN)
