"""Log records as JSON, one a line."""

import json
import logging
from datetime import UTC, datetime

# What JSON leaves as it is, but some readers of logs take for the end of a line.
LINE_BREAKS = {0x85: r"\u0085", 0x2028: r"\u2028", 0x2029: r"\u2029"}


class JsonLines(logging.Formatter):
    """JSON writes a line break inside a value as an escape: nobody can forge a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str).translate(LINE_BREAKS)
