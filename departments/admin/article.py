"""Articles: pages to read, made of passages."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import ContentAdmin, count_column
from departments.admin.inlines import ContentInline
from departments.admin.origin import ORIGIN
from departments.admin.sortable_list import SortableList
from departments.models import Article, Passage


class Passages(ContentInline):
    """The paragraphs and items of an article."""

    model = Passage
    fk_name = "article"
    classes = ["sortable"]
    ordered_within = ("article",)
    fieldsets = ((None, {"fields": [("position", "heading"), "text"]}), ORIGIN)


@admin.register(Article)
class ArticleAdmin(SortableList, ContentAdmin):
    """Pages to read."""

    list_display = ("name", "name_en", count_column("passages", _("passages")))
    list_filter = ("basis",)
    search_fields = ("name", "name_en", "summary", "passages__text")
    ordered_within = ()
    fieldsets = (
        (None, {"fields": ["name", "name_en", "summary"]}),
        (_("address and order"), {"classes": ["collapse"], "fields": [("slug", "position")]}),
        ORIGIN,
    )
    inlines = (Passages,)
