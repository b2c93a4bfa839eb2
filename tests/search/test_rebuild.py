"""A rebuild is never seen half done, whoever dies on the way."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from guiju.search import Query, Reader, Writer, execute, rebuild
from tests.search.corpus import BOOK, TODAY

CHECKOUT = Path(__file__).parents[2]


def total(reader):
    return execute(reader, Query(on=TODAY)).total


def folders(root):
    return [path for path in root.iterdir() if path.is_dir()]


def start(script, root, *, wait_for="ready"):
    """Another process that runs the script and says when it is where the test wants it."""
    head = """
        import sys, time
        from pathlib import Path
        from guiju.search import *
        from tests.search.corpus import BOOK, TODAY
        root = Path(sys.argv[1])
        def ready():
            print("ready", flush=True)
            sys.stdin.readline()
    """
    code = textwrap.dedent(head) + textwrap.dedent(script)
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(root)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": "src"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().strip() == wait_for
    return process


def finish(process):
    process.stdin.write("\n")
    process.stdin.close()
    out = process.stdout.read()
    process.stdout.close()
    assert process.wait() == 0
    return out.strip()


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_the_old_index_answers_until_the_new_one_is_whole(tmp_path):
    rebuild(tmp_path, BOOK[:2])
    reader = Reader(tmp_path)
    seen = []

    def entries():
        for one in BOOK:
            seen.append(total(reader))
            yield one

    assert rebuild(tmp_path, entries()) == len(BOOK)
    assert set(seen) == {2}
    assert total(reader) == len(BOOK)
    assert len(folders(tmp_path)) == 1


def test_what_changes_during_a_rebuild_is_caught_up(tmp_path):
    rebuild(tmp_path, BOOK[:2])

    def catch_up(writer):
        writer.remove(1)
        writer.put(BOOK[4])

    assert rebuild(tmp_path, BOOK[:3], catch_up=catch_up) == 3
    assert sorted(hit.id for hit in execute(Reader(tmp_path), Query(on=TODAY)).hits) == [2, 3, 5]


def test_a_rebuild_that_fails_changes_nothing(tmp_path):
    rebuild(tmp_path, BOOK[:2])

    def entries():
        yield BOOK[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rebuild(tmp_path, entries())
    assert total(Reader(tmp_path)) == 2
    rebuild(tmp_path, BOOK)
    assert len(folders(tmp_path)) == 1


def test_a_rebuild_killed_midway_leaves_the_old_index_and_is_swept(tmp_path):
    rebuild(tmp_path, BOOK[:2])
    process = start(
        """
        def entries():
            yield from BOOK[:5]
            ready()
        rebuild(root, entries())
        """,
        tmp_path,
    )
    assert len(folders(tmp_path)) == 2
    kill(process)
    assert total(Reader(tmp_path)) == 2
    rebuild(tmp_path, BOOK[:3], patience=0)
    assert total(Reader(tmp_path)) == 3
    assert len(folders(tmp_path)) == 1


def test_a_writer_killed_midway_leaves_the_old_state_and_no_lock(tmp_path):
    rebuild(tmp_path, BOOK[:2])
    process = start(
        """
        with Writer.open(root) as writer:
            writer.put(BOOK[3])
            writer.commit()
            writer.put_all(BOOK)
            writer.remove(1)
            ready()
        """,
        tmp_path,
    )
    reader = Reader(tmp_path)
    assert total(reader) == 3
    kill(process)
    assert total(Reader(tmp_path)) == 3
    with Writer.open(tmp_path, patience=0) as writer:
        writer.put(BOOK[4])
    assert total(reader) == 4


def test_another_process_reads_while_this_one_writes(tmp_path):
    rebuild(tmp_path, BOOK[:1])
    process = start(
        """
        reader = Reader(root)
        def total():
            return execute(reader, Query(on=TODAY)).total
        before = total()
        ready()
        print(before, total())
        """,
        tmp_path,
    )
    with Writer.open(tmp_path) as writer:
        writer.put_all(BOOK)
    assert finish(process) == f"1 {len(BOOK)}"


def test_another_process_follows_a_swap(tmp_path):
    rebuild(tmp_path, BOOK[:1])
    process = start(
        """
        reader = Reader(root)
        before = execute(reader, Query(on=TODAY)).total
        ready()
        print(before, execute(reader, Query(on=TODAY)).total)
        """,
        tmp_path,
    )
    rebuild(tmp_path, BOOK[:7])
    assert finish(process) == "1 7"


def test_readers_never_see_emptiness_while_indexes_come_and_go(tmp_path):
    rebuild(tmp_path, BOOK)
    over = threading.Event()
    seen, wrong = set(), []

    def read():
        reader = Reader(tmp_path)
        while not over.is_set():
            try:
                seen.add(total(reader))
                Reader(tmp_path).view()
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for one in threads:
        one.start()
    for _ in range(8):
        rebuild(tmp_path, BOOK)
        with Writer.open(tmp_path) as writer:
            writer.put_all(BOOK[:5])
    over.set()
    for one in threads:
        one.join()
    assert (seen, wrong) == ({len(BOOK)}, [])


def test_a_forked_process_reads_what_its_parent_opened(tmp_path):
    rebuild(tmp_path, BOOK)
    process = start(
        """
        import os
        reader = Reader(root)
        first = execute(reader, Query(on=TODAY)).total
        child = os.fork()
        if not child:
            os._exit(execute(reader, Query(on=TODAY, text="质量")).total)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        ready()
        print(first, status)
        """,
        tmp_path,
    )
    assert finish(process) == f"{len(BOOK)} 3"
