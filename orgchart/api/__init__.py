"""The API under /api/v1/: everything that is public, for reading, and nothing else.

It is the public face. It knows no users: who is logged in sees here what
everybody sees, the published charts and the library that all charts share.

A record is addressed by its key, inside a chart by the chart's key and its own:
/api/v1/departments/s1/marketing/. A key never changes and survives copying, so
the same department of two charts differs in the first part only. Where one
record points at another, its key stands, and both are in the same chart.
"""
