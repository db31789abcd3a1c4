"""What the description of the API says beyond what can be read off the code."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

SENTENCE = {
    "type": "object",
    "properties": {"detail": {"type": "string"}},
    "required": ["detail"],
}
SENTENCES = {
    "type": "object",
    "description": "A sentence, or sentences under the name of each parameter.",
    "additionalProperties": True,
}
KEYS = {
    "chart": _("Key of the chart."),
    "key": _("Key of the record."),
}


class Description(AutoSchema):
    """Adds what every address has: words, keys in it, and answers other than 200."""

    def get_summary(self):
        rows = getattr(self.view, "queryset", None)
        if rows is None:
            return super().get_summary()
        many = self.view.action == "list"
        names = rows.model._meta
        return names.verbose_name_plural if many else names.verbose_name

    def get_description(self):
        # Not the views' docstrings, which speak to programmers.
        return ""

    def get_override_parameters(self):
        return [
            OpenApiParameter(name, str, OpenApiParameter.PATH, description=KEYS[name])
            for name in KEYS
            if f"{{{name}}}" in self.path
        ]

    def get_response_serializers(self):
        answer = super().get_response_serializers()
        answers = answer if isinstance(answer, dict) else {200: answer}
        return answers | {
            304: OpenApiResponse(description=_("Unchanged since the ETag that was sent.")),
            400: OpenApiResponse(SENTENCES, _("A parameter is unknown or has a wrong value.")),
            404: OpenApiResponse(SENTENCE, _("Nothing public has this address.")),
            406: OpenApiResponse(SENTENCE, _("Only JSON is spoken here.")),
            429: OpenApiResponse(SENTENCE, _("Too many requests; wait a little.")),
        }
