"""Where the machine keeps what tests need."""

CHROMIUM = "/usr/bin/chromium"
