"""Settings, read from the environment; the README has the table."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from orgchart import environment
from orgchart.secret import FEWEST, SHORTEST, is_weak, read_key

BASE_DIR = Path(__file__).resolve().parent.parent
# All that a running server writes: the embedded database, the key, the static files.
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / "data")
SECRET_KEY_FILE = DATA_DIR / "secret_key"

DEBUG = environment.switch("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY") or read_key(SECRET_KEY_FILE)
if not SECRET_KEY and DEBUG:
    SECRET_KEY = "only-for-development-on-ones-own-machine-and-never-elsewhere"
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set; set it to a long random text, or run"
        " “manage.py start” once, which makes a key and keeps it."
    )
if is_weak(SECRET_KEY):
    raise ImproperlyConfigured(
        f"SECRET_KEY is too easy to guess: it must have at least {SHORTEST} characters,"
        f" at least {FEWEST} different ones, and not begin with django-insecure-."
    )

ROOT_URLCONF = "orgchart.urls"
WSGI_APPLICATION = "orgchart.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # Our own come first, so that their templates win over the admin's.
    "departments",
    "roles",
    "orgchart",
    "mptt",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "orgchart.login_records.LoginRecords",
    "csp",
]
MIDDLEWARE = [
    "orgchart.middleware.log_request",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "orgchart.middleware.refuse_malformed_addresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "orgchart.middleware.replace_one_time_password",
    # Must be last: it turns a login that was refused too often into our 429 page.
    "axes.middleware.AxesMiddleware",
]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Finished pages, in each worker's memory (views/keeping.py); at most some 50 MB.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "orgchart.context.charts",
            ]
        },
    }
]

# Data. No ATOMIC_REQUESTS: with BEGIN IMMEDIATE every page view would wait for the writers.
DATABASES = {"default": environment.database("DATABASE_URL", DATA_DIR / "orgchart.sqlite3")}
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# A department with a hundred duties sends more fields than Django's thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Language and time. Chinese has the plain addresses, English lives below /en/.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "orgchart" / "locale"]
USE_TZ = True
TIME_ZONE = environment.text("TIME_ZONE", "Asia/Shanghai")
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(
        f"TIME_ZONE is “{TIME_ZONE}”, but it must be a name such as Asia/Shanghai."
    )

# Static files: hashed, compressed, served by WhiteNoise.
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "orgchart.static_files.HashedFiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC if DEBUG else HASHED_STATIC},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Fonts and pictures are compressed already; source maps are large and rarely asked for.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    *("jpg", "jpeg", "png", "gif", "webp", "ico", "zip", "gz", "br"),
    *("woff", "woff2", "map", "xlsx", "docx", "pdf"),
]

# Where people come from.
ADDRESS = environment.text("ADDRESS", "127.0.0.1")
PORT = environment.number("PORT", 8000, 1, 65535)
WORKERS = environment.number("WORKERS", 2, 1, 64)
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")
HTTPS = environment.switch("HTTPS")
# Only behind a proxy that sets X-Forwarded-Proto and X-Forwarded-For itself:
# anybody else could write them.
TRUST_PROXY = environment.switch("TRUST_PROXY")
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What the browser is told.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # probes come without HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "orgchart.views.errors.form_expired"

# Logging in.
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": VALIDATION + "CommonPasswordValidator"},
    {"NAME": "orgchart.logins.AnotherPassword"},
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Name and address together: nobody can lock another person out from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "orgchart.views.errors.too_many_logins"
AXES_CLIENT_IP_CALLABLE = "orgchart.visitors.client_address"
AXES_VERBOSE = False
# An operator needs the address of whoever tries passwords; in place of a name, people
# sometimes type their password.
AXES_SENSITIVE_PARAMETERS = ["username"]

# The API: the same for everybody, so it looks for no user. Each process counts its own requests.
API_RATE = "600/min"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "orgchart.api.pages.Pages",
    "DEFAULT_THROTTLE_CLASSES": ["orgchart.api.throttle.Throttle"],
    "DEFAULT_SCHEMA_CLASS": "orgchart.api.schema.Description",
}
SPECTACULAR_SETTINGS = {
    "TITLE": _("Marketing org charts"),
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_PUBLIC": True,
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "ENUM_NAME_OVERRIDES": {
        "Basis": "departments.models.Basis",
        "ChartKind": "departments.models.Chart.Kind",
        "DepartmentKind": "departments.models.Department.Kind",
        "RelationKind": "departments.models.Relation.Kind",
    },
}

# One JSON line a request on standard output, and nothing of it written anywhere else.
LOG_LEVEL = environment.choice("LOG_LEVEL", "INFO", ["DEBUG", "INFO", "WARNING", "ERROR"])
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "orgchart.logs.JsonLines"}},
    "handlers": {
        "output": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "json",
        }
    },
    "root": {"handlers": ["output"], "level": "WARNING"},
    "loggers": {
        "orgchart": {"level": LOG_LEVEL},
        # Without this, Django's own console handler repeats each line while DEBUG is on.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # Each request has its line already, and views/errors.py writes the traces.
        "django.request": {"level": "ERROR" if DEBUG else "CRITICAL"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
