"""The addresses that search machines are shown, in both languages: published pages only."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from departments.models import Article, Chart, Department, Function, Stage
from roles.models import Role


class Section(Sitemap):
    """Pages of one kind; each names its twin in the other language."""

    i18n = True
    alternates = True
    limit = 5000  # addresses in one file; a file of the 50,000 allowed takes long to write


class Overviews(Section):
    """The start page and the lists."""

    def items(self):
        return ["home", "chart-list", "function-list", "stage-list", "article-list"]

    def location(self, item):
        return reverse(item)


class Charts(Section):
    """What a chart has pages for, besides its departments and roles."""

    pages = (
        *("chart", "chart-outline", "department-list", "role-list", "hand-off-list"),
        *("matrix", "matrix-roles", "breakdown"),
    )

    def items(self):
        slugs = Chart.objects.published().values_list("slug", flat=True)
        return [(page, slug) for slug in slugs for page in self.pages]

    def location(self, item):
        page, slug = item
        return reverse(page, args=[slug])


class Departments(Section):
    page = "department"
    model = Department

    def items(self):
        # Two words a page, not whole records: there may be a hundred thousand.
        inside = self.model.objects.filter(chart__in=Chart.objects.published())
        return list(inside.order_by("pk").values_list("chart__slug", "slug"))

    def location(self, item):
        return reverse(self.page, args=item)


class Roles(Departments):
    page = "role"
    model = Role


class Functions(Section):
    page = "function"
    model = Function

    def items(self):
        return list(self.model.objects.values_list("slug", flat=True))

    def location(self, item):
        return reverse(self.page, args=[item])


class Stages(Functions):
    page = "stage"
    model = Stage


class Articles(Functions):
    page = "article"
    model = Article


SECTIONS = {
    "overviews": Overviews,
    "charts": Charts,
    "departments": Departments,
    "roles": Roles,
    "functions": Functions,
    "stages": Stages,
    "articles": Articles,
}
