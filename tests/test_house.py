"""The rules of the house, read off the sources: who imports whom, how long, what is where."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.processes import PROJECT

ROOMS = ("departments", "roles", "orgchart")
LONGEST = 300
FORBIDDEN_NAMES = {"services", "utils", "helpers", "managers", "signals"}

BOTH_MODELS = {"departments.models", "roles.models"}
OUTLINE = {"orgchart.outline"}
# Who may import what of ours besides itself; the first match counts.
MAY_IMPORT = [
    ("departments", set()),
    # What both rooms' admin pages and serializers have in common is written in departments.
    ("roles.admin", {"roles", "departments.models", "departments.admin.content"}),
    ("roles.serializers", {"roles", "departments.models", "departments.serializers"}),
    ("roles", {"departments.models"}),
    ("orgchart.outline", set()),
    ("orgchart.layout", OUTLINE),
    ("orgchart.lint", OUTLINE),
    ("orgchart.compare", OUTLINE),
    ("orgchart.exchange", OUTLINE),
    ("orgchart.matrix", OUTLINE),
    ("orgchart.stages", OUTLINE),
    ("orgchart.documents", OUTLINE | {"orgchart.layout", "orgchart.matrix"}),
    ("orgchart.storage", OUTLINE | BOTH_MODELS),
    ("orgchart.models", set()),
    ("orgchart.search", OUTLINE | BOTH_MODELS | {"orgchart.models"}),
    ("orgchart", {"departments", "roles"}),
]


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def lies_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


MODULES = {module_name(path): path for path in sources(*ROOMS)}


def imports(tree: ast.AST, module: str, *, is_package: bool = False) -> set[str]:
    """The modules of ours that a module imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = absolute(node, module, is_package=is_package)
            # `from package import name` imports the module package.name, if there is one.
            found |= {
                f"{origin}.{alias.name}" if f"{origin}.{alias.name}" in MODULES else origin
                for alias in node.names
            }
    return {name for name in found if name.split(".")[0] in ROOMS}


def absolute(node: ast.ImportFrom, module: str, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    base = module.split(".")[: None if is_package else -1]
    base = base[: len(base) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def imports_of(module: str) -> set[str]:
    path = MODULES[module]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return imports(tree, module, is_package=path.name == "__init__.py")


def trespasses(module: str, imported: set[str]) -> set[str]:
    """The imports that the table does not allow."""
    own, allowed = next(row for row in MAY_IMPORT if lies_in(module, row[0]))
    allowed = allowed | {own}
    return {name for name in imported if not any(lies_in(name, place) for place in allowed)}


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Ways round through the imports."""
    found, done = [], set()

    def visit(module: str, way: list[str]) -> None:
        if module in way:
            found.append([*way[way.index(module) :], module])
        elif module not in done:
            for imported in sorted(graph.get(module, ())):
                visit(imported, [*way, module])
            done.add(module)

    for module in sorted(graph):
        visit(module, [])
    return found


def inner_imports(tree: ast.AST) -> list[int]:
    """The lines of imports inside functions."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    return [
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, functions)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_nobody_imports_what_the_table_does_not_allow(module):
    assert trespasses(module, imports_of(module)) == set()


def test_no_imports_run_in_a_circle():
    graph = {module: imports_of(module) - {module} for module in MODULES}
    assert cycles(graph) == []


@pytest.mark.parametrize("path", sources(*ROOMS, "tests"), ids=module_name)
def test_a_file_is_short_and_imports_at_its_top(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST or is_migration(path)
    assert inner_imports(ast.parse(text)) == []


def is_migration(path: Path) -> bool:
    """Django writes these, and nobody edits them."""
    return path.parent.name == "migrations"


def test_no_module_is_named_after_nothing():
    assert [name for name in MODULES if FORBIDDEN_NAMES & set(name.split("."))] == []


def test_a_trespass_would_be_found():
    assert trespasses("departments.views", {"roles.models"}) == {"roles.models"}
    assert trespasses("roles.views", {"departments.views"}) == {"departments.views"}
    assert trespasses("orgchart.layout", {"orgchart.storage"}) == {"orgchart.storage"}
    assert trespasses("orgchart.views.pages", {"orgchart.lint", "roles.models"}) == set()


def test_relative_imports_are_followed():
    tree = ast.parse("from .models import Chart\nfrom . import admin\nfrom ..roles import models")
    found = imports(tree, "departments.views")
    assert found >= {"departments.models", "roles.models"}


def test_a_circle_would_be_found():
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == [["a", "b", "c", "a"]]
    assert cycles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_an_inner_import_would_be_found():
    assert inner_imports(ast.parse("def view():\n    import json\n")) == [2]


def pages() -> list[Path]:
    return sorted(PROJECT.glob("templates/**/*.html")) + sorted(
        path for room in ROOMS for path in (PROJECT / room).glob("templates/**/*.html")
    )


INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script body": re.compile(
        r"<script(?![^>]*type=[\"'](?:application/(?:ld\+)?json|text/template))[^>]*>\s*[^<\s]",
        re.IGNORECASE,
    ),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
}


TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(PROJECT)))
@pytest.mark.parametrize("what", INLINE)
def test_a_page_carries_nothing_that_the_policy_blocks(path, what):
    markup = TAG.sub("", path.read_text(encoding="utf-8"))
    assert INLINE[what].findall(markup) == []


def test_something_inline_would_be_found():
    for what, markup in {
        "a style attribute": '<p class="a" style="x">',
        "a style element": "<style>",
        "a script body": "<script>alert(1)</script>",
        "an event attribute": '<b onclick="x">',
    }.items():
        assert INLINE[what].search(markup)
    assert not INLINE["a script body"].search('<script src="a.js" defer></script>')


# Names of vocabularies, not places that anything is fetched from.
VOCABULARIES = ("http://www.w3.org/", "https://www.w3.org/")


def test_nothing_is_fetched_from_elsewhere():
    foreign = defaultdict(list)
    for path in [*pages(), *sorted(PROJECT.glob("static/**/*"))]:
        if path.suffix not in {".html", ".css", ".js", ".svg"}:
            continue
        for address in re.findall(r"""(?:https?:)?//[a-z0-9-]+\.[^\s"'<>)]+""", text_of(path)):
            if not address.startswith(VOCABULARIES):
                foreign[str(path.relative_to(PROJECT))].append(address)
    assert foreign == {}


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


MACHINE = re.compile(r"(?<![\w./])/(?:work|home|root|Users|tmp)/\w+")
READ = {".py", ".html", ".css", ".js", ".toml", ".txt", ".md", ".po", ".json", ".svg", ""}


def own_files() -> list[Path]:
    folders = [PROJECT / name for name in (*ROOMS, "templates", "static", "fixtures", "tests")]
    inside = [path for folder in folders for path in folder.rglob("*")]
    top = [*PROJECT.glob("*.*"), *(PROJECT / ".ci").glob("*")]
    return [path for path in inside + top if path.is_file() and path.suffix in READ]


def test_no_file_names_a_place_on_somebodys_machine():
    named = {
        str(path.relative_to(PROJECT)): MACHINE.findall(text_of(path))
        for path in own_files()
        if "__pycache__" not in path.parts
    }
    assert {path: found for path, found in named.items() if found} == {}


def test_a_place_on_a_machine_would_be_found():
    assert MACHINE.search("see /" + "home/me/charts")
    assert not MACHINE.search("https://example.org/" + "home/page")
