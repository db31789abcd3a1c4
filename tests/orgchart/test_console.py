"""A real browser has nothing to complain about: no error, no blocked style, no foreign address."""

import pytest

from orgchart.logins import make_one_time
from tests.browser.charts import until

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.parametrize("address", ["/", "/en/", "/admin/login/", "/en/admin/login/"])
def test_a_page_is_quiet(page, live_server, complaints, seed, address):
    answer = page.goto(live_server.url + address)
    assert answer.status == 200
    page.wait_for_load_state("networkidle")


def test_a_complaint_would_be_heard(page, live_server, complaints):
    page.goto(live_server.url + "/admin/login/")
    page.evaluate("document.body.innerHTML += '<p style=\"color: red\">x</p>'")
    until(page, lambda: any("style" in complaint for complaint in complaints))
    complaints.clear()


def test_the_first_login_in_a_browser(page, live_server, complaints, django_user_model):
    django_user_model.objects.create(
        username="newcomer", is_staff=True, password=make_one_time("for once")
    )
    page.goto(live_server.url + "/admin/")
    page.fill("#id_username", "newcomer")
    page.fill("#id_password", "for once")
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/password_change/")
    page.fill("#id_old_password", "for once")
    page.fill("#id_new_password1", "栗子 and 42 rivers")
    page.fill("#id_new_password2", "栗子 and 42 rivers")
    page.press("#id_new_password2", "Enter")
    page.wait_for_url("**/admin/password_change/done/")
    assert page.goto(live_server.url + "/admin/").status == 200
