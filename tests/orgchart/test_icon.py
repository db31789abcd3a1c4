import struct


def test_a_browser_finds_the_mark_by_itself(client):
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    # A picture says after its first sixteen bytes how many dots it has across and down.
    assert struct.unpack(">II", answer.content[16:24]) == (96, 96)
    assert "max-age=86400" in answer["Cache-Control"]


def test_pages_name_the_mark(client, db):
    for address in ("/", "/admin/login/"):
        assert '<link rel="icon" href="/favicon.ico"' in client.get(address).text
