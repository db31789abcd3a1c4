"""What the tests of the hand-offs pages have in common."""

S1 = "/方案/营销部统辖制/协作/"


def page(client, query=""):
    """The hand-offs page of chart “c” at a query."""
    response = client.get(f"/方案/c/协作/{query}")
    assert response.status_code == 200
    return response


def text_of(response):
    return response.content.decode()


def listed(response):
    return [
        (
            pair.there.giver.name,
            pair.there.receiver.name,
            len(pair.there.items),
            pair.back and len(pair.back.items),
        )
        for pair in response.context["pairs"]
    ]


def numbers(response):
    return [
        (row.giver.name, [cell.number or cell.way for cell in row.cells], row.total)
        for row in response.context["table"].rows
    ]
