"""Whatever stands in an address, the answer is a sentence and never a failure."""

from urllib.parse import quote

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.exceptions import ValidationError

from orgchart.api import parameters
from orgchart.middleware import LONGEST_QUERY
from tests.orgchart.api.addresses import LISTS, VIEWS

pytestmark = pytest.mark.django_db

TREE = "/api/v1/charts/s1/tree/"
NUMBERS = [
    "0",
    "-1",
    "NaN",
    "1e3",
    "0x10",
    "１",
    "١",
    "1.5",
    "+1",
    "1 ",
    "abc",
    "9" * 30,
]
ODD = ["x", "-1", "NaN", "9" * 30, "%", "_", "\\", "'; drop table x", "%F0%9F", "\u202e", "\ufffe"]


def ask(client, address, **query):
    pairs = "&".join(f"{name}={quote(str(value))}" for name, value in query.items())
    return client.get(f"{address}?{pairs}", headers={"accept-language": "en"})


@pytest.mark.parametrize("depth", [*NUMBERS, "31", "10**2"])
def test_a_depth_is_a_number_from_1_to_30(client, seed, depth):
    answer = ask(client, TREE, depth=depth)
    assert (answer.status_code, answer.json()) == (
        400,
        {"depth": ["This must be a whole number from 1 to 30."]},
    )


@pytest.mark.parametrize("name", ["depth", "root"])
def test_a_value_of_endless_length_is_refused(client, seed, name):
    answer = ask(client, TREE, **{name: "9" * 201})
    assert answer.json() == {name: ["The value is longer than 200 characters. Shorten it."]}
    assert ask(client, TREE, **{name: "9" * 5000}).status_code == 400


@pytest.mark.parametrize("limit", [*NUMBERS, "201"])
@pytest.mark.parametrize("many", ["departments", "functions"])
def test_a_limit_is_a_number_from_1_to_200(client, many, limit):
    assert ask(client, f"/api/v1/{many}/", limit=limit).status_code == 400


def test_a_bad_limit_is_said_in_words(client):
    assert ask(client, "/api/v1/charts/", limit="10**30").json() == {
        "limit": ["This must be a whole number from 1 to 200."]
    }


@pytest.mark.parametrize("offset", ["-1", "abc", "1.5", "１"])
def test_an_offset_is_a_number(client, offset):
    answer = ask(client, "/api/v1/charts/", offset=offset)
    assert (answer.status_code, answer.json()) == (
        400,
        {"offset": ["This must be a whole number, 0 or more."]},
    )


@pytest.mark.parametrize("many", LISTS)
def test_an_offset_beyond_the_end_gives_an_empty_page(client, seed, many):
    answer = ask(client, f"/api/v1/{many}/", offset=10**23)
    assert (answer.status_code, answer.json()["results"]) == (200, [])
    assert client.get(answer.json()["previous"]).status_code == 200


@pytest.mark.parametrize("value", ["2", "yes", "TRUE", "-1"])
@pytest.mark.parametrize("name", ["duties", "roles"])
def test_a_switch_is_1_or_0(client, seed, name, value):
    assert ask(client, TREE, **{name: value}).json() == {name: ["This must be 1 or 0."]}


PARAMETERS = {
    f"/api/v1/{many}/": ["limit", "offset", *VIEWS[many].filterset_class.base_filters]
    for many in LISTS
} | {TREE: ["root", "depth", "duties", "roles"]}


@pytest.mark.parametrize("address", PARAMETERS)
def test_no_value_of_any_parameter_breaks_anything(client, seed, address):
    for name in [*PARAMETERS[address], "format"]:
        for value in [*ODD, *NUMBERS, "9" * 5000, "a " * 11, "é" * 201, "marketing,sales"]:
            answer = ask(client, address, **{name: value})
            assert answer.status_code in {200, 400, 404}
            if answer.status_code != 200 and len(value) < LONGEST_QUERY:
                assert all(one.endswith(".") for one in sentences(answer.json()))


def sentences(body: dict) -> list[str]:
    """The words of a refusal; a list of words to choose from needs no full stop."""
    found = [one for said in body.values() for one in ([said] if isinstance(said, str) else said)]
    return [one for one in found if not one.startswith("Use one of these:")]


