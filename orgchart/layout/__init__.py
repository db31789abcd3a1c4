"""From an outline to a drawing: cards, lines and arrows, in numbers."""

from orgchart.layout.drawing import Arrow, Card, Drawing, Family, Style
from orgchart.layout.picture import draw

__all__ = ["Arrow", "Card", "Drawing", "Family", "Style", "draw"]
