"""Django's settings, all from the environment table in `environment.py`."""

import os
import sys
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from guiju.config.environment import SettingsError, kept_secret, make_private, read_settings

try:
    ENV = read_settings(os.environ)
    VAR = ENV["GUIJU_VAR"]
    SECRET_KEY = ENV["GUIJU_SECRET_KEY"] or kept_secret(VAR)
except SettingsError as error:
    sys.exit(str(error))

PACKAGE = "guiju"
DEBUG = ENV["GUIJU_DEBUG"]
ALLOWED_HOSTS = ENV["GUIJU_HOSTS"]
CSRF_TRUSTED_ORIGINS = ENV["GUIJU_ORIGINS"]
SITE_URL = ENV["GUIJU_URL"]
PROXIES = ENV["GUIJU_PROXIES"]
MAX_UPLOAD_BYTES = ENV["GUIJU_MAX_UPLOAD_MB"] * 1024 * 1024

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "bootstrap",
    "guiju.web",
    "guiju.apps.journal",
    "guiju.apps.accounts",
    "guiju.apps.governance",
    "guiju.apps.catalogue",
    "guiju.apps.library",
    "guiju.apps.conformity",
    "guiju.apps.development",
    "guiju.apps.exchange",
    "guiju.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "guiju.web.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "guiju.apps.accounts.middleware.ViewerMiddleware",
    "guiju.web.middleware.AccessMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "guiju.config.urls"
WSGI_APPLICATION = "guiju.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "guiju.web.context.page",
                "guiju.apps.accounts.context.notices",
            ],
            "builtins": ["guiju.web.templatetags.guiju"],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": ENV["GUIJU_DATABASE_URL"]
    or {"ENGINE": "django.db.backends.sqlite3", "NAME": str(VAR / "guiju.sqlite3")}
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    make_private(VAR)
    # Writers queue instead of failing, and readers are not held up by them.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
GUIJU_INDEX = VAR / "index"  # the search index; it can always be built anew
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "guiju.apps.accounts.backends.SeatBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "guiju.apps.accounts.passwords.PolicyValidator"},
]
LOGIN_URL = "accounts:sign_in"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = "guiju.apps.accounts.passwords.failure_limit"
AXES_COOLOFF_TIME = "guiju.apps.accounts.passwords.lockout_time"
AXES_LOCKOUT_CALLABLE = "guiju.apps.accounts.views.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "guiju.apps.accounts.addresses.client_address"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV["GUIJU_HTTPS"]
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV["GUIJU_HTTPS"] else None
SECURE_HSTS_SECONDS = 31_536_000 if ENV["GUIJU_HTTPS"] else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "guiju.web.error_pages.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [str(Path(__file__).parents[1] / "locale")]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
# The sheets of a text's HTML lie with what writes it; its file holds them too.
STATICFILES_DIRS = [
    ("document", str(Path(__file__).parents[1] / "core" / "documents" / "outputs" / "sheets"))
]
STATIC_ROOT = str(VAR / "static")
MEDIA_ROOT = str(VAR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# What was handed in is for the service alone, not for other accounts of the machine.
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
# A body above this is refused before it is parsed; a form's own limit says it in words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "guiju.web.uploads.LimitHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

globals().update(ENV["GUIJU_MAIL"])
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV["GUIJU_MAIL_FROM"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}},
}
