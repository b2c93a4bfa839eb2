"""Settings from the environment: one table, each with its default, its check and its meaning.

Every wrong value is reported at once, with its name, the cause and the mend, and the start stops.
`docs/reference/settings.md` shows this table; a test holds them equal.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from guiju.core.errors import Bilingual, GuijuError

SHORTEST_SECRET = 32


class SettingsError(GuijuError):
    """One or more settings are wrong (环境变量设置有误)."""

    code = "settings"
    zh = "环境变量设置有误，未启动：\n{subject}"
    en = "Settings are wrong; not started:\n{subject}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: `read` turns its text into a value or raises ValueError with the mend."""

    name: str
    default: str
    read: Callable[[str], Any]
    meaning: Bilingual


def _yes_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError("只能是 yes 或 no / must be yes or no")
    return text == "yes"


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ValueError(
                f"应为 {low} 到 {high} 的整数 / must be a whole number {low} to {high}"
            )
        return int(text)

    return read


def _hosts(text: str) -> list[str]:
    hosts = text.split()
    for host in hosts:
        if not re.fullmatch(r"\.?[A-Za-z0-9.-]+|\[[0-9a-f:]+\]", host):
            raise ValueError(
                f"“{host}” 不是主机名，多个以空格分隔 / is not a host name; separate by spaces"
            )
    return hosts


def _origins(text: str) -> list[str]:
    origins = text.split()
    for origin in origins:
        if not re.fullmatch(r"https?://[A-Za-z0-9.*:\[\]-]+", origin):
            raise ValueError(f"“{origin}” 应形如 https://host / must look like https://host")
    return origins


def _origin(text: str) -> str:
    if len(_origins(text)) != 1:
        raise ValueError("应为一个地址，形如 https://host / must be one address like https://host")
    return text


def _folder(text: str) -> Path:
    path = Path(text).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError(f"“{path}” 不是文件夹 / is not a folder")
    return path


def _secret(text: str) -> str:
    if text and len(text) < SHORTEST_SECRET:
        raise ValueError(
            "至少 32 个字符，或留空以自动生成 / at least 32 characters, or empty to make one"
        )
    return text


def _address(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", text):
        raise ValueError("应为一个邮箱地址 / must be one mail address")
    return text


def _parts(text: str) -> SplitResult:
    """Split an address; a port that is no port is a ValueError like any other wrong value."""
    parts = urlsplit(text)
    try:
        _ = parts.port
    except ValueError as error:
        raise ValueError("端口有误 / its port is wrong") from error
    return parts


def _database(text: str) -> dict[str, Any]:
    parts = _parts(text)
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": unquote(parts.path[1:])}
    if parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    if text:
        raise ValueError(
            "应为 sqlite:///文件 或 postgres://用户:口令@主机:端口/库名 /"
            " must be sqlite:///FILE or postgres://USER:PASSWORD@HOST:PORT/NAME"
        )
    return {}


def _mail(text: str) -> dict[str, Any]:
    if text in {"console", "memory"}:
        backend = "console" if text == "console" else "locmem"
        return {"EMAIL_BACKEND": f"django.core.mail.backends.{backend}.EmailBackend"}
    parts = _parts(text)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ValueError(
            "应为 console 或 smtp(s)://用户:口令@主机:端口 / must be console or smtp(s)://USER:PASSWORD@HOST:PORT"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


SETTINGS = (
    Setting("GUIJU_DEBUG", "no", _yes_no, Bilingual("开发模式：详细错误页；不可用于公开服务", "Development: detailed error pages; never in public service")),
    Setting("GUIJU_VAR", "var", _folder, Bilingual("数据文件夹：SQLite 数据库、上传文件、密钥", "Folder of the data: SQLite database, uploads, secret key")),
    Setting("GUIJU_DATABASE_URL", "", _database, Bilingual("数据库；空则为数据文件夹中的 SQLite", "Database; empty means SQLite in the data folder")),
    Setting("GUIJU_SECRET_KEY", "", _secret, Bilingual("签名密钥；空则生成并存于数据文件夹", "Signing key; empty makes one and keeps it in the data folder")),
    Setting("GUIJU_HOSTS", "127.0.0.1 localhost [::1]", _hosts, Bilingual("允许的主机名，以空格分隔", "Host names that are served, separated by spaces")),
    Setting("GUIJU_ORIGINS", "", _origins, Bilingual("反向代理后的可信来源，如 https://host", "Trusted origins behind a proxy, such as https://host")),
    Setting("GUIJU_PROXIES", "0", _number(0, 9), Bilingual("前面有几层可信的反向代理；登录锁定据此识别来源地址", "How many trusted proxies stand in front; the lock-out finds the sender's address by it")),
    Setting("GUIJU_URL", "http://127.0.0.1:8000", _origin, Bilingual("本站对外地址，用于邮件中的链接", "Public address of this site, for the links in mail")),
    Setting("GUIJU_HTTPS", "no", _yes_no, Bilingual("仅以 HTTPS 服务：安全 Cookie 与 HSTS", "Served by HTTPS only: secure cookies and HSTS")),
    Setting("GUIJU_MAIL", "console", _mail, Bilingual("邮件：console 或 smtp(s)://…", "Mail: console or smtp(s)://…")),
    Setting("GUIJU_MAIL_FROM", "guiju@localhost", _address, Bilingual("发件人地址", "Sender's address")),
    Setting("GUIJU_MAX_UPLOAD_MB", "20", _number(1, 1000), Bilingual("单个上传文件的上限（MB）", "Largest single upload, in MB")),
)  # fmt: skip


def read_settings(environ: Mapping[str, str]) -> dict[str, Any]:
    """The values of all settings by name. Raises SettingsError that lists every wrong one."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for setting in SETTINGS:
        text = environ.get(setting.name, setting.default).strip()
        try:
            values[setting.name] = setting.read(text)
        except ValueError as reason:
            wrong.append(f"  {setting.name}={text!r}: {reason}")
    known = {setting.name for setting in SETTINGS} | {"GUIJU_SHARED"}
    wrong += [
        f"  {name}: 没有这个设置，请核对拼写 / there is no such setting; check its spelling"
        for name in sorted(environ)
        if name.startswith("GUIJU_") and name not in known
    ]
    if wrong:
        raise SettingsError("\n".join(wrong))
    return values


def kept_secret(folder: Path) -> str:
    """The signing key of this installation, made once and readable by its owner only."""
    file = folder / "secret-key"
    if not file.exists():
        make_private(folder)
        new = folder / f"secret-key-{secrets.token_hex(8)}"
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(48), "utf-8")
        with suppress(FileExistsError):  # another process was first: its key counts
            file.hardlink_to(new)
        new.unlink()
    key = file.read_text("utf-8").strip()
    if len(key) < SHORTEST_SECRET:
        raise SettingsError(
            f"  {file}: 密钥不完整，请删除该文件后重新启动 / the key is not whole; remove the file and start again"
        )
    return key


def make_private(folder: Path) -> None:
    """Make the folder of the data if it is not there, for its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
