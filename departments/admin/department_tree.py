"""The list of departments as a tree that is dragged into shape."""

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from mptt.admin import DraggableMPTTAdmin

from departments.admin.content import ContentAdmin, ContentList
from departments.admin.words import in_one_line
from departments.forms import is_id
from departments.models import Department

# So many rows are drawn and dragged at once without waiting.
MOST_ROWS = 300
MOVES = ("last-child", "left", "right")
# With any other filter neighbours in the list are no neighbours in the tree.
WHOLE_BRANCHES = {"chart__id__exact", "branch", "p", "_facets"}


class BranchFilter(admin.SimpleListFilter):
    """One department and all below it."""

    title = _("branch")
    parameter_name = "branch"

    def lookups(self, request, model_admin):
        number = request.GET.get(self.parameter_name, "")
        self.top = Department.objects.filter(pk=number).first() if is_id(number) else None
        return [(str(self.top.pk), self.top.name)] if self.top else []

    def queryset(self, request, queryset):
        return queryset.under(self.top) if self.top else queryset


class TreeList(ContentList):
    """The rows of a tree; of a large one only the levels that fit."""

    hidden_rows = 0

    def get_queryset(self, request, **kwargs):
        rows = super().get_queryset(request, **kwargs)
        if not is_whole(request):
            return rows
        level, self.hidden_rows = deepest_level(rows)
        return rows if level is None else rows.filter(level__lte=level)

    def get_results(self, request):
        super().get_results(request)
        request.tree_rows = self.result_list


def is_whole(request) -> bool:
    """Whether the list shows whole branches, so that rows may be dragged in it."""
    return set(request.GET) <= WHOLE_BRANCHES


def deepest_level(rows) -> tuple[int | None, int]:
    """The level down to which at most `MOST_ROWS` are shown, and how many are not."""
    sizes = dict(
        rows.order_by().values_list("level").annotate(number=Count("pk")).order_by("level")
    )
    total, shown, deepest = sum(sizes.values()), 0, None
    if total <= MOST_ROWS:
        return None, 0
    for level, size in sizes.items():
        # The first level is always shown: its pages replace the dragging.
        if deepest is not None and shown + size > MOST_ROWS:
            break
        shown, deepest = shown + size, level
    return deepest, total - shown


class TreeAdmin(ContentAdmin, DraggableMPTTAdmin):
    """mptt's draggable list with our rules, permissions and words."""

    list_per_page = MOST_ROWS
    list_max_show_all = MOST_ROWS
    change_list_template = "admin/department_tree.html"
    mptt_level_indent = 20
    shown_with = ("parent",)

    def get_changelist(self, request, **kwargs):
        return TreeList

    def get_list_display(self, request):
        columns = list(super().get_list_display(request))
        if is_whole(request):
            return columns
        columns[:2] = ["__str__", "parent"]
        return columns

    def get_list_display_links(self, request, list_display):
        return list_display[1:2] if "indented_title" in list_display else list_display[:1]

    def changelist_view(self, request, extra_context=None):
        may_drag = self.has_change_permission(request) and is_whole(request)
        context = {"may_drag": may_drag, **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.display(description=_("move"))
    def tree_actions(self, row):
        """The handle, and the mark that folds a branch."""
        return format_html(
            '<div class="drag-handle"></div>'
            '<div class="tree-node" data-pk="{}" data-level="{}"></div>',
            row.pk,
            row.level,
        )

    @admin.display(description=_("department"))
    def indented_title(self, row):
        """The name, indented by a class: the policy forbids inline styles."""
        return format_html('<span class="tree-indent-{}">{}</span>', row.level, row)

    @admin.display(description=_("branch"))
    def branch(self, row):
        """A link that shows only this branch, and one that adds a department to it."""
        address = f"?chart__id__exact={row.chart_id}&branch={row.pk}"
        below = row.get_descendant_count()
        links = []
        if below:
            words = gettext("only this branch (%(number)d)") % {"number": below}
            links.append((address, words))
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    def delete_selected_tree(self, modeladmin, request, queryset):
        # Ours deletes row by row, and says what goes.
        return delete_selected(self, request, queryset)

    def _tree_context(self, request):
        rows = getattr(request, "tree_rows", ())
        children = {}
        for row in rows:
            children.setdefault(str(row.parent_id or 0), []).append(row.pk)
        context = super()._tree_context(request)
        context["treeStructure"] = children
        context["storageName"] += f"_{request.GET.get('chart__id__exact', '')}"
        context["expandTreeByDefault"] = True
        return context

    def _build_tree_structure(self, queryset):
        return {}  # mptt would read all charts; the rows shown are known already

    def _move_node(self, request):
        rows = Department.objects
        numbers = [request.POST.get(name, "") for name in ("cut_item", "pasted_on")]
        moved, target = (rows.filter(pk=one).first() if is_id(one) else None for one in numbers)
        problem = self.why_not(request, moved, target)
        if problem is None:
            try:
                rows.move_node(moved, target, request.POST["position"])
            except ValidationError as refusal:
                problem = in_one_line(refusal)
        if problem is not None:
            self.message_user(request, problem, messages.ERROR)
            return HttpResponse(problem, content_type="text/plain")
        fields = ["superior department", "position"]  # translated when they are shown
        self.log_change(request, moved, [{"changed": {"fields": fields}}])
        self.message_user(request, gettext("“%(name)s” was moved.") % {"name": moved})
        return HttpResponse("OK", content_type="text/plain")

    def why_not(self, request, moved, target) -> str | None:
        """Why this cannot be moved there, before the model is asked."""
        if request.POST.get("position") not in MOVES:
            return gettext("This move was not understood. Nothing was moved.")
        if moved is None or target is None:
            return gettext("One of the two departments was deleted meanwhile. Nothing was moved.")
        if not self.may_move(request, moved, target):
            return gettext("You may not move departments here.")
        return None

    def may_move(self, request, *departments) -> bool:
        return all(self.has_change_permission(request, one) for one in departments)
