"""What the charts cost in a browser, ours and those of others on the same trees.

Started by `charts.py`. Pages are measured through what everybody sees: the marks
"chart-data" and "chart-painted", the document, and the browser's own count of its work.
"""

import gzip
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.serving import PEERS
from tests.benchmarks.trees import BELOW

WIDE, HIGH = 1440, 900
PATIENCE = 180_000
# As a hand does: a stretch of the canvas to and fro, far out and in again.
STEPS = 24
STRIDE = 30
NOTCH = 100
BRANCHES = 3
SETTLED = 1_500
# How long a reader looks at a picture before pressing something in it, at the least.
LOOK = 1_000
# How long a pointer rests on a badge before a quick hand presses it.
REST = 80
SIZES = (100, 1_000, 10_000, 100_000)
PEER_SIZES = (100, 1_000, 10_000)
OPEN = f"?{quote('层级')}={quote('全部')}"
# What opens the n-th branch of the second level.
BADGES = {
    "ours": "[...document.querySelectorAll('.canvas a.toggle')].find((one) =>"
    " decodeURIComponent(one.getAttribute('href')).endsWith('部门-%d'))",
    "d3-org-chart": "document.querySelectorAll('.node-button-g')[%d]",
}
OURS, D3, ORGCHART = "ours", "d3-org-chart", "orgchart"
# What the page says when its picture stands.
STANDS = "chart-stands"
CARDS = "() => document.querySelectorAll('.canvas .card, .node').length"
TWO_FRAMES = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
)


# Frames follow each other as fast as they are done: what waits for a screen is not measured.
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-frame-rate-limit", "--disable-gpu-vsync"),
]


