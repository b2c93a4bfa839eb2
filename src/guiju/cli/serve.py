"""`guiju serve` and `guiju demo`: the product on this machine, by gunicorn."""

import gc
import os
import socket
from typing import Any

import click

from guiju.cli.database import set_up
from guiju.cli.work import worker_beside
from guiju.core.errors import InputError

_COLLECT_AFTER = 50_000  # objects more than before


class PortTakenError(InputError):
    """Somebody else listens there (端口被占用)."""

    code = "port_taken"
    zh = "端口 {subject} 已被占用。请换一个，例如 ./run demo 8001。"
    en = "Port {subject} is taken. Choose another, for example ./run demo 8001."


def _must_be_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTakenError(str(port)) from error


def _is_reached_at(host: str, port: int) -> None:
    """Links in feeds and mails lead here, unless the settings know a public address."""
    shown = f"[{host}]" if ":" in host else host
    os.environ.setdefault("GUIJU_URL", f"http://{shown}:{port}")


def _warm_up() -> None:
    """Load now what the first reader would wait for, and let the collector pass it by.

    A search makes many short-lived objects; with Python's own threshold a fifth of its time went
    into looking through them and through the tables that always stay.
    """
    from django.template.loader import get_template
    from django.utils import timezone

    from guiju.apps.catalogue.selectors.search_answer import warm_up
    from guiju.web.viewer import Viewer

    get_template("catalogue/search.html")
    warm_up(Viewer(today=timezone.localdate()))
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER, 20, 20)


def _listen(host: str, port: int, workers: int) -> None:
    from django.core.management import call_command
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
        """gunicorn with our application and no configuration file."""

        def load_config(self) -> None:
            bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            options: dict[str, Any] = {
                "bind": bind,
                "workers": workers,
                "threads": 4,
                "worker_class": "gthread",
                "loglevel": "warning",
                "control_socket_disable": True,
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from django.core.wsgi import get_wsgi_application

            application = get_wsgi_application()
            _warm_up()
            return application

    call_command("collectstatic", verbosity=0, interactive=False)
    with worker_beside():
        Server().run()


host_option = click.option("--host", default="127.0.0.1", show_default=True)
port_option = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
workers_option = click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)


@click.command()
@host_option
@port_option
@workers_option
def serve(host: str, port: int, workers: int) -> None:
    """Serve this installation. 启动服务。"""
    _must_be_free(host, port)
    _is_reached_at(host, port)
    set_up()
    click.echo(f"http://{host}:{port}/")
    _listen(host, port, workers)


@click.command()
@host_option
@port_option
@workers_option
@click.option("--load-only", is_flag=True, help="Load the demonstration and stop. 只载入，不启动。")
def demo(host: str, port: int, workers: int, load_only: bool) -> None:
    """Load the demonstration (once) and serve it. 载入演示数据并启动。"""
    if not load_only:
        _must_be_free(host, port)
        _is_reached_at(host, port)
    set_up()
    from guiju.cli.demonstration import ACCOUNTS, PASSWORD, load

    load(say=lambda line: click.echo(line, err=True))
    if load_only:
        return
    click.echo(f"""
  规矩 Guiju    http://{host}:{port}/      English  http://{host}:{port}/en/
  标准 Standards http://{host}:{port}/standards/
  台账 Ledger   http://{host}:{port}/plans/

  演示账户（口令均为）Demonstration accounts (password of all):  {PASSWORD}""")
    for name, zh, en in ACCOUNTS:
        click.echo(f"    {name:<10} {zh} · {en}")
    click.echo("\n  按 Ctrl+C 停止。 Press Ctrl+C to stop.\n")
    _listen(host, port, workers)
