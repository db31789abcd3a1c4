"""When a record was deleted while somebody filled in its form: nothing typed is lost."""

from django.core.exceptions import FieldDoesNotExist
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

CONFLICT = 409
NOT_TYPED = ("csrfmiddlewaretoken", "opened_version", "_FORMS", "-id", "position", "DELETE")


def show_what_was_typed(model_admin, request):
    """A page that says what happened and shows every text that was sent."""
    options = model_admin.opts
    name = f"admin:{options.app_label}_{options.model_name}_changelist"
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Somebody else has deleted this record"),
        "kind": options.verbose_name,
        "kinds": options.verbose_name_plural,
        "typed": [*typed(model_admin, request.POST)],
        "list_address": reverse(name),
        "opts": options,
    }
    return TemplateResponse(request, "admin/gone.html", context, status=CONFLICT)


def typed(model_admin, data):
    """Yield (label, text) for what the editor wrote, also in the rows of lists."""
    models = {inline.accessor(): inline.model for inline in model_admin.inlines}
    for key, text in data.items():
        if key.startswith("_") or key.endswith(NOT_TYPED) or not text.strip():
            continue
        prefix, _number, field = key.rpartition("-")
        model = models.get(prefix.rpartition("-")[0], model_admin.model)
        yield label(model, field), text


def label(model, field: str) -> str:
    try:
        return capfirst(model._meta.get_field(field).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        return field
