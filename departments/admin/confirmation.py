"""Confirming hand-offs, for the giver and for the receiver, in their list."""

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from departments.forms import is_id
from departments.models import HandOff, Stale

FIELDS = {"giver": "confirmed_by_giver", "receiver": "confirmed_by_receiver"}
# What a button sends: the side, and whether it confirms.
STEPS = {
    f"{word}-{side}": (side, word == "confirm")
    for word in ("confirm", "withdraw")
    for side in FIELDS
}
WORDS = {
    "confirm-giver": _("Confirm for the giver"),
    "confirm-receiver": _("Confirm for the receiver"),
    "withdraw-giver": _("Withdraw for the giver"),
    "withdraw-receiver": _("Withdraw for the receiver"),
}


class ConfirmationFilter(admin.SimpleListFilter):
    """Who has confirmed: nobody, one side alone, both."""

    title = _("confirmation")
    parameter_name = "confirmation"
    states = {
        "none": (_("unconfirmed"), Q(confirmed_by_giver=False, confirmed_by_receiver=False)),
        "giver": (_("by the giver only"), Q(confirmed_by_giver=True, confirmed_by_receiver=False)),
        "receiver": (
            _("by the receiver only"),
            Q(confirmed_by_giver=False, confirmed_by_receiver=True),
        ),
        "both": (_("by both"), Q(confirmed_by_giver=True, confirmed_by_receiver=True)),
    }

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _rows) in self.states.items()]

    def queryset(self, request, queryset):
        state = self.states.get(self.value())
        return queryset.filter(state[1]) if state else queryset


class TellsOfRewording:
    """For pages that hold hand-offs: say when other words took back what was confirmed."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        forms = [form, *(row for formset in formsets for row in formset.forms)]
        number = sum(getattr(one.instance, "lost_confirmation", False) for one in forms)
        if number:
            words = ngettext(
                "%(number)d hand-off was reworded: what its sides had confirmed was taken back.",
                "%(number)d hand-offs were reworded: what their sides had confirmed was taken "
                "back.",
                number,
            )
            self.message_user(request, words % {"number": number}, messages.WARNING)


class Confirming(TellsOfRewording):
    """For the list of hand-offs: buttons in each row, and actions for the chosen rows.

    Each row sends the version that its editor has seen, so that nobody confirms
    words that somebody else has changed meanwhile.
    """

    actions = tuple(name.replace("-", "_") for name in STEPS)

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        return [*columns, "confirming"] if self.has_change_permission(request) else columns

    @admin.display(description=_("confirm"))
    def confirming(self, row: HandOff) -> SafeString:
        """The buttons of a row, and which version of it the page shows."""
        giver, receiver = (
            button(row, f"{'withdraw' if getattr(row, field) else 'confirm'}-{side}")
            for side, field in FIELDS.items()
        )
        return format_html(
            '<input type="hidden" name="seen-{}" value="{}">{} {}',
            row.pk,
            row.version,
            giver,
            receiver,
        )

    @admin.action(description=WORDS["confirm-giver"], permissions=["change"])
    def confirm_giver(self, request, queryset):
        self.take_step(request, queryset, "confirm-giver")

    @admin.action(description=WORDS["confirm-receiver"], permissions=["change"])
    def confirm_receiver(self, request, queryset):
        self.take_step(request, queryset, "confirm-receiver")

    @admin.action(description=WORDS["withdraw-giver"], permissions=["change"])
    def withdraw_giver(self, request, queryset):
        self.take_step(request, queryset, "withdraw-giver")

    @admin.action(description=WORDS["withdraw-receiver"], permissions=["change"])
    def withdraw_receiver(self, request, queryset):
        self.take_step(request, queryset, "withdraw-receiver")

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST" and "step" in request.POST:
            return self.written(request, lambda: self.press(request), request.get_full_path())
        return super().changelist_view(request, extra_context)

    def press(self, request):
        """Do what the button of one row says, and show the list again."""
        step, _space, number = request.POST["step"].partition(" ")
        if step not in STEPS or not is_id(number):
            raise BadRequest(gettext("No row has this button."))
        if not self.has_change_permission(request):
            raise PermissionDenied
        rows = HandOff.objects.filter(pk=number)
        if rows.exists():
            self.take_step(request, rows, step)
        else:
            text = gettext("This row was deleted meanwhile. Nothing was confirmed.")
            self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def take_step(self, request, rows, step):
        """Confirm or withdraw for one side, row by row; say how many changed and which not."""
        side, value = STEPS[step]
        field = FIELDS[side]
        changed = 0
        for row in HandOff.objects.filter(pk__in=rows.values("pk")):
            if not self.is_seen(request, row):
                self.message_user(request, " ".join(Stale(row).messages), messages.ERROR)
            elif getattr(row, field) != value:
                setattr(row, field, value)
                row.save()
                name = str(HandOff._meta.get_field(field).verbose_name)
                self.log_change(request, row, [{"changed": {"fields": [name]}}])
                changed += 1
        words = ngettext("%(number)d hand-off changed.", "%(number)d hand-offs changed.", changed)
        self.message_user(request, f"{WORDS[step]} · {words % {'number': changed}}")

    def is_seen(self, request, row: HandOff) -> bool:
        """Whether the editor chose the row as it now is; who chooses all pages saw few rows."""
        seen = request.POST.get(f"seen-{row.pk}")
        if seen is None:
            return request.POST.get("select_across") == "1"
        return seen == str(row.version)


def button(row: HandOff, step: str) -> SafeString:
    """A button that takes a step for one row; its name says for which."""
    return format_html(
        '<button class="step" name="step" value="{} {}" aria-label="{}: {}">{}</button>',
        step,
        row.pk,
        WORDS[step],
        row,
        WORDS[step],
    )
