"""The history of a record in the reader's language."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import override

from tests.departments.admin.pages import client_of, edit
from tests.factories import new_department, new_duty

pytestmark = pytest.mark.django_db


def last_change():
    with override("zh-hans"):
        return LogEntry.objects.first().get_change_message()


def test_changed_fields_are_called_in_chinese():
    department = new_department()
    edit(client_of("editors"), department, mission="满足消费者", name_en="Marketing")
    assert last_change() == "修改了使命 与 英文名称。"


def test_changed_rows_are_called_in_chinese():
    duty = new_duty(text="调研市场")
    edit(client_of("editors"), duty.department, **{"duties-0-heading": "日常"})
    assert last_change() == "修改了部门职责“调研市场”的小标题。"
