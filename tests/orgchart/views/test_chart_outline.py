import re
from urllib.parse import unquote

import pytest

from orgchart import storage
from orgchart.outline import Duty, Role, RoleDuty
from orgchart.views import chart_outline as view
from tests.factories import add_departments, new_chart, new_forest
from tests.outlines import chart_of, unit

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/大纲/"


def forest(**shape):
    """The address of the outline of a public chart that has these departments."""
    chart = new_chart(status="published")
    new_forest(chart=chart, **shape)
    return f"/方案/{chart.slug}/大纲/"


def tree(response):
    """The nested list of a page; its lists and entries are all closed."""
    page = response.content.decode()
    found = re.search(r'<ul class="tree">.*</ul>', page, re.DOTALL)[0]
    found = found[: found.index("</section>")] if "</section>" in found else found
    assert found.count("<ul") == found.count("</ul>")
    assert len(re.findall(r"<li[ >]", found)) == found.count("</li>")
    return found


def names(response):
    """The departments of a page in order; + before those that an earlier page has shown."""
    pattern = r'<li( class="continued")?><a href="[^"]*">([^<]*)</a>'
    return [("+" if again else "") + name for again, name in re.findall(pattern, tree(response))]


def test_the_outline_gives_duties_and_roles(client, seed):
    page = tree(client.get(S1))
    assert "编制年度营销目标与计划" in page
    assert "统筹计划、安排并管理部门工作" in page
    assert '<span class="count">15 项职责 · 10 个岗位</span>' in page


def test_an_english_outline_marks_what_is_chinese(client, seed):
    page = tree(client.get(f"/en{S1}"))
    assert '<span class="count">15 duties · 10 roles</span>' in page
    assert re.search(r'<li lang="zh-Hans">编制年度营销目标与计划', page)


def test_no_text_becomes_markup(client):
    evil = "<script>alert('\"&"
    role = Role(key="r", name=evil, slug="r", duties=(RoleDuty(key="r.1", text=evil),))
    duty = Duty(key="d", text=evil)
    top = unit("a", duties=(duty,), roles=(role,), mission=evil, name_en=evil)
    storage.store(chart_of(top, slug="w", status="published"))
    for prefix in ("", "/en"):
        page = tree(client.get(f"{prefix}/方案/w/大纲/"))
        assert "<script" not in page
        assert page.count("&lt;script&gt;alert(&#x27;&quot;&amp;") == 5


def test_a_chart_that_is_drawn_whole_is_told_whole(client):
    response = client.get(forest(a={"b": {"c": {"d": {"e": {}}}}}))
    assert names(response) == ["a", "b", "c", "d", "e"]
    page = response.content.decode()
    assert "大纲列出上面" not in page
    assert "本页列出" not in page


def test_a_large_chart_is_told_page_by_page(client, monkeypatch):
    monkeypatch.setattr(view, "PAGE_SIZE", 3)
    address = forest(a={"b": {"c": {}, "d": {}}}, e={"f": {}}, g={})
    first = client.get(address)
    assert names(first) == ["a", "b", "c"]
    assert "本页列出 7 个部门中的第 1 至第 3 个。" in first.content.decode()
    assert names(client.get(f"{address}?页=2")) == ["+a", "+b", "d", "e", "f"]
    assert names(client.get(f"{address}?页=3")) == ["g"]
    assert client.get(f"{address}?页=4").status_code == 404


def test_what_lies_deeper_in_a_large_chart_is_reached_by_links(client, monkeypatch):
    monkeypatch.setattr(view, "PAGE_SIZE", 4)
    address = forest(a={"b": {"c": {"d": {"e": {"f": {}}}}}})
    response = client.get(address)
    assert names(response) == ["a", "b", "c"]
    assert "大纲列出上面 3 级，共 6 个部门中的 3 个" in response.content.decode()
    [link] = re.findall(r'<a class="inline" href="([^"]*)">下级部门 1 个</a>', tree(response))
    assert names(client.get(link)) == ["c", "d", "e", "f"]


def test_a_branch_is_told_page_by_page_without_what_is_above_it(client, monkeypatch):
    monkeypatch.setattr(view, "PAGE_SIZE", 2)
    address = forest(a={"b": {"c": {}, "d": {}, "e": {}}})
    response = client.get(f"{address}?顶层=b")
    assert names(response) == ["b", "c"]
    page = response.content.decode()
    # The drawing of the same branch; what is searched for is another thing.
    assert f'href="{address.removesuffix("大纲/")}?顶层=b"' in unquote(page)
    assert 'value=""' in page
    [following] = re.findall(r'rel="next"\s+href="([^"]*)"', page)
    assert names(client.get(address + following.replace("&amp;", "&"))) == ["+b", "d", "e"]


def test_departments_in_a_row_are_not_told_all_at_once(client):
    chart = new_chart(status="published")
    add_departments(chart, 2 * view.PAGE_SIZE)
    response = client.get(f"/方案/{chart.slug}/大纲/")
    assert len(names(response)) == view.PAGE_SIZE
    assert "第 1 至第 400 个" in response.content.decode()
