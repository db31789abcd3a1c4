"""Decisions on similar duties: once for each pair, between departments, gone with a duty."""

import pytest
from django.core.exceptions import ValidationError

from departments.models import Chart, Likeness
from tests.factories import new_chart, new_department, new_duty, new_likeness

pytestmark = pytest.mark.django_db


def revisions():
    return list(Chart.objects.order_by("pk").values_list("revision", flat=True))


def two_duties(*, charts=1):
    homes = [new_chart() for _number in range(charts)]
    return [new_duty(department=new_department(chart=homes[place % charts])) for place in (0, 1)]


def test_a_pair_is_stored_in_one_order_whichever_way_it_was_seen():
    first, second = two_duties()
    decision = new_likeness(first=second, second=first)
    assert (decision.first, decision.second) == (first, second)


def test_a_pair_is_decided_once_whatever_the_order():
    first, second = two_duties()
    new_likeness(first=first, second=second)
    with pytest.raises(ValidationError) as refusal:
        new_likeness(first=second, second=first, verdict="different")
    assert refusal.value.messages == ["These two duties are already decided on."]


def test_two_duties_of_one_department_are_no_pair():
    first = new_duty()
    with pytest.raises(ValidationError) as refusal:
        new_likeness(first=first, second=new_duty(department=first.department))
    assert refusal.value.message_dict["second"] == [
        "Both duties are of one department. Choose one of another."
    ]


def test_a_decision_across_charts_raises_the_revision_of_both():
    first, second = two_duties(charts=2)
    before = revisions()
    decision = new_likeness(first=first, second=second)
    after = revisions()
    decision.delete()
    assert [after, revisions()] == [[one + 1 for one in before], [one + 2 for one in before]]


@pytest.mark.parametrize("place", [0, 1])
def test_a_deleted_duty_takes_its_decisions_along(place):
    duties = two_duties()
    new_likeness(first=duties[0], second=duties[1])
    duties[place].delete()
    assert Likeness.objects.count() == 0


def test_a_deleted_department_takes_them_along_too():
    first, second = two_duties(charts=2)
    new_likeness(first=first, second=second)
    second.department.delete()
    assert Likeness.objects.count() == 0


def test_decisions_are_found_by_the_departments_of_both_duties():
    decision = new_likeness()
    new_likeness()
    homes = [decision.first.department, decision.second.department]
    assert list(Likeness.objects.between(homes)) == [decision]
    assert list(Likeness.objects.between(homes[:1])) == []


def test_a_decision_outlives_its_editor(django_user_model):
    editor = django_user_model.objects.create_user("editor")
    decision = new_likeness(decided_by=editor)
    editor.delete()
    assert Likeness.objects.get(pk=decision.pk).decided_by is None


@pytest.mark.parametrize("place", [0, 1])
def test_a_reworded_duty_is_undecided_again_in_both_charts(place):
    duties = two_duties(charts=2)
    new_likeness(first=duties[0], second=duties[1])
    kept = new_likeness()
    before = revisions()
    duties[place].text = "完全不同的事"
    duties[place].save()
    assert list(Likeness.objects.all()) == [kept]
    assert all(now > then for now, then in zip(revisions()[:2], before[:2], strict=True))


def test_a_duty_saved_with_the_same_words_keeps_its_decisions():
    first, second = two_duties()
    new_likeness(first=first, second=second)
    first.text, first.position, first.involvement = f" {first.text} ", 7, "other"
    first.save()
    assert Likeness.objects.count() == 1
