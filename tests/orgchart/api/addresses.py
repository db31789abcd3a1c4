"""Every address of the API that a record or a list has."""

from orgchart.api.urls import FOR_ALL_CHARTS, INSIDE_CHARTS

LISTS = [many for _one, many, _view in FOR_ALL_CHARTS + INSIDE_CHARTS]
VIEWS = {many: view for _one, many, view in FOR_ALL_CHARTS + INSIDE_CHARTS}


def list_of(many: str, query: str = "") -> str:
    return f"/api/v1/{many}/{query}"


def everything(client, query: str = "?limit=200") -> dict[str, list[dict]]:
    """The records of every list."""
    return {many: client.get(list_of(many, query)).json()["results"] for many in LISTS}
