"""The pinned files say the same as pyproject.toml, and carry hashes but no address."""

import re
import tomllib
from importlib.metadata import distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.processes import PROJECT

PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)(.*)$")
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = DECLARED["project"]["dependencies"]
DEVELOP = DECLARED["dependency-groups"]["dev"]
FILES = ["requirements.txt", "requirements-dev.txt"]


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """The version of each package in a pinned file."""
    found = (PINNED.match(line) for line in read(name).splitlines())
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def mismatches(requirements: list[str], name: str) -> list[str]:
    """The requirements that no pin meets."""
    pinned = pins(name)

    def is_met(requirement: Requirement) -> bool:
        version = pinned.get(canonicalize_name(requirement.name))
        return version is not None and version in requirement.specifier

    return [text for text in requirements if not is_met(Requirement(text))]


def test_the_pins_are_what_pyproject_asks_for():
    assert mismatches(RUN, "requirements.txt") == []
    assert mismatches(RUN + DEVELOP, "requirements-dev.txt") == []


def test_pyproject_accounts_for_the_pins():
    """A package nobody asks for any more would be marked as asked for by nobody."""
    for name, requirements in (("requirements.txt", RUN), ("requirements-dev.txt", RUN + DEVELOP)):
        asked = {canonicalize_name(Requirement(text).name) for text in requirements}
        marked = set()
        package = ""
        for line in read(name).splitlines():
            match = PINNED.match(line)
            package = canonicalize_name(match[1]) if match else package
            if "orgchart (pyproject.toml" in line:
                marked.add(package)
        assert marked == asked


def test_what_is_developed_with_is_what_runs():
    develop = pins("requirements-dev.txt")
    assert {name: develop.get(name) for name in pins("requirements.txt")} == pins(
        "requirements.txt"
    )


def test_a_missing_or_outdated_pin_is_found():
    assert mismatches(["django>=99", "no-such-package"], "requirements.txt") == [
        "django>=99",
        "no-such-package",
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_a_hash(name):
    blocks = re.split(r"\n(?=[A-Za-z0-9])", read(name).strip())
    assert len(blocks) == len(pins(name))
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", FILES)
def test_no_pin_names_an_address(name):
    assert re.findall(r"\S*(?:://|index-url|find-links|@ file|git\+)\S*", read(name)) == []


def test_no_lock_file_records_addresses():
    locks = ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"]
    assert [name for name in locks if (PROJECT / name).exists()] == []


def test_the_pinned_packages_are_the_installed_ones():
    """Tests prove something about what is shipped only if they run with the same versions."""
    installed = {canonicalize_name(found.name): found.version for found in distributions()}
    pinned = pins("requirements.txt")
    both = pinned.keys() & installed.keys()
    assert {name for name in both if pinned[name] != installed[name]} == set()
