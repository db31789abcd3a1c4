"""The badge that opens or closes a card: what it says, and where it stands on the edge.

static/js/chart/cards.js counts the same.
"""

from orgchart.layout.drawing import Card, Point

NARROWEST = 11
DIGIT = 8
ROUNDING = 12
# So far it may reach into a card from the right: text keeps 16 pixels from there.
INSIDE = 13
BORDER = 1


def sign_of(card: Card) -> str:
    """Return what stands in the badge: the number below that is not drawn, or a minus."""
    return f"+{card.hidden}" if card.hidden else "−"


def half_width(sign: str) -> float:
    """Return half of how broad the badge is."""
    return max(NARROWEST, (DIGIT * len(sign) + ROUNDING) / 2)


def middle(card: Card, *, sideways: bool) -> Point:
    """Return where its middle is: sideways, a broad one stands further outside."""
    if not sideways:
        return card.x + card.width / 2, card.bottom
    outside = max(0, half_width(sign_of(card)) - INSIDE)
    return card.right + outside, card.y + card.height / 2


def right_of(card: Card, *, sideways: bool) -> float:
    """Return how far a card reaches to the right, with the badge of a closed one."""
    if not (sideways and card.hidden):
        return card.right
    across, _down = middle(card, sideways=sideways)
    return across + half_width(sign_of(card))
