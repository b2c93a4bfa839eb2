"""`guiju work`: what happens beside the pages (后台任务): index, imports, judgements, notices."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date

import click

from guiju.cli.database import set_up

PAUSE = 1.0  # seconds; a change is in the index a second or two after it was stored
LONGEST_PAUSE = 64.0  # seconds, when nothing works: the database or the disk is gone
PATIENCE = 10.0  # seconds that a worker has to end; what it was doing is whole or undone
_log = logging.getLogger(__name__)


@click.command()
@click.option("--once", is_flag=True, help="Do what waits now and end.")
@click.option("--with-parent", is_flag=True, help="End when the process that started it ends.")
def work(once: bool, with_parent: bool) -> None:
    """Keep the search index in step, run imports and judgements that wait, tell watchers. 后台任务。

    One worker serves a data folder; another one waits until the first has ended.
    """
    parent = os.getppid()
    set_up()
    from guiju.web.worker import the_only_one

    asked_to_stop = _stopped_by_signal()

    def stop() -> bool:
        return asked_to_stop() or (with_parent and os.getppid() != parent)

    while True:
        with the_only_one() as is_ours:
            if is_ours:
                _work(stop, once=once)
                return
        if once:
            click.echo("另一个后台任务正在运行。 Another worker is running.", err=True)
            return
        if stop():
            return
        time.sleep(PAUSE)


def _work(stop: Callable[[], bool], *, once: bool) -> None:
    told: date | None = None
    pause = PAUSE
    while True:
        done = [_try(_index), _try(lambda: _import(stop)), _try(lambda: _judge(stop))]
        if told != (today := _today()):
            done.append(_try(_tell))
            told = today if done[-1] else told
        if once or stop():
            return
        pause = PAUSE if all(done) else min(2 * pause, LONGEST_PAUSE)
        _wait(pause, stop)


def _wait(seconds: float, stop: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and not stop():
        time.sleep(min(left, PAUSE))


def _try(act: Callable[[], None]) -> bool:
    """One act that fails must not keep the others from being done; the next round tries again."""
    from django.db import close_old_connections

    try:
        act()
    except Exception:
        _log.exception("The worker could not do one of its acts; it tries again")
        close_old_connections()
        return False
    return True


def _index() -> None:
    from guiju.apps.catalogue.services import indexing as editions
    from guiju.apps.library.services import indexing as texts
    from guiju.search.errors import IndexBusy

    for one in (editions, texts):  # what changed of an edition is passed on to its texts
        with suppress(IndexBusy):  # the command line is at it
            one.bring_up_to_date()


def _import(stop: Callable[[], bool]) -> None:
    from guiju.apps.catalogue.services.waiting import run_waiting, take_up_again

    take_up_again()
    run_waiting(after_step=lambda: _try(_index), stop=stop)


def _judge(stop: Callable[[], bool]) -> None:
    from guiju.apps.conformity.services.judgements import delete_expired
    from guiju.apps.conformity.services.judging import run_waiting

    delete_expired(on=_today(), stop=stop)
    run_waiting(stop=stop)


def _tell() -> None:
    from guiju.apps.accounts.selectors.viewers import operator
    from guiju.apps.catalogue.services.telling import tell
    from guiju.apps.development.services.guests import clear_unverified
    from guiju.apps.development.services.notices import remind
    from guiju.apps.development.services.reviews import open_due_reviews

    tell(on=_today(), by=operator(_today()))
    for key, why in open_due_reviews(by=operator(_today())).refused.items():
        _log.warning("The review of %s is due and cannot begin: %s", key, why.en)
    remind(on=_today(), by=operator(_today()))
    clear_unverified(on=_today())


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _stopped_by_signal() -> Callable[[], bool]:
    """Asked after each round: has somebody told this process to end?"""
    asked: list[int] = []
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda number, frame: asked.append(number))
    return lambda: bool(asked)


@contextmanager
def worker_beside() -> Iterator[None]:
    """A worker that lives as long as the server does."""
    command = [sys.executable, "-c", "from guiju.cli.main import main; main()", "work"]
    child = subprocess.Popen([*command, "--with-parent"])  # noqa: S603 - our own program
    try:
        yield
    finally:
        child.terminate()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
