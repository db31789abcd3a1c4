"""The admin as an editor's browser sees it: log in, read a form, send it again."""

from html.parser import HTMLParser

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import translation

BACKEND = "django.contrib.auth.backends.ModelBackend"


def client_of(group: str | None) -> Client:
    """A browser logged in as a member of the group; as nobody without a group."""
    client = Client()
    if group is not None:
        name = f"one of the {group}"
        user = User.objects.filter(username=name).first()
        user = user or User.objects.create_user(name, is_staff=True)
        user.groups.set([group_named(group)])
        client.force_login(user, backend=BACKEND)
    return client


def group_named(name: str) -> Group:
    """The ready-made group; anew, if a test that needs real transactions emptied the tables."""
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        ours = Permission.objects.filter(content_type__app_label__in=["departments", "roles"])
        looks = ours.filter(codename__startswith="view_")
        group.permissions.set(ours if name == "editors" else looks)
    return group


def address(record, page="change") -> str:
    """The English address of a record's page, or of a page of its model."""
    options = record._meta
    args = [record.pk] if page in ("change", "delete", "history") else []
    with translation.override("en"):
        return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=args)


class Page(HTMLParser):
    """The fields, the errors and the messages of one page."""

    def __init__(self, response):
        super().__init__()
        self.fields: dict[str, object] = {}
        self.errors: list[str] = []
        self.messages: list[str] = []
        self._select = self._textarea = self._text = None
        self._lists: list[str] = []
        text = response.content.decode()
        self.feed(text)
        if "errornote" in text and not self.errors:
            self.errors.append("refused without a word")

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        name = found.get("name")
        if tag == "ul":
            self._lists.append(found.get("class") or "")
        if tag == "li" and self._lists:
            self._text = ""
        if tag == "input" and name and "__prefix__" not in name:
            self._take_input(name, found)
        if tag == "select" and name and "__prefix__" not in name:
            self._select = (name, "multiple" in found)
            self.fields[name] = [] if "multiple" in found else ""
        if tag == "option" and self._select and "selected" in found:
            name, several = self._select
            value = found.get("value", "")
            self.fields[name] = [*self.fields[name], value] if several else value
        if tag == "textarea" and name and "__prefix__" not in name:
            self._textarea, self.fields[name] = name, ""

    def _take_input(self, name, found):
        kind = found.get("type")
        if kind in ("submit", "button", "search"):
            return
        if kind not in ("checkbox", "radio"):
            self.fields[name] = found.get("value") or ""
        elif "checked" in found:
            self.fields[name] = found.get("value", "on")

    def handle_data(self, data):
        if self._textarea:
            self.fields[self._textarea] += data
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        if tag == "textarea" and self._textarea:
            # A browser drops the line break that stands behind the tag.
            self.fields[self._textarea] = self.fields[self._textarea].removeprefix("\n")
            self._textarea = None
        if tag == "li" and self._text is not None:
            if self._lists and "errorlist" in self._lists[-1]:
                self.errors.append(" ".join(self._text.split()))
            if self._lists and "messagelist" in self._lists[-1]:
                self.messages.append(" ".join(self._text.split()))
            self._text = None
        if tag == "ul" and self._lists:
            self._lists.pop()


def opened(client, record) -> dict[str, object]:
    """What a browser would send if the editor opened the page and changed nothing."""
    response = client.get(address(record))
    assert response.status_code == 200
    return Page(response).fields


def edit(client, record, *, fields=None, **changes):
    """Open the page, type the changes, press “save and continue”."""
    data = {**(fields or opened(client, record)), **changes, "_continue": "1"}
    return client.post(address(record), data, follow=True)


def added_row(fields, prefix, **values) -> dict[str, object]:
    """The fields with one more row in a list."""
    number = int(fields[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{number}-{name}": value for name, value in values.items()}
    return {**fields, **row, f"{prefix}-TOTAL_FORMS": number + 1}
