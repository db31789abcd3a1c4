"""Whom a role deals with, as rows on its page."""

from departments.admin.content import ORIGIN, ContentInline
from roles.models import WorkingRelationship


class Relationships(ContentInline):
    """The other side is a role, a department, or words."""

    model = WorkingRelationship
    fk_name = "role"
    classes = ["collapse", "sortable"]
    ordered_within = ("role",)
    shown_with = ("counterpart_role", "counterpart_department")
    fieldsets = (
        (
            None,
            {
                "fields": [
                    ("position", "matter", "direction"),
                    ("counterpart_role", "counterpart_department", "counterpart_text"),
                ]
            },
        ),
        ORIGIN,
    )
