"""Faults of a drawing: what overlaps, what crosses a card, what lies outside."""

import itertools
from collections import defaultdict

from orgchart.layout.face import (
    CARD_WIDTH,
    MISSION_SIZE,
    NAME_SIZE,
    PADDING,
    ROLE_SIZE,
)
from orgchart.layout.measure import width

CELL = 300
ROOM = CARD_WIDTH - 2 * PADDING
LABEL = 8
NUMBER_SIZE = 12
# Ends of arrows nearer to each other seem to be one.
APART = 8
# Coordinates are sums of fractions.
SLACK = 0.01


def faults(drawing) -> list:
    """Everything that is wrong with a drawing; an empty list for a sound one."""
    ground = Ground(drawing)
    return [
        *overlapping(drawing, ground),
        *crossed_by_lines(drawing, ground),
        *crossed_by_arrows(drawing, ground),
        *loose_ends(drawing),
        *confusing_ends(drawing),
        *outside(drawing),
        *overflowing(drawing),
    ]


class Ground:
    """The cards by the cells of a grid that they touch."""

    def __init__(self, drawing):
        self.cards = drawing.cards
        self.cells = defaultdict(list)
        for index, card in enumerate(drawing.cards):
            for cell in cells(card.x, card.y, card.right, card.bottom):
                self.cells[cell].append(index)

    def touched(self, left, top, right, bottom):
        """The cards that share area with a rectangle, or with a line of no breadth."""
        near = {
            index for cell in cells(left, top, right, bottom) for index in self.cells.get(cell, ())
        }
        return {
            index
            for index in near
            if left < self.cards[index].right - SLACK
            and right > self.cards[index].x + SLACK
            and top < self.cards[index].bottom - SLACK
            and bottom > self.cards[index].y + SLACK
        }


def cells(left, top, right, bottom):
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, row


def overlapping(drawing, ground):
    for index, card in enumerate(drawing.cards):
        others = ground.touched(card.x, card.y, card.right, card.bottom) - {index}
        yield from (("overlap", index, other) for other in others if other > index)


def crossed_by_lines(drawing, ground):
    for family in drawing.families:
        for line in family.lines:
            for touched in crossings(line.points, ground):
                yield ("line", family.superior, line.subordinate, touched)


def crossed_by_arrows(drawing, ground):
    for arrow in drawing.arrows:
        for touched in crossings(arrow.points, ground):
            yield ("arrow", arrow.giver, arrow.receiver, touched)
        x, y = arrow.label
        for touched in ground.touched(x - LABEL, y - LABEL, x + LABEL, y + LABEL):
            yield ("label", arrow.giver, arrow.receiver, touched)


def loose_ends(drawing):
    for arrow in drawing.arrows:
        for index, (x, y) in ((arrow.giver, arrow.points[0]), (arrow.receiver, arrow.points[-1])):
            card = drawing.cards[index]
            is_at_side = x in (card.x, card.right) and card.y <= y <= card.bottom
            if not (is_at_side or (y in (card.y, card.bottom) and card.x <= x <= card.right)):
                yield ("loose", index, x, y)


def confusing_ends(drawing):
    """Ends on one side of a card that seem to be one: of an arrow that goes round others, and
    of a straight one or of one that goes round in the other direction."""
    sides = defaultdict(list)
    for arrow in drawing.arrows:
        is_straight = len(arrow.points) == 2
        for index, way in ((arrow.giver, arrow.points), (arrow.receiver, arrow.points[::-1])):
            (across, down), (next_across, next_down) = turned(way[:2], drawing.style)
            if down == next_down:
                meaning = "straight" if is_straight else index == arrow.giver
                sides[index, next_across > across].append((down, meaning))
    for (index, _side), ends in sides.items():
        for (height, meaning), (other, another) in itertools.combinations(ends, 2):
            if meaning != another and abs(height - other) < APART - SLACK:
                yield ("end", index, height, other)


def turned(points, style):
    """Points as (across, down)."""
    return [point[::-1] for point in points] if style.sideways else points


def crossings(points, ground):
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        yield from ground.touched(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def outside(drawing):
    for index, card in enumerate(drawing.cards):
        if card.x < 0 or card.y < 0 or card.right > drawing.width or card.bottom > drawing.height:
            yield ("outside", index)
    paths = [line.points for family in drawing.families for line in family.lines]
    for points in (*paths, *(arrow.points for arrow in drawing.arrows)):
        for x, y in points:
            if not (0 <= x <= drawing.width and 0 <= y <= drawing.height):
                yield ("outside", points)


def overflowing(drawing):
    for index, card in enumerate(drawing.cards):
        if card.vertical:
            continue
        if any(width(text, NAME_SIZE) > ROOM for text in card.name) or len(card.name) not in (1, 2):
            yield ("name", index)
        if any(width(text, MISSION_SIZE) > ROOM for text in card.mission):
            yield ("mission", index)
        for name, number in card.role_lines:
            beside = width(f" {number}", NUMBER_SIZE) if number else 0
            if width(name, ROLE_SIZE) + beside > ROOM:
                yield ("role", index)
