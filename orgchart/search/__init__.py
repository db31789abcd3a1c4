"""Finding departments, roles, duties, functions, hand-offs and passages by words.

Every word must be found: as it is written, in another word for the same, or,
in names, as it is spelled in pinyin.
"""

from orgchart.search.answers import Answer, answer
from orgchart.search.finding import KINDS, Found, find
from orgchart.search.marking import marks
from orgchart.search.query import LONGEST, MOST_WORDS, Query, read_query
from orgchart.search.questions import Question, read_question

__all__ = [
    "KINDS",
    "LONGEST",
    "MOST_WORDS",
    "Answer",
    "Found",
    "Query",
    "Question",
    "answer",
    "find",
    "marks",
    "read_query",
    "read_question",
]
