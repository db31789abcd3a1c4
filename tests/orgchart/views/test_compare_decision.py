"""An editor decides on similar duties; everybody else only sees the state."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from departments.models import DepartmentDuty, Likeness
from orgchart.views.compare_shown import print_of
from tests.departments.admin.pages import client_of, edit
from tests.factories import new_chart, new_department, new_duty, new_likeness

pytestmark = pytest.mark.django_db

PAGE = "/方案/方案/对比/甲/乙/"
BUTTON = 'name="判断"'


@pytest.fixture(autouse=True)
def duties():
    """Two departments of a published chart, with a duty each that are worded alike."""
    chart = new_chart(name="方案", status="published")
    return [
        new_duty(department=new_department(chart=chart, name=name), text=text, key=f"duty.{name}")
        for name, text in (("甲", "策划并组织促销活动"), ("乙", "配合终端促销活动"))
    ]


def decide(client, verdict="same", pair="0 duty.甲 1 duty.乙", page=PAGE, seen=None):
    """Click a button; the page shows the present words unless others were seen."""
    words = [DepartmentDuty.objects.filter(key=key[:100]).first() for key in pair.split(" ")[1::2]]
    seen = seen or (print_of(*words) if len(words) == 2 and all(words) else "")
    return client.post(f"{page}判断", {"职责": pair, "措辞": seen, "判断": verdict})


def state(client):
    comparison = client.get(PAGE).context["comparison"]
    return len(comparison.similar), comparison.shared.settled_count


def test_an_editor_calls_them_the_same_with_one_click(duties):
    client = client_of("editors")
    assert state(client) == (1, 0)
    assert BUTTON in client.get(PAGE).content.decode()
    response = decide(client)
    assert unquote(response["Location"]) == f"{PAGE}#similar"
    assert state(client) == state(Client()) == (0, 1)
    decision = Likeness.objects.get()
    assert {decision.first, decision.second} == set(duties)
    assert (decision.verdict, decision.decided_by.username) == ("same", "one of the editors")


def test_an_editor_calls_them_different_and_the_question_vanishes():
    client = client_of("editors")
    decide(client, "different")
    assert state(client) == (0, 0)


def test_a_later_verdict_replaces_the_earlier_whatever_the_order():
    client = client_of("editors")
    decide(client, "different")
    decide(client, "same", "1 duty.乙 0 duty.甲")
    decide(client, "same", "0 duty.乙 1 duty.甲", "/方案/方案/对比/乙/甲/")
    assert Likeness.objects.get().verdict == "same"


def test_a_verdict_is_a_new_version_for_everybody():
    visitor = Client()
    before = visitor.get(PAGE)["ETag"]
    assert visitor.get(PAGE, headers={"if-none-match": before}).status_code == 304
    decide(client_of("editors"))
    assert visitor.get(PAGE, headers={"if-none-match": before}).status_code == 200


def test_a_verdict_taken_back_opens_the_question_again():
    client = client_of("editors")
    decide(client)
    address = reverse("admin:departments_likeness_delete", args=[Likeness.objects.get().pk])
    client.post(address, {"post": "yes"})
    assert state(client) == (1, 0)


def test_a_click_on_words_that_have_changed_decides_nothing_and_shows_the_new_ones(duties):
    client = client_of("editors")
    seen = client.get(PAGE).context["similar"][0].print
    assert f'name="措辞" value="{seen}"' in client.get(PAGE).content.decode()
    duties[1].text = "配合<终端>促销活动计划"
    duties[1].save()
    response = decide(client, seen=seen)
    page = response.content.decode()
    assert (response.status_code, Likeness.objects.count()) == (409, 0)
    assert "现在两项职责是“策划并组织促销活动”和“配合&lt;终端&gt;促销活动计划”" in page
    assert BUTTON in page
    decide(client, seen=response.context["similar"][0].print)
    assert Likeness.objects.count() == 1


def test_a_click_that_does_not_say_what_was_seen_decides_nothing():
    assert decide(client_of("editors"), seen="x").status_code == 409
    assert Likeness.objects.count() == 0


def test_a_click_on_a_duty_that_is_gone_says_so(duties):
    client = client_of("editors")
    duties[1].delete()
    response = decide(client)
    assert response.status_code == 404
    assert "其中一项职责已经不在了，请重新打开对比页。" in response.content.decode()


@pytest.mark.parametrize("door", ["form", "inline"])
def test_a_duty_that_is_reworded_is_open_again(duties, door):
    client = client_of("editors")
    decide(client)
    if door == "form":
        edit(client, duties[0], text="策划促销活动")
    else:
        edit(client, duties[0].department, **{"duties-0-text": "策划促销活动"})
    assert DepartmentDuty.objects.get(pk=duties[0].pk).text == "策划促销活动"
    assert state(client) == (1, 0)


def test_a_deleted_duty_takes_its_verdicts_along(duties):
    decide(client_of("editors"))
    duties[1].delete()
    assert Likeness.objects.count() == 0


def test_a_duty_of_another_chart_is_decided_on_as_well():
    other = new_chart(name="另案", status="published")
    new_duty(department=new_department(chart=other, name="丁"), text="促销活动", key="d")
    page = "/方案/方案/对比/甲/另案:丁/"
    client, visitor = client_of("editors"), Client()
    before = visitor.get(page)["ETag"]
    decide(client, "same", "0 duty.甲 1 d", page)
    assert visitor.get(page)["ETag"] != before
    assert visitor.get(page).context["comparison"].shared.settled_count == 1


@pytest.mark.parametrize("group", [None, "viewers"])
def test_others_see_the_state_and_cannot_decide(group):
    client = client_of(group)
    page = client.get(PAGE).content.decode()
    assert "≈ 相近，待确认" in page
    assert BUTTON not in page
    assert decide(client).status_code == 403
    assert Likeness.objects.count() == 0


def test_a_form_of_another_site_decides_nothing():
    client = Client(enforce_csrf_checks=True)
    client.cookies = client_of("editors").cookies
    assert decide(client).status_code == 403
    assert Likeness.objects.count() == 0


@pytest.mark.parametrize(
    ("verdict", "pair", "status"),
    [
        ("perhaps", "0 duty.甲 1 duty.乙", 400),
        ("same", "", 400),
        ("same", "0 duty.甲", 400),
        ("same", "0 duty.甲 0 duty.乙", 400),
        ("same", "0 duty.甲 7 duty.乙", 400),
        ("same", "0 duty.甲 1 duty.无", 404),
        ("same", f"0 duty.甲 1 {'长' * 5000}", 404),
    ],
)
def test_what_is_no_pair_is_refused(verdict, pair, status):
    assert decide(client_of("editors"), verdict, pair).status_code == status
    assert Likeness.objects.count() == 0


def test_departments_that_are_gone_are_refused():
    assert decide(client_of("editors"), page="/方案/方案/对比/甲/无/").status_code == 404


def test_a_decision_is_only_posted():
    assert client_of("editors").get(f"{PAGE}判断").status_code == 405


def test_an_editor_of_two_windows_finds_the_other_verdict(duties):
    new_likeness(first=duties[0], second=duties[1], verdict="different")
    decide(client_of("editors"))
    assert Likeness.objects.get().verdict == "same"
    assert DepartmentDuty.objects.count() == 2
