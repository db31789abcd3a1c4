from departments.admin import article, chart, department, details, library, site

__all__ = ["article", "chart", "department", "details", "library", "site"]
