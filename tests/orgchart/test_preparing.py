import pytest
from django.db import connection

from orgchart import preparing


@pytest.fixture
def lock(db, monkeypatch, tmp_path):
    if connection.vendor == "postgresql":
        return preparing.advisory_lock
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "x.sqlite3")
    return preparing.file_lock


def test_two_never_prepare_at_once(lock):
    with lock() as first, lock() as second:
        assert first()
        assert not second()
    with lock() as third:
        assert third()


def test_whoever_waits_says_so_once(lock, monkeypatch):
    said, pauses = [], []
    with lock() as first:
        assert first()
        ended = [None, None, first]

        def pause(seconds):
            pauses.append(seconds)
            if ended[len(pauses) - 1]:
                raise KeyboardInterrupt

        monkeypatch.setattr(preparing.time, "sleep", pause)
        with pytest.raises(KeyboardInterrupt), preparing.preparing(said.append):
            raise AssertionError("both prepare at once")
    assert said == ["另一个启动正在准备，请稍候 Another start is preparing; waiting for it"]
    assert pauses == [preparing.PAUSE] * 3
