"""The files that say a chart in words: they are quick for a chart of any size."""

from django.urls import reverse
from django.utils.translation import gettext

from departments.models import Chart


def text_files(chart: Chart) -> list[dict]:
    """Return the text formats of the whole chart: {label, link, hint} each."""
    return [
        text_file(chart, gettext("Diagram text for Mermaid"), "架构图.mmd"),
        text_file(chart, gettext("Diagram text for Graphviz"), "架构图.dot"),
        text_file(chart, gettext("Table for draw.io"), "架构图.csv"),
        text_file(chart, gettext("Text outline"), "大纲.txt"),
    ]


def text_file(chart: Chart, label: str, name: str) -> dict:
    """Return one of them; the hint is the ending of its name."""
    return {
        "label": label,
        "link": reverse("download", args=[chart.slug, name]),
        "hint": name.rpartition(".")[2].upper(),
    }
