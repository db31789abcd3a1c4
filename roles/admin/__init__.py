from roles.admin import role, role_duty, working_relationship

__all__ = ["role", "role_duty", "working_relationship"]
