"""The site map: Chinese at the plain addresses, English below /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from orgchart import converters
from orgchart.logins import LoginForm
from orgchart.views import (
    breakdown,
    chart,
    chart_list,
    chart_outline,
    chart_print,
    compare,
    compare_choice,
    compare_decision,
    compare_file,
    department,
    download,
    errors,
    hand_off,
    hand_off_file,
    health,
    home,
    icon,
    library,
    matrix,
    matrix_file,
    robots,
    role,
    role_choice,
    role_compare,
    role_compare_file,
    search,
    stage,
    suggestions,
)

admin.site.login_form = LoginForm

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

register_converter(converters.Word, "word")
register_converter(converters.Side, "side")

TWO = "对比/<side:first>/<side:second>/"
THREE = f"{TWO}<side:third>/"

# Everything inside one chart, below 方案/<chart>/.
chart_urls = [
    path("", chart.chart, name="chart"),
    path("图/", chart.chart_drawing, name="chart-drawing"),
    path("打印/", chart_print.chart_print, name="chart-print"),
    path("大纲/", chart_outline.chart_outline, name="chart-outline"),
    path("部门/", department.department_list, name="department-list"),
    path("部门/<word:slug>/", department.department, name="department"),
    path("岗位/", role.role_list, name="role-list"),
    path("岗位/<word:slug>/", role.role, name="role"),
    path("对比/", compare_choice.choice, name="compare-choice"),
    path("岗位对比/", role_choice.role_choice, name="role-compare-choice"),
    path("岗位对比/<word:first>/<word:second>/", role_compare.role_compare, name="role-compare"),
    path(
        "岗位对比/<word:first>/<word:second>/对比.<word:kind>",
        role_compare_file.role_compare_file,
        name="role-compare-file",
    ),
    path("对比/<side:first>/", compare_choice.begun, name="compare-begun"),
    path(TWO, compare.compare, name="compare"),
    path(THREE, compare.compare, name="compare-three"),
    path(f"{TWO}对比.<word:kind>", compare_file.compare_file, name="compare-file"),
    path(f"{THREE}对比.<word:kind>", compare_file.compare_file, name="compare-file-three"),
    path(f"{TWO}判断", compare_decision.decide, name="compare-decide"),
    path(f"{THREE}判断", compare_decision.decide, name="compare-decide-three"),
    path("职责矩阵/", matrix.matrix, name="matrix"),
    path("职责矩阵/岗位/", matrix.matrix_roles, name="matrix-roles"),
    path("职责矩阵/职责矩阵.xlsx", matrix_file.matrix_file, name="matrix-file"),
    path("职责分解/", breakdown.breakdown, name="breakdown"),
    path("部门/<word:slug>/分解/", breakdown.department_breakdown, name="department-breakdown"),
    path("协作/", hand_off.hand_off_list, name="hand-off-list"),
    path("协作/<word:first>/<word:second>/", hand_off.hand_off_pair, name="hand-off-pair"),
    path("下载/协作.xlsx", hand_off_file.hand_off_file, name="hand-off-file"),
    path("下载/<str:name>", download.download, name="download"),
]
public_urls = [
    path("", home.home, name="home"),
    path("方案/", chart_list.chart_list, name="chart-list"),
    path("方案/<word:chart_slug>/", include(chart_urls)),
    path("职能/", library.function_list, name="function-list"),
    path("职能/<word:slug>/", library.function, name="function"),
    path("生命周期/", stage.stage_list, name="stage-list"),
    path("生命周期/<word:slug>/", stage.stage, name="stage"),
    path("参考/", library.article_list, name="article-list"),
    path("参考/<word:slug>/", library.article, name="article"),
    path("搜索/", search.search, name="search"),
    path("搜索/建议/", suggestions.suggestions, name="search-suggestions"),
]

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("favicon.ico", icon.icon, name="icon"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("sitemap-<word:section>.xml", robots.section, name="sitemap-section"),
    path("api/v1/", include("orgchart.api.urls")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include(public_urls)),
        prefix_default_language=False,
    ),
]
