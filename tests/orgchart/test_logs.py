import json
import logging
import sys
from datetime import datetime

import pytest

from orgchart.logs import JsonLines


def line(message, **extra):
    record = logging.LogRecord("orgchart", logging.INFO, __file__, 1, message, (), None)
    for name, value in extra.items():
        setattr(record, name, value)
    return JsonLines().format(record)


def test_a_record_is_one_line_of_json():
    written = json.loads(line("request", facts={"status": 200, "path": "/部门/"}))
    assert written["level"] == "INFO"
    assert written["message"] == "request"
    assert (written["status"], written["path"]) == (200, "/部门/")
    assert datetime.fromisoformat(written["time"]).utcoffset().total_seconds() == 0


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\u2028", "\x1b[2J"])
def test_a_line_break_cannot_forge_a_line(break_):
    forged = line(f"login failed: x{break_}2026 ERROR forged", facts={"path": f"/a{break_}b"})
    assert len(forged.splitlines()) == 1
    assert "\x1b" not in forged


def test_a_trace_stays_in_its_line():
    try:
        raise ValueError("broken")
    except ValueError:
        written = line("request failed", exc_info=sys.exc_info())
    assert len(written.splitlines()) == 1
    assert "ValueError: broken" in json.loads(written)["trace"]
