from orgchart.secret import make_key, read_key


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    file = tmp_path / "secret_key"
    make_key(file)
    first = read_key(file)
    make_key(file)
    assert read_key(file) == first
    assert len(first) > 50
    assert file.stat().st_mode & 0o777 == 0o600


def test_two_keys_differ(tmp_path):
    make_key(tmp_path / "one")
    make_key(tmp_path / "two")
    assert read_key(tmp_path / "one") != read_key(tmp_path / "two")


def test_no_file_is_no_key(tmp_path):
    assert read_key(tmp_path / "secret_key") == ""
