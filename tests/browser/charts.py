"""What the tests of the moving chart have in common."""

from urllib.parse import quote, unquote

from orgchart import storage
from tests.outlines import chart_of, unit

S1 = "方案/营销部统辖制/"


def visit(page, live_server, address, script=True):
    page.goto(f"{live_server.url}/{quote(address, safe='/?=&,')}")
    if script:
        at_rest(page)


def at_rest(page):
    """When a chart moves, has drawn what lies around the view, and has written its place."""
    page.wait_for_selector(".moving-chart .drawing .view")
    until(page, lambda: page.evaluate("location.hash"))


def opening(page):
    """Wait for another document; a chart that writes its place in the address opens none."""
    return page.expect_event("load")


def follow(page, link):
    """Press a link or a button, and wait for the document that it opens."""
    with opening(page):
        link.click()


def names(page):
    return page.locator(".drawing .card .name").all_text_contents()


def query(page):
    return unquote(page.evaluate("location.search"))


def card(page, name):
    return page.locator(".drawing a:has(.card)", has=page.locator("title", has_text=name)).first


def until(page, holds):
    """Wait until a condition holds; the page's policy forbids Playwright's own way."""
    for _turn in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def drawn(page):
    """When the frame that answers the last movement is on the screen."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def settled(page):
    """When cards have glided to their places."""
    until(page, lambda: page.evaluate("document.getAnimations().length") == 0)


def big(number, children=6):
    """A published chart of so many departments, each with as many below it."""
    built = {}
    for index in range(number - 1, -1, -1):
        below = range(children * index + 1, min(children * index + children + 1, number))
        built[index] = unit(f"第{index}部", *(built.pop(one) for one in below), key=f"d{index}")
    storage.store(chart_of(built[0], slug="大", status="published"))
