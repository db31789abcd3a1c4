"""Role duties that speak of the same thing in the same words, which somebody should look at.

Two roles may do the same without carrying the same duty of a department. What
they share in wording is no proof: it is shown as similar, never as an overlap.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orgchart import outline
from orgchart.matrix.contents import Contents, Task
from orgchart.matrix.scope import Scope, chosen

# Four characters name a thing (广告策略); three are often the middle of two words.
LEAST = 4
# What more roles than these have in common is the language of the trade.
MOST_ROLES = 8
# The verbs that duties are written with say how, not what.
VERBS = (
    "编制|制订|制定|拟定|拟订|起草|审定|审核|审查|审批|申报|呈报|下达|备案|存档|调查|研究|整理|"
    "分析|归纳|提供|汇报|反馈|主持|组织|指导|协调|监督|分配|控制|牵头|签发|评估|检查|核对|收集|"
    "提交|制作|实行|执行|实施|监管|协助|管理|策划|开展|预测|安排|完善|建立|设计|推进|选择|统计"
)
# Whatever stands between two things: verbs, particles, measures of time, other scripts.
BETWEEN = re.compile(f"{VERBS}|各类|各项|年度|月度|[及与和并的以对]|[^\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Words that duties of several roles have in common."""

    words: str
    tasks: tuple[Task, ...]


def alike(contents: Contents, scope: Scope) -> tuple[Likeness, ...]:
    """Return what duties of different roles have in common in words, in the order of the duties.

    Only what concerns a duty inside the scope; and not what is known already
    because all of them carry the same duty of a department.
    """
    names = _names(role for unit in contents.departments.values() for role in unit.roles)
    said = {task.duty.key: list(_phrases(task.duty.text, names)) for task in contents.tasks}
    sharing = _sharing(contents.tasks, said)
    wanted = {task.duty.key for task in chosen(contents, scope).tasks}
    tasks = {task.duty.key: task for task in contents.tasks}
    found = dict.fromkeys(
        (words, keys)
        for task in contents.tasks
        for phrase in said[task.duty.key]
        for words, keys in _runs(phrase, sharing)
    )
    likenesses = (Likeness(words, tuple(tasks[key] for key in keys)) for words, keys in found)
    return tuple(
        one
        for one in likenesses
        if any(task.duty.key in wanted for task in one.tasks) and not _is_known(one.tasks)
    )


def _names(roles: Iterable[outline.Role]) -> dict[str, list[str]]:
    """Return the names of roles by their beginnings: a duty that names a role is not about it."""
    found: dict[str, list[str]] = defaultdict(list)
    for role in roles:
        found[role.name[:LEAST]].append(role.name)
    return found


def _phrases(text: str, names: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the parts of a duty that name things."""
    for place in range(len(text)):
        for name in names.get(text[place : place + LEAST], ()):
            if text.startswith(name, place):
                text = text.replace(name, " " * len(name))
    yield from (part for part in BETWEEN.split(text) if len(part) >= LEAST)


def _sharing(tasks: Iterable[Task], said: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the duties that hold each run of characters, where they belong to several roles."""
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for task in tasks:
        for phrase in said[task.duty.key]:
            for place in range(len(phrase) - LEAST + 1):
                keys[phrase[place : place + LEAST]][task.duty.key] = task.role.key
    return {
        run: tuple(roles)
        for run, roles in keys.items()
        if 1 < len(set(roles.values())) <= MOST_ROLES
    }


def _runs(
    phrase: str, sharing: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the longest runs of a phrase that the same duties share."""
    start = 0
    keys: tuple[str, ...] = ()
    for place in range(len(phrase) - LEAST + 2):
        here = sharing.get(phrase[place : place + LEAST], ())
        if here != keys or place > len(phrase) - LEAST:
            if keys:
                yield phrase[start : place + LEAST - 1], keys
            start, keys = place, here


def _is_known(tasks: Iterable[Task]) -> bool:
    carried = [{one.duty for one in task.duty.carries} for task in tasks]
    return bool(set.intersection(*carried))
