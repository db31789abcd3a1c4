"""The same record at two doors: what the serializer says of it, and what the model says."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

MODEL_WIDE = "non_field_errors"


def data_of(**values) -> dict:
    """The values as JSON has them: records by their keys."""
    return {
        name: value.key if isinstance(value, Model) else value for name, value in values.items()
    }


def said_by_serializer(serializer, **values) -> dict[str, list[str]]:
    """The serializer's sentences about a new record; the owner says which chart it is in."""
    owner = next((value for value in values.values() if hasattr(value, "chart_id")), None)
    chart = values.get("chart") or (owner and owner.chart)
    data = data_of(**values) | ({"chart": chart.key} if chart else {})
    judged = serializer(data=data)
    assert not judged.is_valid()
    return {name: [str(one) for one in said] for name, said in judged.errors.items()}


def said_by_model(model, **values) -> dict[str, list[str]]:
    """The model's sentences about the same record."""
    try:
        model(**values).full_clean()
    except ValidationError as refusal:
        said = refusal.message_dict
        return {MODEL_WIDE if name == NON_FIELD_ERRORS else name: said[name] for name in said}
    return {}


def refused_alike(serializer, **values) -> dict[str, list[str]]:
    """What both say, after making sure that it is the same."""
    said = said_by_serializer(serializer, **values)
    assert said == said_by_model(serializer.Meta.model, **values)
    return said
