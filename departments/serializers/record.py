"""What all serializers share: the model judges, in the words that forms show too."""

import copy

from django.core.exceptions import NON_FIELD_ERRORS
from django.core.exceptions import ValidationError as ModelError
from django.db import models
from rest_framework import serializers
from rest_framework.settings import api_settings

from departments.models import Chart
from departments.serializers.fields import KEY, ChoiceField, KeyField, TextField

ORIGIN = ["source", "basis", "note"]
LINKS = ["url", "page"]


class RecordSerializer(serializers.ModelSerializer):
    """A record, valid when the model says so."""

    serializer_choice_field = ChoiceField
    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {
        models.CharField: TextField,
        models.TextField: TextField,
    }

    def get_validators(self):
        return []

    def get_uniqueness_extra_kwargs(self, field_names, declared_fields, extra_kwargs):
        # The model checks what must be unique; a field is not required for that.
        return extra_kwargs, {}

    def validate(self, attributes):
        record = copy.copy(self.instance) if self.instance else self.Meta.model()
        for name, value in attributes.items():
            setattr(record, name, value)
        try:
            record.full_clean()
        except ModelError as error:
            raise serializers.ValidationError(self.by_field(error)) from error
        return attributes

    def by_field(self, error: ModelError) -> dict[str, list[str]]:
        """Return the model's sentences under the names of this serializer's fields."""
        sentences: dict[str, list[str]] = {}
        for name, messages in error.message_dict.items():
            known = name != NON_FIELD_ERRORS and name in self.fields
            place = name if known else api_settings.NON_FIELD_ERRORS_KEY
            sentences.setdefault(place, []).extend(messages)
        return sentences


class ContentSerializer(RecordSerializer):
    """A record inside one chart, which the data names by `chart`."""

    chart = KeyField(queryset=Chart.objects.all())

    chart_key = None

    def to_internal_value(self, data):
        said = data.get("chart") if isinstance(data, dict) else None
        if isinstance(said, str) and KEY.fullmatch(said):
            self.chart_key = said
        elif self.instance:
            self.chart_key = self.instance.chart.key
        return super().to_internal_value(data)
