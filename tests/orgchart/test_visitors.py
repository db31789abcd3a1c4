from orgchart.visitors import client_address


def test_a_header_that_anybody_can_send_is_not_believed(rf):
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1"})
    assert client_address(request) == "127.0.0.1"


def test_a_trusted_proxy_has_the_last_word(rf, settings):
    settings.TRUST_PROXY = True
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.7"})
    assert client_address(request) == "203.0.113.7"


def test_a_trusted_proxy_that_says_nothing_is_the_visitor(rf, settings):
    settings.TRUST_PROXY = True
    assert client_address(rf.get("/")) == "127.0.0.1"
