"""Hand-offs between two departments as SVG with real text."""

from collections.abc import Callable, Iterator
from html import escape

from orgchart.documents.paths import arrow_paths, number
from orgchart.layout.flow_pair import NAME_LINE, TEXT_LINE, FlowPair, Post, Step

Language = Callable[[str], str]


def write(drawn: FlowPair, *, title: str, description: str, language: Language) -> str:
    """Return the picture as an SVG element; `description` says the same in words.

    `language` gives the language of a text that is not in the page's, else nothing.
    """
    width, height = number(drawn.width), number(drawn.height)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow-pair" role="img" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
    ]
    for post, side in zip(drawn.posts, ("a", "b"), strict=True):
        parts += post_parts(post, side, drawn.height, language)
    for step in drawn.steps:
        parts += step_parts(step, *drawn.posts, language)
    return "".join([*parts, "</svg>"])


def post_parts(post: Post, side: str, bottom: float, language: Language) -> Iterator[str]:
    """Yield a department's box with its name, and the line down from it."""
    x = number(post.middle)
    yield f'<g class="post {side}"{lang(post.name, language)}>'
    yield f'<path d="M{x} {number(post.y + post.height)}V{number(bottom)}"/>'
    yield (
        f'<rect x="{number(post.x)}" y="{number(post.y)}" width="{number(post.width)}" '
        f'height="{number(post.height)}" rx="8"/>'
    )
    top = post.y + (post.height - len(post.name) * NAME_LINE) / 2
    for place, line in enumerate(post.name, start=1):
        y = number(top + place * NAME_LINE - 6)
        yield f'<text x="{x}" y="{y}" text-anchor="middle">{escape(line)}</text>'
    yield "</g>"


def step_parts(step: Step, left: Post, right: Post, language: Language) -> Iterator[str]:
    """Yield a message: its lines of text, and the arrow below where something is handed over."""
    start, end = (left, right) if step.forward else (right, left)
    middle = number((left.middle + right.middle) / 2)
    way = "there" if step.forward else "back"
    yield f'<g class="step {step.kind} {way}"{lang(step.text, language)}>'
    for place, line in enumerate(step.text, start=1):
        y = number(step.top + place * TEXT_LINE - 5)
        yield f'<text x="{middle}" y="{y}" text-anchor="middle">{escape(line)}</text>'
    if step.kind != "nothing":
        shaft, tip = arrow_paths(((start.middle, step.y), (end.middle, step.y)))
        yield f'<path class="shaft" d="{shaft}"/><path class="tip" d="{tip}"/>'
    yield "</g>"


def lang(lines: tuple[str, ...], language: Language) -> str:
    """Return the attribute that says in which language the lines are; empty if it is the page's."""
    found = language(" ".join(lines))
    return f' lang="{found}"' if found else ""
