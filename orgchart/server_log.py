"""The server's own warnings, as JSON lines like all others."""

import logging
import sys

from gunicorn.glogging import Logger

from orgchart.logs import JsonLines


class ServerLog(Logger):
    """gunicorn makes one of these; see start.py."""

    def setup(self, cfg):
        """Say on standard output, one line each, what gunicorn would say in a form of its own."""
        super().setup(cfg)
        output = logging.StreamHandler(sys.stdout)
        output.setFormatter(JsonLines())
        self.error_log.handlers = [output]
