"""What the models refuse, the serializers refuse, at the same field and in the same words."""

import pytest
from django.utils import translation

from departments import serializers
from departments.models import Chart, Department, DepartmentDuty
from tests import factories
from tests.orgchart.api.refusals import MODEL_WIDE, data_of, refused_alike, said_by_serializer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def family():
    return factories.new_forest(chart=factories.new_chart(key="own"), a={"b": {"c": {}}}, d={})


BAD_TEXTS = {
    "\u202eabc": "The text has a character that cannot be shown (U+202E). Remove it.",
    "a\x00b": "The text has a character that cannot be shown (U+0000). Remove it.",
    "a\ud800b": "The text has a character that cannot be shown (U+D800). Remove it.",
    "\u200b\u200b": "The text has no visible character. Write something or leave it empty.",
    "a\nb": "Write this on one line.",
    "": "This field cannot be blank.",
    "   ": "This field cannot be blank.",
    "長" * 201: "Ensure this value has at most 200 characters (it has 201).",
}


@pytest.mark.parametrize("text", BAD_TEXTS, ids=range(len(BAD_TEXTS)))
@pytest.mark.parametrize(
    "serializer",
    [
        serializers.ChartSerializer,
        serializers.FunctionSerializer,
        serializers.StageSerializer,
        serializers.AspectSerializer,
        serializers.ArticleSerializer,
    ],
)
def test_a_bad_name_is_refused(serializer, text):
    said = refused_alike(serializer, name=text)
    assert said["name"] == [BAD_TEXTS[text]]


@pytest.mark.parametrize("text", BAD_TEXTS, ids=range(len(BAD_TEXTS)))
def test_a_bad_department_name_is_refused(family, text):
    said = refused_alike(serializers.DepartmentSerializer, chart=family["a"].chart, name=text)
    assert said["name"] == [BAD_TEXTS[text]]


def test_long_prose_is_refused(family):
    said = refused_alike(
        serializers.DepartmentDutySerializer, department=family["a"], text="长" * 501
    )
    assert said == {"text": ["Ensure this value has at most 500 characters (it has 501)."]}


def test_a_bad_address_is_refused():
    said = refused_alike(serializers.ChartSerializer, name="方案", slug="a/b")
    assert said == {"slug": ["Use letters, digits, hyphens and underscores only."]}


@pytest.mark.parametrize(
    "serializer", [serializers.ChartSerializer, serializers.FunctionSerializer]
)
def test_an_address_that_is_taken_is_refused(serializer):
    serializer.Meta.model(name="甲", slug="taken").save()
    said = refused_alike(serializer, name="乙", slug="taken")
    assert list(said) == ["slug"]


def test_a_term_that_is_there_is_refused():
    factories.new_function(name="定价")
    said = refused_alike(serializers.FunctionSerializer, name="定价")
    assert said == {"name": ["Function with this Name already exists."]}


def test_an_unknown_choice_is_refused():
    said = refused_alike(serializers.ChartSerializer, name="方案", kind="odd", basis="guessed")
    assert said == {
        "kind": ["Value 'odd' is not a valid choice."],
        "basis": ["Value 'guessed' is not a valid choice."],
    }


def test_a_negative_headcount_is_refused(family):
    said = refused_alike(
        serializers.DepartmentSerializer, chart=family["a"].chart, name="e", headcount=-1
    )
    assert said == {"headcount": ["Ensure this value is greater than or equal to 0."]}


@pytest.mark.parametrize("name", ["b", "Ｂ", " b ", "B"])
def test_a_sibling_of_the_same_name_is_refused(family, name):
    chart = family["a"].chart
    said = refused_alike(
        serializers.DepartmentSerializer, chart=chart, parent=family["a"], name=name
    )
    assert said == {"name": ["Another department beside it has this name."]}


def test_a_root_of_the_same_name_is_refused(family):
    said = refused_alike(serializers.DepartmentSerializer, chart=family["a"].chart, name="d")
    assert said == {"name": ["Another department beside it has this name."]}


def test_a_parent_in_another_chart_is_refused(family):
    stranger = factories.new_department()
    said = refused_alike(
        serializers.DepartmentSerializer, chart=family["a"].chart, parent=stranger, name="e"
    )
    assert said == {
        "parent": ["The superior department belongs to another chart. Choose one of this chart."]
    }


def test_a_parent_is_sought_in_the_named_chart_first(family):
    twin = factories.new_department(key=family["b"].key, name="别处")
    for chart, expected in ((family["a"].chart, family["b"]), (twin.chart, twin)):
        judged = serializers.DepartmentSerializer(
            data={"chart": chart.key, "parent": twin.key, "name": "新"}
        )
        assert judged.is_valid(), judged.errors
        assert judged.validated_data["parent"] == expected


@pytest.mark.parametrize("parent", ["a", "b", "c"])
def test_a_department_below_itself_is_refused(family, parent):
    judged = serializers.DepartmentSerializer(
        Department.objects.get(pk=family["a"].pk), {"parent": family[parent].key}, partial=True
    )
    assert not judged.is_valid()
    assert judged.errors == {
        "parent": ["A department cannot be below itself or below one of its own departments."]
    }


def test_a_level_too_many_is_refused():
    department = factories.new_department()
    for _ in range(29):
        department = factories.new_department(parent=department)
    said = refused_alike(
        serializers.DepartmentSerializer, chart=department.chart, parent=department, name="e"
    )
    assert said == {
        "parent": [
            "The chart would have more than 30 levels. Choose a superior department higher up."
        ]
    }


