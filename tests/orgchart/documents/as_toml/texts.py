"""A chart and a library as text, one of each kind of thing in them, and what refuses a change."""

import pytest

from orgchart.documents import as_toml

CHART = """
key = "s1"
name = "营销部统辖制"
kind = "recommended"
status = "published"
source = "A1.I"

[[departments]]
key = "sales"
name = "销售部"
parent = "above"

[[departments]]
key = "above"
name = "营销部"
duties = [
  { text = "建设品牌", function = "brand", source = "A0.Y.8" },
  { key = "above.last", text = "完成上级交办的其他事项", involvement = "other" },
]

[[departments]]
key = "marketing"
name = "市场部"
parent = "above"
duties = [{ text = "拟定产品价格" }]

[[departments]]
key = "committee"
name = "营销决策委员会"
kind = "committee"

[[roles]]
key = "manager"
department = "marketing"
name = "市场部经理"

[[roles]]
key = "planner"
department = "marketing"
name = "产品企划主管"
reports_to = "manager"
reports_to_basis = "inferred"
duties = [
  { text = "开展产品企划", carries = [{ duty = "marketing.1", extent = "partial" }] },
]

[[hand_offs]]
key = "marketing-to-sales.1"
giver = "marketing"
receiver = "sales"
text = "两件交付物"
deliverables = ["一", "二"]

[[relations]]
key = "marketing-guides-sales"
from_department = "marketing"
to_department = "sales"
kind = "guides"

[[traits]]
aspect = "level"
department = "marketing"
text = "战略"

[[emphases]]
stage = "growth"
department = "marketing"
text = "产品价格"
duty = "marketing.1"

[[emphases]]
stage = "maturity"
department = "marketing"
text = "广告策略"

[[working_relationships]]
key = "interface-1-1"
role = "manager"
counterpart_text = "各部门"
matter = "协调内外合作"
"""

LIBRARY = """
[[functions]]
key = "pricing"
name = "定价"

[[stages]]
key = "growth"
name = "成长期"

[[aspects]]
key = "level"
name = "层次"

[[articles]]
key = "history"
name = "市场部发展史"
passages = [{ text = "供销部门", source = "A3.1" }, { text = "核心部门" }]
"""


def instead(old: str, new: str, text: str = CHART) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def refusal(text: str, read=as_toml.read_chart) -> str:
    """The sentence with which a text is refused."""
    with pytest.raises(ValueError) as refused:
        read(text)
    return str(refused.value)
