"""Both sides confirm a hand-off in the admin: by button, by action, on the page of their row."""

import pytest

from departments.models import Chart, HandOff
from tests.departments.admin.pages import Page, address, client_of, edit, opened
from tests.factories import new_chart, new_forest, new_hand_off

pytestmark = pytest.mark.django_db

LIST = "/en/admin/departments/handoff/"


@pytest.fixture
def item():
    units = new_forest(chart=new_chart(status="published", slug="c"), 甲={}, 乙={})
    return new_hand_off(giver=units["甲"], receiver=units["乙"], text="促销计划")


@pytest.fixture
def editor():
    return client_of("editors")


def send(client, **data):
    """Send the list as it is open, with something pressed or chosen."""
    return client.post(LIST, {**Page(client.get(LIST)).fields, **data}, follow=True)


def press(client, step, item, **data):
    return send(client, step=f"{step} {item.pk}", **data)


def act(client, action, *items, **data):
    chosen = [one.pk for one in items]
    return send(client, action=action, _selected_action=chosen, index=0, **data)


def confirmed(item):
    item.refresh_from_db()
    return item.confirmed_by_giver, item.confirmed_by_receiver


def revision():
    return Chart.objects.get().revision


def test_buttons_confirm_for_each_side_and_take_it_back(editor, item):
    before = revision()
    page = Page(press(editor, "confirm-giver", item))
    assert page.messages == ["Confirm for the giver · 1 hand-off changed."]
    assert confirmed(item) == (True, False)
    press(editor, "confirm-receiver", item)
    assert confirmed(item) == (True, True)
    press(editor, "withdraw-giver", item)
    assert confirmed(item) == (False, True)
    assert revision() == before + 3


@pytest.mark.parametrize(
    ("action", "expected"),
    [("confirm_giver", (True, False)), ("confirm_receiver", (False, True))],
)
def test_actions_confirm_the_chosen_rows(editor, item, action, expected):
    other = new_hand_off(giver=item.receiver, receiver=item.giver)
    left = new_hand_off(giver=item.giver, receiver=item.receiver, position=2)
    page = Page(act(editor, action, item, other))
    assert page.messages[0].endswith("2 hand-offs changed.")
    assert [confirmed(one) for one in (item, other, left)] == [expected, expected, (False, False)]


def test_actions_take_back_too(editor, item):
    act(editor, "confirm_giver", item)
    act(editor, "confirm_receiver", item)
    act(editor, "withdraw_giver", item)
    act(editor, "withdraw_receiver", item)
    assert confirmed(item) == (False, False)


def test_what_is_confirmed_already_is_not_written_again(editor, item):
    press(editor, "confirm-giver", item)
    before = revision()
    page = Page(press(editor, "confirm-giver", item))
    assert page.messages == ["Confirm for the giver · 0 hand-offs changed."]
    assert revision() == before


def reworded(item):
    """Another editor's save."""
    other = HandOff.objects.get(pk=item.pk)
    other.text = "促销方案"
    other.save()


@pytest.mark.parametrize("way", ["button", "action"])
def test_nobody_confirms_words_that_were_changed_meanwhile(editor, item, way):
    fields = Page(editor.get(LIST)).fields
    reworded(item)
    pressed = {
        "button": {"step": f"confirm-giver {item.pk}"},
        "action": {"action": "confirm_giver", "_selected_action": item.pk, "index": 0},
    }[way]
    page = Page(editor.post(LIST, {**fields, **pressed}, follow=True))
    assert page.messages[0].startswith("“促销方案” was changed or deleted by somebody else")
    assert confirmed(item) == (False, False)


def test_rows_of_all_pages_are_confirmed_without_having_been_on_this_one(editor, item):
    data = {"action": "confirm_giver", "_selected_action": item.pk, "index": 0}
    editor.post(LIST, {**data, "select_across": "1"})
    assert confirmed(item) == (True, False)


def test_a_row_that_sends_no_version_is_not_confirmed(editor, item):
    editor.post(LIST, {"step": f"confirm-giver {item.pk}"})
    assert confirmed(item) == (False, False)


def test_a_deleted_row_is_said(editor, item):
    fields = Page(editor.get(LIST)).fields
    step = f"confirm-giver {item.pk}"
    item.delete()
    response = editor.post(LIST, {**fields, "step": step}, follow=True)
    assert Page(response).messages == ["This row was deleted meanwhile. Nothing was confirmed."]


