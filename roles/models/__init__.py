from roles.models.role import Role
from roles.models.role_duty import Carrying, RoleDuty
from roles.models.working_relationship import WorkingRelationship

__all__ = ["Carrying", "Role", "RoleDuty", "WorkingRelationship"]
