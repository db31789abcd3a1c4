"""The two ready-made groups: editors change everything, viewers look."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

APPS = ("departments", "roles")


def make_groups(apps, schema_editor):
    # Permissions are normally made after all migrations; the groups need them now.
    for label in APPS:
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label__in=APPS
    )
    groups = apps.get_model("auth", "Group").objects
    editors, _created = groups.get_or_create(name="editors")
    editors.permissions.add(*permissions)
    viewers, _created = groups.get_or_create(name="viewers")
    viewers.permissions.add(*permissions.filter(codename__startswith="view_"))


class Migration(migrations.Migration):
    dependencies = [
        ("departments", "0001_initial"),
        ("roles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
