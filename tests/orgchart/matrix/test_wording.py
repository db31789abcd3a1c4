"""Role duties that share their words."""

from dataclasses import replace

from orgchart import matrix
from tests.orgchart.matrix.charts import contents, duty, role, task, unit


def says(key, text, *carried):
    return replace(task(key, *carried), text=text)


def alike(*roles, duties=(), **scope):
    """The shared words, with the roles that use them."""
    found = matrix.alike(contents(unit("甲", duties=duties, roles=roles)), matrix.Scope(**scope))
    return {one.words: [each.role.name for each in one.tasks] for one in found}


def test_two_roles_share_what_both_name():
    one, other = role("一", says("a", "制定广告策略")), role("二", says("b", "执行年度广告策略"))
    assert alike(one, other) == {"广告策略": ["一", "二"]}


def test_the_longest_common_words_are_told():
    one = role("一", says("a", "编制区域渠道推广计划"))
    assert alike(one, role("二", says("b", "审核渠道推广计划书"))) == {"渠道推广计划": ["一", "二"]}


def test_verbs_and_short_words_make_nothing_alike():
    one, other = role("一", says("a", "制定并实施价格")), role("二", says("b", "制定并实施价格"))
    assert alike(one, other) == {}


def test_one_role_alone_is_like_nobody():
    assert alike(role("一", says("a", "制定广告策略"), says("b", "执行广告策略"))) == {}


def test_what_both_carry_is_known_already():
    one, other = (role(name, says(name, "制定广告策略", "d")) for name in ("一", "二"))
    assert alike(one, other, duties=(duty("d"),)) == {}


def test_a_role_that_a_duty_names_is_not_what_it_is_about():
    named = role("市场调研主管", says("a", "制定市场调研计划"))
    assert alike(named, role("二", says("b", "与市场调研主管沟通"))) == {}


def test_words_of_the_trade_are_no_likeness():
    assert alike(*(role(str(place), says(str(place), "制定广告策略")) for place in range(9))) == {}


def test_only_what_concerns_a_duty_inside_the_scope_is_told():
    roles = [role(name, says(name, "制定广告策略")) for name in ("一", "二")]
    channels = replace(says("c", "执行渠道政策"), function="channels")
    roles += [role("三", channels), role("四", says("d", "检查渠道政策"))]
    assert alike(*roles, function="channels") == {"渠道政策": ["三", "四"]}


def test_any_text_is_taken():
    assert alike(role("", says("a", "")), role("二", says("b", "Brand plan 123 👩‍👩‍👧"))) == {}
