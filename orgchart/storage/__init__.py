"""The only door between tables and outlines."""

from orgchart.storage.library import load_library, store_library
from orgchart.storage.loading import load
from orgchart.storage.shapes import load_shapes
from orgchart.storage.storing import store
from orgchart.storage.ties import ALL_TIES
from orgchart.storage.totals import totals_of
from orgchart.storage.verdicts import load_verdicts

__all__ = [
    "ALL_TIES",
    "load",
    "load_library",
    "load_shapes",
    "load_verdicts",
    "store",
    "store_library",
    "totals_of",
]
