"""A list whose rows are dragged, or sent up and down, into order."""

from django.contrib import admin, messages
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from departments.admin.order import place
from departments.forms import is_id


class SortableList:
    """For a ModelAdmin whose `ordered_within` says which rows are numbered together."""

    change_list_template = "admin/sortable_list.html"
    list_per_page = 500

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        return ["place", *columns] if self.is_sortable(request) else columns

    def get_list_display_links(self, request, list_display):
        return ["name"]

    def is_sortable(self, request) -> bool:
        """Only a list that shows all rows numbered together can be put into order."""
        owners = {f"{name}__id__exact" for name in self.ordered_within}
        return self.has_change_permission(request) and owners <= set(request.GET) <= owners | {
            "_facets"
        }

    @admin.display(description=_("order"))
    def place(self, row):
        """The number; the script puts buttons beside it."""
        return format_html('<span class="place" data-row="{}">{}</span>', row.pk, row.position)

    def changelist_view(self, request, extra_context=None):
        context = {"is_sortable": self.is_sortable(request), **(extra_context or {})}
        if request.method == "POST" and request.POST.get("cmd") == "place_row":
            return self.written(request, lambda: self.place_row(request), request.path)
        return super().changelist_view(request, context)

    def place_row(self, request):
        """Move a row to a number; the others make room."""
        row, number = request.POST.get("row", ""), request.POST.get("number", "")
        moved = self.model._base_manager.filter(pk=row).first() if is_id(row) else None
        if moved is None or not is_id(number):
            problem = gettext("This row was deleted meanwhile. Nothing was moved.")
        elif not self.has_change_permission(request, moved):
            problem = gettext("You may not change the order here.")
        else:
            place(moved, self.ordered_within, int(number))
            self.log_change(request, moved, [{"changed": {"fields": ["position"]}}])
            self.message_user(request, gettext("“%(name)s” was moved.") % {"name": moved})
            return HttpResponse("OK", content_type="text/plain")
        self.message_user(request, problem, messages.ERROR)
        return HttpResponse(problem, content_type="text/plain")
