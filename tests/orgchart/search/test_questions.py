import pytest

from orgchart.search.questions import Kind, Question, read_question


def who(subject):
    return Question(Kind.WHO, subjects=(subject,))


def partners(subject):
    return Question(Kind.PARTNERS, subjects=(subject,))


def difference(*named):
    return Question(Kind.DIFFERENCE, named=named)


def duties(name):
    return Question(Kind.DUTIES, subjects=(name,), named=((name,),))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("谁负责定价？", who("定价")),
        ("谁负责定价", who("定价")),
        ("请问谁来负责市场调研工作呢?", who("市场调研")),
        ("誰負責定價？", who("定价")),
        ("哪个部门负责 渠道", who("渠道")),
        ("定价由谁负责", who("定价")),
        ("定价归谁管？", who("定价")),
        ("定价谁负责的", who("定价")),
        ("定价的负责人是谁", who("定价")),
        ("谁是定价的负责人", who("定价")),
        ("负责定价的部门是哪个部门", who("定价")),
        ("定价找谁", who("定价")),
        ("“谁负责定价？”", who("定价")),
        ("谁负责定价？！", who("定价")),
        ("促销活动由谁负责", Question(Kind.WHO, subjects=("促销活动", "促销"))),
        ("Who is responsible for the pricing?", who("pricing")),
        ("who leads market research", who("market research")),
        ("促销找谁配合", partners("促销")),
        ("促销时需要和哪些部门配合？", partners("促销")),
        ("谁配合促销", partners("促销")),
        ("促销需要谁协助", partners("促销")),
        ("who works with whom on promotion?", partners("promotion")),
        ("who supports promotion", partners("promotion")),
        ("市场部和营销部有什么区别", difference(("市场部", "营销部"))),
        ("市场部与营销部的区别", difference(("市场部", "营销部"))),
        ("市场部跟销售部有啥不同？", difference(("市场部", "销售部"))),
        ("市场部、销售部之间有哪些差异", difference(("市场部", "销售部"))),
        ("市場部和營銷部的區別是什麼", difference(("市场部", "营销部"))),
        ("对比市场部和销售部", difference(("市场部", "销售部"))),
        ("比较一下市场部和销售部", difference(("市场部", "销售部"))),
        ("市场部vs销售部", difference(("市场部", "销售部"))),
        ("“市场部 VS 销售部”", difference(("市场部", "销售部"))),
        (
            "市场和销售部和营销部区别",
            difference(
                ("市场", "销售部和营销部"),
                ("市场和销售部", "营销部"),
                ("市场", "销售部", "营销部"),
            ),
        ),
        (
            "What is the difference between the Marketing Department and the Sales Department?",
            difference(("marketing department", "sales department")),
        ),
        ("marketing vs sales", difference(("marketing", "sales"))),
        ("how does marketing differ from sales", difference(("marketing", "sales"))),
        (
            "difference between marketing, sales and finance",
            difference(
                ("marketing", "sales and finance"),
                ("marketing, sales", "finance"),
                ("marketing", "sales", "finance"),
            ),
        ),
        ("市场部是做什么的", duties("市场部")),
        ("市场部做什么？", duties("市场部")),
        ("市场部主要负责什么工作", duties("市场部")),
        ("理货员是干什么的", duties("理货员")),
        ("市场部是干嘛的", duties("市场部")),
        ("市场部有哪些职责", duties("市场部")),
        ("市场部的职责是什么", duties("市场部")),
        ("市场部的主要职责有哪些？", duties("市场部")),
        ("市场部是什么部门", duties("市场部")),
        ("What does the marketing department do?", duties("marketing department")),
        ("what is sales responsible for", duties("sales")),
        ("What are the responsibilities of the trainer?", duties("trainer")),
    ],
)
def test_a_question_is_read(text, question):
    assert read_question(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？",
        "市场部",
        "市场部 经理",
        "负责",
        "谁",
        "谁负责",
        "区别",
        "有什么区别",
        "who",
        "canvs",
        "做什么",
        "职责",
        "和".join("甲乙丙丁戊") + "的区别",
        "“”",
        "定" * 300 + "谁负责",
    ],
)
def test_other_words_are_no_question(text):
    assert read_question(text) is None
