"""What the pages of the matrix show of the matrices, read back by tests."""

import re
from html import unescape

S1 = "/方案/营销部统辖制/职责矩阵/"


def page_of(client, address, **query):
    return client.get(address, query)


def text_of(response):
    """The words of the main part, without markup."""
    main = response.content.decode().partition("<main")[2]
    inline = re.sub(r"</?(a|b|bdi|span|small|em)\b[^>]*>", "", main)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def signs(response):
    """What each row of 职能 × department says: result, then the signs by department."""
    departments = [one.name for one in response.context["matrix"].departments]
    return {
        row.subject.name: (
            row.word,
            {departments[mark.column]: (mark.signs, mark.number) for mark in row.marks},
        )
        for row in response.context["rows"]
    }


def results(response):
    """The results of 职责 × 岗位 by department and number of the duty."""
    return {
        (one["table"].department.name, row.subject.item.number): row.word
        for one in response.context["tables"]
        for row in one["rows"]
    }


def found(response):
    """How many rows stand out, by word."""
    return {figure["word"]: figure["number"] for figure in response.context["figures"]}
