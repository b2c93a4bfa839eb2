"""Settings from the environment: defaults, values, and a sentence for each wrong one."""

from pathlib import Path

import pytest

from guiju.config.environment import SETTINGS, SettingsError, kept_secret, read_settings


def test_an_empty_environment_is_enough():
    values = read_settings({})
    assert values["GUIJU_DEBUG"] is False
    assert values["GUIJU_DATABASE_URL"] == {}
    assert values["GUIJU_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert values["GUIJU_MAX_UPLOAD_MB"] == 20
    assert set(values) == {one.name for one in SETTINGS}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("GUIJU_DEBUG", "yes", True),
        ("GUIJU_VAR", "/srv/guiju", Path("/srv/guiju")),
        ("GUIJU_HOSTS", "guiju.example  .guiju.example", ["guiju.example", ".guiju.example"]),
        ("GUIJU_ORIGINS", "https://guiju.example", ["https://guiju.example"]),
        ("GUIJU_MAX_UPLOAD_MB", "50", 50),
        (
            "GUIJU_DATABASE_URL",
            "sqlite:////srv/g.db",
            {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/g.db"},
        ),
        (
            "GUIJU_DATABASE_URL",
            "postgres://u:p%40ss@db:5433/guiju",
            {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": "guiju",
                "USER": "u",
                "PASSWORD": "p@ss",
                "HOST": "db",
                "PORT": "5433",
            },
        ),
        (
            "GUIJU_MAIL",
            "smtps://u:p@mail.example",
            {
                "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "EMAIL_HOST": "mail.example",
                "EMAIL_PORT": 465,
                "EMAIL_HOST_USER": "u",
                "EMAIL_HOST_PASSWORD": "p",
                "EMAIL_USE_SSL": True,
            },
        ),
    ],
)
def test_a_value(name, text, value):
    assert read_settings({name: text})[name] == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("GUIJU_DEBUG", "true"),
        ("GUIJU_DEBUG", ""),
        ("GUIJU_HOSTS", "http://x"),
        ("GUIJU_ORIGINS", "guiju.example"),
        ("GUIJU_DATABASE_URL", "mysql://x/y"),
        ("GUIJU_DATABASE_URL", "postgres://host"),
        ("GUIJU_DATABASE_URL", "postgres://host:port/name"),
        ("GUIJU_SECRET_KEY", "short"),
        ("GUIJU_MAIL", "mail.example"),
        ("GUIJU_MAIL", "smtp://mail.example:99999"),
        ("GUIJU_MAIL_FROM", "nobody"),
        ("GUIJU_MAX_UPLOAD_MB", "0"),
        ("GUIJU_MAX_UPLOAD_MB", "1.5"),
        ("GUIJU_MAX_UPLOAD_MB", "９"),
        ("GUIJU_VAR", __file__),
    ],
)
def test_a_wrong_value_is_named(name, text):
    with pytest.raises(SettingsError) as caught:
        read_settings({name: text})
    for sentence in caught.value.sentence:
        assert f"{name}={text!r}" in sentence


def test_every_wrong_value_is_named_at_once():
    with pytest.raises(SettingsError) as caught:
        read_settings({"GUIJU_DEBUG": "maybe", "GUIJU_HTTPS": "maybe", "GUIJU_DEBGU": "yes"})
    lines = caught.value.sentence.en.splitlines()
    assert [line.split("=")[0].split(":")[0].strip() for line in lines[1:]] == [
        "GUIJU_DEBUG",
        "GUIJU_HTTPS",
        "GUIJU_DEBGU",
    ]


def test_the_secret_is_made_once_and_kept_from_others(tmp_path):
    first = kept_secret(tmp_path / "var")
    assert kept_secret(tmp_path / "var") == first
    assert len(first) >= 48
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0
