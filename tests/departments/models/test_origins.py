import pytest
from django.core.exceptions import ValidationError

from tests.factories import new_chart

pytestmark = pytest.mark.django_db


def test_a_chart_is_not_based_on_itself_or_on_one_made_from_it():
    original = new_chart()
    copy = new_chart(based_on=original)
    for wrong in (original, copy):
        original.based_on = wrong
        with pytest.raises(ValidationError) as refused:
            original.save()
        assert list(refused.value.message_dict) == ["based_on"]