@pytest.mark.parametrize(
    "step", ["", "confirm-giver", "confirm-giver x", "drop 1", "a " + "9" * 30]
)
def test_a_button_that_there_is_not_is_refused(editor, item, step):
    assert send(editor, step=step).status_code == 400
    assert confirmed(item) == (False, False)


def test_viewers_see_who_has_confirmed_and_no_buttons(item):
    viewer = client_of("viewers")
    page = viewer.get(LIST).content.decode()
    assert 'name="step"' not in page
    assert "column-confirmed_by_giver" in page
    assert viewer.post(LIST, {"step": f"confirm-giver {item.pk}"}).status_code == 403
    viewer.post(LIST, {"action": "confirm_giver", "_selected_action": item.pk, "index": 0})
    assert confirmed(item) == (False, False)


@pytest.mark.parametrize("state", ["none", "giver", "receiver", "both"])
def test_the_list_is_filtered_by_who_has_confirmed(editor, item, state):
    states = {"none": (0, 0), "giver": (1, 0), "receiver": (0, 1), "both": (1, 1)}
    for place, (giver, receiver) in enumerate(list(states.values())[1:], start=1):
        new_hand_off(
            giver=item.giver,
            receiver=item.receiver,
            position=place,
            confirmed_by_giver=giver,
            confirmed_by_receiver=receiver,
        )
    (found,) = editor.get(f"{LIST}?confirmation={state}").context["cl"].result_list
    assert (found.confirmed_by_giver, found.confirmed_by_receiver) == states[state]


def test_an_unknown_state_filters_nothing(editor, item):
    assert len(editor.get(f"{LIST}?confirmation=x").context["cl"].result_list) == 1


def test_the_pages_of_both_departments_confirm_too(editor, item):
    edit(editor, item.giver, **{"given-0-confirmed_by_giver": "on"})
    edit(editor, item.receiver, **{"received-0-confirmed_by_receiver": "on"})
    assert confirmed(item) == (True, True)


TAKEN_BACK = "1 hand-off was reworded: what its sides had confirmed was taken back."


@pytest.mark.parametrize(
    ("of", "field"), [("item", "text"), ("giver", "given-0-text"), ("receiver", "received-0-text")]
)
def test_who_rewords_is_told_that_confirmations_are_taken_back(editor, item, of, field):
    press(editor, "confirm-giver", item)
    record = item if of == "item" else getattr(item, of)
    page = Page(edit(editor, record, **{field: "促销方案"}))
    assert [one for one in page.messages if one == TAKEN_BACK] == [TAKEN_BACK]
    assert confirmed(item) == (False, False)
    again = Page(edit(editor, record, **{field: "促销安排"}))
    assert TAKEN_BACK not in again.messages


def test_nothing_is_said_where_confirmations_stay(editor, item):
    press(editor, "confirm-giver", item)
    page = Page(edit(editor, item, note="见附件"))
    assert TAKEN_BACK not in page.messages
    assert confirmed(item) == (True, False)


def test_a_stale_page_confirms_and_keeps_the_new_words(editor, item):
    fields = opened(editor, item)
    reworded(item)
    edit(editor, item, fields=fields, confirmed_by_giver="on")
    assert (confirmed(item), item.text) == ((True, False), "促销方案")


def test_the_public_page_shows_it(editor, item, client):
    path = "/方案/c/协作/甲/乙/"
    assert "双方均未确认" in client.get(path).content.decode()
    press(editor, "confirm-giver", item)
    assert "仅提供方已确认" in client.get(path).content.decode()
    press(editor, "confirm-receiver", item)
    assert "双方已确认" in client.get(path).content.decode()


def test_what_was_confirmed_stands_in_the_history(editor, item):
    press(editor, "confirm-giver", item)
    page = editor.get(address(item, "history")).content.decode()
    assert "Changed confirmed by the giver." in page


def test_other_words_are_not_confirmed(editor, item):
    press(editor, "confirm-giver", item)
    edit(editor, item, position=7)
    assert confirmed(item) == (True, False)
    edit(editor, item, text="促销与公关计划")
    assert confirmed(item) == (False, False)
    edit(editor, item, text="促销计划", confirmed_by_receiver="on")
    assert confirmed(item) == (False, True)