@contextmanager
def chromium(executable: str) -> Iterator[Browser]:
    """Start the browser without a window; yields it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=FLAGS,
        )
        yield browser
        browser.close()


class Bench:
    """One run after another: figures by name."""

    def __init__(self, browser: Browser, own: str, peers: str | None) -> None:
        self.browser = browser
        self.own = own
        self.peers = peers
        self.figures: dict[str, list[float]] = defaultdict(list)
        self.sent: dict[str, int] = {}
        self.visits = 0

    def address(self, whose: str, size: int, *, collapsed: bool = False) -> str:
        if whose == OURS:
            # An address of its own a page, so that the server draws what it has not kept.
            state = f"?visit={self.visits}" if collapsed else OPEN
            return f"{self.own}{quote(f'方案/树-{size}')}/{state}"
        return f"{self.peers}{whose}.html?size={size}{'&collapsed=1' if collapsed else ''}"

    @contextmanager
    def page(self, whose: str, size: int, *, collapsed: bool = False) -> Iterator[Page]:
        """Open a chart in a fresh profile; yields the page when its picture stands."""
        self.visits += 1
        context = self.browser.new_context(
            viewport={"width": WIDE, "height": HIGH}, reduced_motion="reduce"
        )
        context.add_init_script(path=PEERS / "standing.js")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("response", self.weigh)
        # A new window keeps the browser itself at work for a while.
        page.wait_for_timeout(SETTLED)
        # The page says itself when it stands: whoever asks it takes time from it.
        with page.expect_console_message(lambda message: message.text == STANDS):
            page.goto(self.address(whose, size, collapsed=collapsed), wait_until="commit")
        yield page
        context.close()

    def weigh(self, response) -> None:
        """Note what our scripts weigh as compressed as they can be."""
        request = response.request
        if request.resource_type != "script" or request.url in self.sent:
            return
        if request.url.startswith(self.own):
            self.sent[request.url] = len(gzip.compress(response.body(), 9))

    def round(self) -> None:
        """Measure everything once, ours and theirs in turn."""
        theirs = (D3,) if self.peers else ()
        both = (*theirs, ORGCHART) if self.peers else ()
        self.open(100, both)
        self.open(1_000, both)
        self.open(10_000, theirs)
        self.open(100_000, ())
        self.open_collapsed(both)
        self.figures["scripts"] = [sum(self.sent.values())]

    def open(self, size: int, theirs: tuple[str, ...]) -> None:
        """Measure a tree of which every branch is open: painting, panning, zooming."""
        for whose in (OURS, *theirs):
            name = f"{size:,}" if whose == OURS else f"{whose} {size:,}"
            with self.page(whose, size) as page:
                self.note_stands(page, f"{whose} {size:,}")
                self.note(f"elements {name}", elements(page))
                if whose == ORGCHART:
                    continue
                self.note(f"pan {name}", work(page, drag))
                if whose == OURS:
                    self.note(f"elements {name}", elements(page))
                self.note(f"zoom {name}", work(page, zoom))
                if whose == OURS:
                    self.afar(page, name)

    def afar(self, page: Page, name: str) -> None:
        """Measure panning half way out, where cards are small, and all the way out."""
        for place, turns in (("half out", STEPS // 3), ("far out", STEPS)):
            for _turn in range(turns):
                page.mouse.wheel(0, NOTCH)
            page.evaluate(TWO_FRAMES)
            self.note(f"elements {name}", elements(page))
            self.note(f"pan {place} {name}", work(page, drag))

    def open_collapsed(self, theirs: tuple[str, ...]) -> None:
        """Measure a large tree of which two levels are open, and opening some branches."""
        for whose in (OURS, *theirs):
            with self.page(whose, 10_000, collapsed=True) as page:
                self.note_stands(page, f"{whose} 10,000 collapsed")
                name = "" if whose == OURS else f"{whose} "
                self.note(f"elements {name}10,000 collapsed", elements(page))
                if whose in BADGES:
                    self.expand(page, whose, "expand")
                    self.note(f"elements {name}10,000 expanded", elements(page))
            if whose in BADGES:
                with self.page(whose, 10_000, collapsed=True) as page:
                    self.expand(page, whose, "expand at once")
            if whose in BADGES:
                self.expand_by_hand(whose)
            if whose == D3:
                with self.page(whose, 10_000, collapsed=True) as page:
                    self.expand_told(page)

    def expand(self, page: Page, whose: str, how: str) -> None:
        """Open some branches of the second level one after another.

        As a reader does, who looks before pressing, so that a page may prepare itself;
        or at once, when nothing but the first picture stands.
        """
        for branch in range(1, BRANCHES + 1):
            if how == "expand":
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(LOOK)
            self.press(page, whose, branch, how)

    def expand_by_hand(self, whose: str) -> None:
        """Open a branch of a page that has just been drawn, by a pointer that goes there.

        As fast as a hand can: what the pointer comes upon may be asked for before the press.
        """
        for branch in range(1, BRANCHES + 1):
            with self.page(whose, 10_000, collapsed=True) as page:
                box = page.evaluate(
                    f"() => {BADGES[whose] % branch}.getBoundingClientRect().toJSON()"
                )
                page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
                page.wait_for_timeout(REST)
                self.press(page, whose, branch, "expand by hand")

    def press(self, page: Page, whose: str, branch: int, how: str) -> None:
        """Press the badge of a branch, and note how long the new picture takes."""
        before = page.evaluate(CARDS)
        script = f"() => clickAndWait({BADGES[whose] % branch})"
        self.note(how if whose == OURS else f"{how} {whose}", page.evaluate(script))
        assert page.evaluate(CARDS) > before, f"{whose} opened nothing"

    def expand_told(self, page: Page) -> None:
        """Measure opening some branches by the method that d3-org-chart offers for it."""
        for branch in range(1, BRANCHES + 1):
            page.wait_for_timeout(LOOK)
            before = page.evaluate(CARDS)
            child = BELOW * branch + 1
            script = f"() => drawAndWait(() => orgChart.setExpanded({child}).render())"
            self.note("setExpanded d3-org-chart", page.evaluate(script))
            assert page.evaluate(CARDS) > before, "d3-org-chart opened nothing"

    def note_stands(self, page: Page, name: str) -> None:
        self.note(name, page.evaluate("() => chartStands"))

    def note(self, name: str, value: float) -> None:
        self.figures[name].append(value)


def elements(page: Page) -> int:
    """Return how many elements the document has."""
    return page.evaluate("() => document.getElementsByTagName('*').length")


def work(page: Page, gesture) -> float:
    """Return the milliseconds of the main thread's work that a step of the gesture takes."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(TWO_FRAMES)
    before = spent(session)
    steps = gesture(page)
    page.evaluate(TWO_FRAMES)
    taken = spent(session) - before
    session.detach()
    return 1000 * taken / steps


def spent(session) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def drag(page: Page) -> int:
    """Drag the chart aside and back, a frame for each step; return the number of steps."""
    page.mouse.move(WIDE / 2, HIGH / 2)
    page.mouse.down()
    places = [*range(1, STEPS + 1), *range(STEPS - 1, -1, -1)]
    for place in places:
        page.mouse.move(WIDE / 2 - place * STRIDE, HIGH / 2 + place * 2)
    page.mouse.up()
    return len(places)


def zoom(page: Page) -> int:
    """Turn the wheel to look from far away and back; return the number of steps."""
    page.mouse.move(WIDE / 2, HIGH / 2)
    for turn in (*[NOTCH] * STEPS, *[-NOTCH] * STEPS):
        page.mouse.wheel(0, turn)
    return 2 * STEPS


def measure(executable: str, own: str, peers: str | None, runs: int, say) -> dict[str, list[float]]:
    """Return the figures of so many rounds, after one page that warms the server."""
    if not Path(executable).exists():
        return {}
    with chromium(executable) as browser:
        bench = Bench(browser, own, peers)
        for _worker in range(4):
            for size in SIZES:
                with bench.page(OURS, size, collapsed=True):
                    pass
        for run in range(runs):
            say(f"browser: round {run + 1} of {runs}")
            bench.round()
        return dict(bench.figures)
