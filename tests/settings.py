"""The product's settings, with a folder of its own and a fast password hasher."""

import os
import tempfile

os.environ.setdefault("GUIJU_VAR", tempfile.mkdtemp(prefix="guiju-test-"))
os.environ.setdefault("GUIJU_MAIL", "memory")

from guiju.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {  # plain names: no collectstatic before the tests
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# Two processes of tests never see each other's files.
MEDIA_ROOT = os.path.join(MEDIA_ROOT, os.environ.get("PYTEST_XDIST_WORKER", "alone"))  # noqa: F405, PTH118
