"""What the seed fills: every table of the two rooms."""

from django.apps import apps

ROOMS = ("departments", "roles")


def models() -> list:
    """The models of both rooms."""
    return [
        model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
    ]


def is_empty() -> bool:
    """Whether nobody has entered anything, and no seed was loaded."""
    return not any(model._base_manager.exists() for model in models())


def rows() -> dict[str, list[tuple]]:
    """All that is stored, to compare it with what is stored later."""
    return {
        model.__name__: list(model._base_manager.order_by("pk").values_list()) for model in models()
    }
