"""What becomes of static files on their way to the reader."""

from pathlib import Path

from django.core.files.base import ContentFile

from orgchart.static_files import HashedFiles
from tests.processes import PROJECT

SCRIPT = b"""// Draws.
const from = "https://example.org"; // kept
  // In steps.
draw(`//${from}`);
"""


def storage_in(folder: Path) -> HashedFiles:
    return HashedFiles(location=folder, base_url="/static/")


def saved(folder: Path, name: str) -> bytes:
    storage_in(folder).save(name, ContentFile(SCRIPT))
    return (folder / name).read_bytes()


def test_our_scripts_are_served_without_their_comments(tmp_path):
    assert saved(tmp_path, "js/chart/main.js") == (
        b'const from = "https://example.org"; // kept\ndraw(`//${from}`);\n'
    )


def test_the_copy_with_a_hash_in_its_name_is_the_same(tmp_path):
    plain = saved(tmp_path, "js/chart/main.js")
    storage = storage_in(tmp_path)
    list(storage.post_process({"js/chart/main.js": (storage, "js/chart/main.js")}))
    # The plain one goes when the other is there.
    [hashed] = tmp_path.glob("js/chart/main.*.js")
    assert hashed.read_bytes() == plain


def test_other_files_are_served_as_they_are(tmp_path):
    for name in ("js/notes.txt", "admin/js/core.js", "css/base.css"):
        assert saved(tmp_path, name) == SCRIPT


def test_no_line_of_a_text_begins_like_a_comment():
    """A comment ends a statement or begins a line of its own, never inside a template literal."""
    for script in (PROJECT / "static/js").rglob("*.js"):
        open_literal = False
        for line in script.read_text("utf-8").splitlines():
            assert not (open_literal and line.lstrip().startswith("//")), (script.name, line)
            open_literal ^= line.count("`") % 2 == 1
