"""Fields: text and choices that the model judges, keys, and addresses."""

import re

from django.urls import reverse
from rest_framework import serializers

KEY = re.compile(r"[-.\w]+")


class TextField(serializers.CharField):
    """Hands text on as it came: the model normalises and judges it."""

    def __init__(self, **options):
        super().__init__(**(options | {"allow_blank": True, "trim_whitespace": False}))
        self.validators = []


class ChoiceField(serializers.ChoiceField):
    """Hands any word on: the model knows its choices."""

    def to_internal_value(self, data):
        return data if isinstance(data, str) else super().to_internal_value(data)


class KeyField(serializers.SlugRelatedField):
    """Names a record of the library, or a chart, by its key."""

    def __init__(self, **options):
        super().__init__(slug_field="key", **options)

    def to_internal_value(self, data):
        # Databases stumble over some texts that cannot be a key.
        if not isinstance(data, str) or KEY.fullmatch(data) is None:
            self.fail("invalid")
        found = self.find(self.get_queryset().filter(key=data))
        if found is None:
            self.fail("does_not_exist", slug_name="key", value=data)
        return found

    def find(self, rows):
        return rows.first()


class NeighbourField(KeyField):
    """Names another record of the same chart by its key.

    Copies of a chart keep their keys, so a key means the record of the chart
    that the data names. Only where that chart has none is another chart's
    record taken, for the model to say what is wrong with it. An owner is never
    sought elsewhere: it would carry the record into its own chart.
    """

    def __init__(self, *, owner=False, **options):
        self.owner = owner
        super().__init__(**options)

    def find(self, rows):
        found = rows.filter(chart__key=self.parent.chart_key).first()
        return rows.first() if found is None and not self.owner else found


class PublishedKeyField(KeyField):
    """A chart's key, or nothing where that chart is not public."""

    def to_representation(self, chart):
        return super().to_representation(chart) if chart.is_published else None


class AddressField(serializers.CharField):
    """Where the record is in the API: below its owner's key, if `path` names one."""

    def __init__(self, name, path=""):
        self.name, self.path = name, path
        super().__init__(source="*", read_only=True)

    def to_representation(self, record):
        keys = [getattr(record, self.path).key] if self.path else []
        return reverse(f"api:{self.name}", args=[*keys, record.key])


class PageField(serializers.CharField):
    """The page for people that shows the record: its own, or that of its `path`."""

    def __init__(self, path=""):
        self.path = path
        super().__init__(source="*", read_only=True)

    def to_representation(self, record):
        shown = getattr(record, self.path) if self.path else record
        return shown.get_absolute_url()