def test_a_record_stays_in_its_chart(family):
    elsewhere = factories.new_department()
    duty = factories.new_duty(department=family["a"])
    judged = serializers.DepartmentDutySerializer(
        duty, data_of(chart=elsewhere.chart, department=elsewhere), partial=True
    )
    assert not judged.is_valid()
    assert judged.errors == {
        "department": ["It stays in its chart. To have it in another chart, add it there."]
    }


def test_an_owner_is_not_sought_in_other_charts(family):
    elsewhere = factories.new_department()
    judged = serializers.DepartmentDutySerializer(
        data={"chart": family["a"].chart.key, "department": elsewhere.key, "text": "一项"}
    )
    assert not judged.is_valid()
    assert list(judged.errors) == ["department"]


def test_an_emphasis_on_another_departments_duty_is_refused(family):
    said = refused_alike(
        serializers.EmphasisSerializer,
        stage=factories.new_stage(),
        department=family["a"],
        duty=factories.new_duty(department=family["b"]),
        text="重点",
    )
    assert said == {
        "duty": ["This duty belongs to another department. Choose one of this department."]
    }


TIES = [
    (serializers.HandOffSerializer, "giver", "receiver", {"text": "信息"}),
    (serializers.RelationSerializer, "from_department", "to_department", {"kind": "guides"}),
]


@pytest.mark.parametrize(("serializer", "one", "other", "more"), TIES)
def test_a_tie_between_charts_is_refused(family, serializer, one, other, more):
    ends = {one: family["a"], other: factories.new_department()}
    assert refused_alike(serializer, **ends, **more) == {
        other: ["Both departments must be in the same chart. Choose one of this chart."]
    }


@pytest.mark.parametrize(("serializer", "one", "other", "more"), TIES)
def test_a_tie_to_oneself_is_refused(family, serializer, one, other, more):
    said = refused_alike(serializer, **{one: family["a"], other: family["a"]}, **more)
    assert said[other] == [
        "A department cannot hand over to itself. Choose another."
        if one == "giver"
        else "A department has no relation to itself. Choose another."
    ]


def test_a_relation_that_is_there_is_refused(family):
    ends = {"from_department": family["a"], "to_department": family["b"]}
    factories.new_relation(**ends)
    said = refused_alike(serializers.RelationSerializer, **ends, kind="guides")
    assert said == {MODEL_WIDE: ["This relation is already there."]}


def test_a_second_trait_in_an_aspect_is_refused(family):
    aspect = factories.new_aspect()
    factories.new_trait(department=family["a"], aspect=aspect)
    said = refused_alike(
        serializers.TraitSerializer, department=family["a"], aspect=aspect, text="又一个"
    )
    assert said == {MODEL_WIDE: ["This department already has a trait in this aspect."]}


def test_a_passage_without_text_is_refused():
    said = refused_alike(
        serializers.PassageSerializer, article=factories.new_article(), text="\u200b"
    )
    assert list(said) == ["text"]


@pytest.mark.parametrize(
    "value", [None, 5, True, ["a"], {"a": 1}, "nothing", "a\x00", "\ud800", ""]
)
def test_a_key_that_is_none_is_refused(family, value):
    for name in ("chart", "department", "function"):
        data = {"chart": "own", "department": family["a"].key, "text": "一项"} | {name: value}
        judged = serializers.DepartmentDutySerializer(data=data)
        assert judged.is_valid() == (name == "function" and value in (None, ""))
        assert set(judged.errors) <= {name, "department"}


@pytest.mark.parametrize("data", [None, 5, [], "text", [{}]])
def test_what_is_no_record_is_refused(data):
    judged = serializers.DepartmentDutySerializer(data=data)
    assert not judged.is_valid()
    assert list(judged.errors) == [MODEL_WIDE]


def test_what_is_missing_is_said():
    assert said_by_serializer(serializers.HandOffSerializer) == {
        name: ["This field is required."] for name in ("chart", "giver", "receiver", "text")
    }


def test_a_refused_change_leaves_the_record_as_it_was(family):
    record = family["b"]
    judged = serializers.DepartmentSerializer(record, {"name": "a\nb"}, partial=True)
    assert not judged.is_valid()
    assert (record.name, record.parent) == ("b", family["a"])


def test_what_is_valid_is_stored_as_the_model_stores_it(family):
    judged = serializers.DepartmentSerializer(
        data={"chart": "own", "parent": family["a"].key, "name": " 市场部 ", "position": 1}
    )
    assert judged.is_valid(), judged.errors
    stored = Department.objects.get(pk=judged.save().pk)
    assert (stored.name, stored.slug, stored.position) == ("市场部", "市场部", 1)
    assert Department.objects.find_damage() == []


def test_a_valid_change_is_stored(family):
    duty = factories.new_duty(department=family["a"], text="旧")
    judged = serializers.DepartmentDutySerializer(duty, {"text": "新"}, partial=True)
    assert judged.is_valid(), judged.errors
    judged.save()
    assert DepartmentDuty.objects.get(pk=duty.pk).text == "新"


def test_a_chart_based_on_a_draft_does_not_name_it():
    draft, public = factories.new_chart(), factories.new_chart(status="published")
    for chart, shown in ((draft, None), (public, public.key)):
        copy = Chart(name="副本", slug="copy", based_on=chart)
        assert serializers.ChartSerializer(copy).data["based_on"] == shown
