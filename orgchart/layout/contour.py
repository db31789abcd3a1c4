"""The edges of subtrees: how close two of them can stand.

A contour is a list of (depth, reach): down to `depth` the subtree reaches so
far to one side. Both contours of a subtree start at its own top.
"""

Contour = list[tuple[float, float]]


def clearance(right: Contour, left: Contour, gap: float) -> float:
    """Return how far the left contour must move to clear the right one by `gap`."""
    shift = float("-inf")
    i = j = 0
    while i < len(right) and j < len(left):
        depth, reach = right[i]
        other_depth, other_reach = left[j]
        if reach - other_reach > shift:
            shift = reach - other_reach
        if depth <= other_depth:
            i += 1
        else:
            j += 1
    return shift + gap


def moved(contour: Contour, aside: float, down: float) -> Contour:
    """Return the contour at another place."""
    return [(depth + down, reach + aside) for depth, reach in contour]


def continued(upper: Contour, lower: Contour) -> Contour:
    """Return the upper contour, and below its end what the lower one adds."""
    end = upper[-1][0]
    if lower[-1][0] <= end:
        return upper
    return upper + [step for step in lower if step[0] > end]


def least(contour: Contour) -> float:
    """Return its smallest reach."""
    return min(reach for _depth, reach in contour)


def most(contour: Contour) -> float:
    """Return its largest reach."""
    return max(reach for _depth, reach in contour)
