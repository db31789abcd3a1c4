"""Text is stored in one normal form, and only what a reader can see."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from departments.models import Chart, Department
from departments.models.text import LineField, ProseField, fold, normalise
from tests.factories import new_chart, new_department

LINE, PROSE = LineField(), ProseField()
any_text = st.text(st.characters(), max_size=60)


def cleaned(field, text):
    return field.clean(text, None)


def refusal(field, text):
    with pytest.raises(ValidationError) as refused:
        cleaned(field, text)
    return refused.value.messages


@given(any_text)
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(any_text)
def test_normal_text_is_composed_and_trimmed(text):
    assert unicodedata.is_normalized("NFC", normalise(text))
    assert normalise(text) == normalise(text).strip()


@given(any_text)
def test_accepted_text_can_be_encoded_seen_and_put_in_any_document(text):
    try:
        kept = cleaned(PROSE, text)
    except ValidationError:
        return
    assert kept == normalise(text) != ""
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert {unicodedata.category(one) for one in kept} & {"Cs", "Co"} == set()
    assert [one for one in kept if one < " " and one not in "\n\t"] == []


@given(any_text)
def test_an_accepted_line_is_one_line(text):
    try:
        kept = cleaned(LINE, text)
    except ValidationError:
        return
    assert kept.splitlines() == [kept]


@given(any_text)
def test_width_case_and_spaces_do_not_make_another_name(text):
    assert fold(f" {text}\u3000") == fold(text)


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_what_nobody_sees_does_not_make_another_name(text):
    assert fold("\u200b".join(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市场部", "市场 部"),
        ("市场部", "市场\u3000部"),
        ("市场部", "市场\u200b部"),
        ("市场部", "市场部\ufeff"),
        ("市场部", "市场部\ufe0f"),
        ("A组", "ａ组"),
        ("Straße", "STRASSE"),
        ("品牌(一)部", "品牌（一）部"),
        ("ﾌﾞﾗﾝﾄﾞ", "ブランド"),
    ],
)
def test_a_reader_takes_two_names_for_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("市场部", "市场一部"), ("x\u0302", "x"), ("市", "巿")])
def test_a_reader_tells_two_names_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  市场部\u3000", "市场部"),
        ("Cafe\u0301", "Café"),
        ("가", "가"),
        ("一\r\n二\r三\u2028四\u2029五", "一\n二\n三\n四\n五"),
        ("一\t二", "一\t二"),
    ],
)
def test_text_is_normalised(typed, kept):
    assert cleaned(PROSE, typed) == kept


@pytest.mark.parametrize(
    "hidden",
    [
        *["\x00", "\x01", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\udfff", "\ue000"],
        *["\u202a", "\u202e", "\u2066", "\u2069", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe"],
    ],
)
@pytest.mark.parametrize("field", [LINE, PROSE], ids=["line", "prose"])
def test_characters_that_cannot_be_shown_are_refused(field, hidden):
    assert refusal(field, f"市{hidden}场") == [
        f"The text has a character that cannot be shown (U+{ord(hidden):04X}). Remove it."
    ]


@pytest.mark.parametrize(
    "blank",
    [
        *["\u200b", "\u200d\u200d", "\u00ad", "\ufeff", "\u3164", "\u2800", "\u115f", "\u0301"],
        *["\u200b\n\u200b", "\u200b\t\u2060", "\ufe0f"],
    ],
)
def test_text_without_a_visible_character_is_refused(blank):
    assert refusal(PROSE, blank) == [
        "The text has no visible character. Write something or leave it empty."
    ]


@pytest.mark.parametrize("text", ["一\n二", "一\t二", "一\u2028二", "一\r二"])
def test_a_line_with_a_break_is_refused(text):
    assert refusal(LINE, text) == ["Write this on one line."]


@pytest.mark.parametrize("text", ["👩‍👩‍👧 组", "𠮷野家", "नमस्ते", "市场部（华东）", "A/B 测试"])
def test_ordinary_text_of_any_script_is_kept(text):
    assert cleaned(LINE, text) == text


@pytest.mark.parametrize(("field", "limit"), [(LINE, 200), (PROSE, 4000)], ids=["line", "prose"])
def test_text_has_a_limit(field, limit):
    assert cleaned(field, "市" * limit) == "市" * limit
    for length in (limit + 1, 1_000_000):
        assert refusal(field, "市" * length) == [
            f"Ensure this value has at most {limit} characters (it has {length})."
        ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["a\x00b", "a\ud800b", "市" * 1_000_000, "\u200b", "", None])
def test_a_name_that_cannot_be_stored_is_refused_on_its_field(name):
    chart = new_chart()
    with pytest.raises(ValidationError) as refused:
        Department(chart=chart, name=name).save()
    assert "name" in refused.value.message_dict
    assert Department.objects.count() == 0


@pytest.mark.django_db
def test_what_is_saved_is_the_normal_form():
    chart = Chart(name=" Cafe\u0301 ", summary="一\r\n二 ")
    chart.save()
    assert (chart.name, chart.summary, chart.slug) == ("Café", "一\n二", "café")
    assert list(Chart.objects.values_list("name", "summary", "slug")) == [
        ("Café", "一\n二", "café")
    ]


@pytest.mark.django_db
def test_a_twin_in_other_letters_is_refused():
    first = new_department(name="品牌A组")
    with pytest.raises(ValidationError) as refused:
        new_department(chart=first.chart, name="品牌 ａ组")
    assert refused.value.message_dict == {"name": ["Another department beside it has this name."]}
