def test_a_browser_finds_the_mark_by_itself(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert answer["Location"] == "/static/img/mark.svg"
    assert client.get(answer["Location"]).status_code == 200
