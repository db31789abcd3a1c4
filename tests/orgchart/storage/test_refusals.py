"""An outline that breaks a rule is refused with a sentence, and nothing of it is stored."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from departments.models import Chart, Department
from orgchart import outline
from orgchart.storage import load, store, store_library
from tests.orgchart.storage.outlines import LIBRARY

pytestmark = pytest.mark.django_db


def unit(key, **values):
    return outline.Department(key=key, name=values.pop("name", key), **values)


def role(key, **values):
    return outline.Role(key=key, name=values.pop("name", key), **values)


def duty(key, **values):
    return outline.Duty(key=key, text=key, **values)


def role_duty(key, *carried):
    carries = tuple(outline.Carrying(duty=one) for one in carried)
    return outline.RoleDuty(key=key, text=key, carries=carries)


def hand_off(**values):
    return outline.HandOff(**{"key": "h", "giver": "a", "receiver": "b", "text": "信息"} | values)


def relation(**values):
    ends = {"key": "r", "from_department": "a", "to_department": "b", "kind": "guides"}
    return outline.Relation(**ends | values)


def trait(**values):
    return outline.Trait(**{"key": "t", "aspect": "a-1", "department": "a", "text": "快"} | values)


def emphasis(**values):
    told = {"key": "e", "stage": "s-1", "department": "a", "text": "重"}
    return outline.Emphasis(**told | values)


def dealing(**values):
    return outline.WorkingRelationship(**{"key": "w", "matter": "沟通"} | values)


def chart(*departments, **values):
    return outline.Chart(key="c", name="方案", departments=departments, **values)


A, B = unit("a"), unit("b")


def chain(length):
    below = unit(f"d-{length}")
    for number in range(length - 1, 0, -1):
        below = unit(f"d-{number}", children=(below,))
    return below


BAD = {
    "Two departments have the key “a”.": chart(A, unit("b", children=(unit("a", name="他"),))),
    "Two department duties have the key “x”.": chart(
        unit("a", duties=(duty("x"),)), unit("b", duties=(duty("x"),))
    ),
    "Two roles have the key “x”.": chart(
        unit("a", roles=(role("x"),)), unit("b", roles=(role("x"),))
    ),
    "Two role duties have the key “y”.": chart(
        unit("a", roles=(role("x", duties=(role_duty("y"), role_duty("y"))),))
    ),
    "Two hand-offs have the key “h”.": chart(A, B, hand_offs=(hand_off(), hand_off())),
    "Two relations have the key “r”.": chart(
        A, B, relations=(relation(), relation(kind="evaluates"))
    ),
    "Two traits have the key “t”.": chart(A, B, traits=(trait(), trait(department="b"))),
    "Two emphases have the key “e”.": chart(A, emphases=(emphasis(), emphasis())),
    "Two working relationships have the key “w”.": chart(
        A, working_relationships=(dealing(department="a", counterpart_text="媒体"),) * 2
    ),
    "Two departments side by side are called “市场 部”.": chart(
        unit("a", name="市场部"), unit("b", name="市场 部")
    ),
    "Two roles of “a” are called “ＰＭ”.": chart(
        unit("a", roles=(role("x", name="PM"), role("y", name="ＰＭ")))
    ),
    "“d-31” would stand on level 31; 30 is the deepest.": chart(chain(31)),
    "“x” would report to itself or to a role below it.": chart(
        unit("a", roles=(role("x", reports_to="y"), role("y", reports_to="x")))
    ),
    "“z” would report to itself or to a role below it.": chart(
        unit("a", roles=(role("z", reports_to="z"),))
    ),
    "“a” and “b” have the same relation twice.": chart(
        A, B, relations=(relation(), relation(key="r2"))
    ),
    "“a” has two traits in the aspect “a-1”.": chart(A, traits=(trait(), trait(key="t2"))),
    "“y” carries “x” twice.": chart(
        unit("a", duties=(duty("x"),), roles=(role("r", duties=(role_duty("y", "x", "x"),)),))
    ),
    "“a” cannot hand over to itself: “信息”.": chart(A, hand_offs=(hand_off(receiver="a"),)),
    "“a” has a relation to itself.": chart(A, relations=(relation(to_department="a"),)),
    "“沟通” must belong to either a role or a department.": chart(
        A, working_relationships=(dealing(counterpart_text="媒体"),)
    ),
    "“沟通” must have one other side: a role, a department, or words.": chart(
        A, working_relationships=(dealing(department="a"),)
    ),
    "“沟通” is dealt with by somebody alone.": chart(
        A, working_relationships=(dealing(department="a", counterpart_department="a"),)
    ),
    "The duty “x” does not belong to “b”.": chart(
        unit("a", duties=(duty("x"),)), B, emphases=(emphasis(department="b", duty="x"),)
    ),
    "There is no department with the key “b”.": chart(A, hand_offs=(hand_off(),)),
    "There is no department duty with the key “x”.": chart(A, emphases=(emphasis(duty="x"),)),
    "There is no role with the key “y”.": chart(unit("a", roles=(role("x", reports_to="y"),))),
    "There is no function with the key “f-9”.": chart(
        unit("a", duties=(duty("x", function="f-9"),))
    ),
    "There is no stage with the key “s-9”.": chart(A, emphases=(emphasis(stage="s-9"),)),
    "There is no aspect with the key “a-9”.": chart(A, traits=(trait(aspect="a-9"),)),
    "There is no counterpart role with the key “x”.": chart(
        A, working_relationships=(dealing(department="a", counterpart_role="x"),)
    ),
}


@pytest.fixture(autouse=True)
def library():
    store_library(LIBRARY)


def assert_nothing_is_stored():
    assert (Chart.objects.count(), Department.objects.count()) == (0, 0)


@pytest.mark.parametrize("sentence", BAD)
def test_a_broken_outline_is_refused_with_a_sentence(sentence):
    with pytest.raises(ValueError) as refusal:
        store(BAD[sentence])
    assert str(refusal.value) == sentence
    assert_nothing_is_stored()


UNFIT = {
    "name": chart(unit("a", name="\u200b")),
    "key": chart(unit("a b")),
    "kind": chart(unit("a", kind="tribe")),
    "headcount": chart(unit("a", headcount=-1)),
    "slug": chart(unit("a", slug="a/b")),
    "text": chart(unit("a", duties=(outline.Duty(key="x", text="市" * 501),))),
    "basis": chart(unit("a", basis="guessed")),
}


@pytest.mark.parametrize("field", UNFIT)
def test_a_value_that_does_not_fit_is_refused_on_its_field(field):
    with pytest.raises(ValidationError) as refusal:
        store(UNFIT[field])
    assert list(refusal.value.message_dict) == [field]
    assert_nothing_is_stored()


def test_a_chart_is_stored_once():
    store(chart(A))
    for again in (chart(A), replace(chart(A), slug="c2")):
        with pytest.raises(ValidationError):
            store(again)
    assert Chart.objects.count() == 1


def test_thirty_levels_are_stored():
    store(chart(chain(30)))
    assert Department.objects.get(key="d-30").level == 29
    assert Department.objects.find_damage() == []


def test_long_keys_of_carried_duties_find_a_key():
    carried, carrier = "x" * 100, "y" * 100
    said = chart(
        unit(
            "a",
            duties=(duty(carried),),
            roles=(role("r", duties=(role_duty(carrier, carried),)),),
        )
    )
    read = load(store(said), with_duties=True, with_roles=True)
    assert read.departments[0].roles[0].duties[0].carries == (outline.Carrying(duty=carried),)


def test_taken_addresses_are_numbered():
    stored = store(chart(unit("a", slug="x"), unit("b", slug="x"), unit("c", name="x")))
    slugs = Department.objects.filter(chart=stored).order_by("position")
    assert list(slugs.values_list("slug", flat=True)) == ["x", "x-2", "x-3"]


def test_a_base_that_is_not_here_is_left_out():
    assert store(chart(A, based_on="elsewhere")).based_on is None