@pytest.mark.parametrize("address", PARAMETERS)
def test_a_parameter_given_twice_or_empty_is_refused(client, seed, address):
    for name in PARAMETERS[address]:
        for query, sentence in {
            f"{name}=1&{name}=1": "Give this parameter once only.",
            f"{name}=%20": "Give this parameter a value, or leave it out.",
        }.items():
            answer = client.get(f"{address}?{query}", headers={"accept-language": "en"})
            assert (answer.status_code, answer.json()) == (400, {name: [sentence]})


@pytest.mark.parametrize("address", ["/api/v1/", *PARAMETERS])
def test_an_unknown_parameter_is_refused_with_the_known_ones(client, address):
    answer = client.get(f"{address}?chrat=s1", headers={"accept-language": "en"})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("There is no parameter “chrat” here. Use one of")


def test_the_known_parameters_are_named(client):
    answer = client.get("/api/v1/relations/?chrat=s1", headers={"accept-language": "en"})
    assert answer.json()["detail"].endswith(
        "Use one of these: basis, chart, format, from_department, key, kind, limit, offset,"
        " ordering, search, to_department."
    )


@pytest.mark.parametrize("many", LISTS)
def test_an_unknown_order_is_refused_with_the_known_ones(client, many):
    answer = ask(client, f"/api/v1/{many}/", ordering="password")
    assert answer.status_code == 400
    assert answer.json()["ordering"][0].startswith("Use one of these: ")


def test_an_unknown_kind_is_refused_with_the_known_ones(client):
    assert ask(client, "/api/v1/relations/", kind="hates").json() == {
        "kind": ["Use one of these: guides, evaluates, collaborates, dotted_line"]
    }


def test_a_search_has_ten_words_at_most(client, seed):
    assert ask(client, "/api/v1/charts/", search="a " * 10).status_code == 200
    assert ask(client, "/api/v1/charts/", search="a " * 11).json() == {
        "search": ["Search for ten words at most."]
    }


@pytest.mark.parametrize("many", LISTS)
def test_a_nul_is_refused(client, many):
    assert client.get(f"/api/v1/{many}/?search=a%00b").status_code == 400
    assert client.get(f"/api/v1/{many}/%00/").status_code == 400


ODD_KEYS = ["9" * 30, "9" * 101, "-1", "1.5", "%D9%A1", "1%0a", "s1%20", "S1", "%2e%2e", "%ff"]


@pytest.mark.parametrize("many", LISTS)
def test_an_odd_key_leads_nowhere(client, seed, many):
    for key in ODD_KEYS:
        for address in (f"/api/v1/{many}/{key}/", f"/api/v1/{many}/s1/{key}/"):
            answer = client.get(address)
            assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")


KNOWN = ["depth", "limit", "chart"]
query_names = st.sampled_from(KNOWN) | st.text(max_size=10)


def answer_of(read, *arguments):
    """What the reader returns, or the names of the parameters that it refuses."""
    try:
        return read(*arguments)
    except ValidationError as refusal:
        return set(refusal.detail)


@given(st.lists(st.tuples(query_names, st.text(max_size=300)), max_size=4))
def test_any_query_is_understood_or_refused_in_words(pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    refused = answer_of(parameters.check, query, KNOWN)
    fair = all(
        name in KNOWN and len(values) == 1 and values[0].strip() and len(values[0]) <= 200
        for name, values in query.lists()
    )
    assert refused is None if fair else refused <= {"detail", *KNOWN}


def query_of(name: str, text: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query[name] = text
    return query


@given(st.text(max_size=200) | st.integers().map(str))
def test_any_number_is_in_range_or_refused(text):
    found = answer_of(parameters.number, query_of("depth", text), "depth", 3, 1, 30)
    assert found == {"depth"} or 1 <= found == int(text) <= 30


@given(st.text(max_size=200) | st.integers().map(str))
def test_any_count_is_natural_or_refused(text):
    found = answer_of(parameters.count, query_of("offset", text), "offset")
    assert found == {"offset"} or 0 <= found == int(text)
