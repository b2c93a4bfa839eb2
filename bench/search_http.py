"""Search through the full stack: HTTP, rights, facets, state on a day, suggestions; two processes.

Serves the real catalogue files (GUIJU_SHARED, else ../shared) from a data folder that is made once
and kept between runs (BENCH_VAR, else in the temporary folder). Beside it the bounds of the
same server: a page that has not changed (304) and a static file.

    python bench/search_http.py [SECONDS]
"""

import http.client
import multiprocessing
import os
import random
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlencode

from corpus import shared

CLIENTS, WORKERS = 4, 2
PAGES_A_CONNECTION = 5
ROUNDS = 300  # requests of each kind at one client
FILES = ("iso-iec.jsonl.zst", "sports-standards.json", "../classification/ics.jsonl")
CHINESE = re.compile("[\u4e00-\u9fff]{2,}")
WORD = re.compile("[A-Za-z]{4,}")
DAYS = ("1995-03-01", "2005-06-30", "2015-12-31", "2020-01-01")
COMMON = ("water", "steel", "information", "safety", "methods", "体育", "electrical", "quality")


def guiju(*arguments, **options):
    command = [sys.executable, "-c", "from guiju.cli.main import main; main()", *arguments]
    return subprocess.Popen(command, **options)


def data_folder():
    """The catalogue with its index, made on the first run."""
    default = Path(tempfile.gettempdir()) / "guiju-bench-catalogue"
    var = Path(os.environ.get("BENCH_VAR") or default)
    os.environ |= {"GUIJU_VAR": str(var), "GUIJU_MAIL": "memory", "GUIJU_DEBUG": "no"}
    if not (var / "index" / "current").exists():
        files = [shared() / name for name in FILES]
        if not all(path.exists() for path in files):
            sys.exit("the catalogue files are not there; GUIJU_SHARED names their folder")
        print(f"importing into {var} (once)", flush=True)
        guiju("catalogue", "import", *map(str, files)).wait()
    guiju("catalogue", "index", stdout=subprocess.DEVNULL).wait()
    return var


def questions(var):
    """Kind → addresses, drawn from the records themselves."""
    chance = random.Random(20260901)
    with sqlite3.connect(var / "guiju.sqlite3") as base:
        rows = base.execute(
            "SELECT key, title_zh, title_en FROM catalogue_edition WHERE title_zh || title_en <> ''"
        ).fetchall()
    chinese = [text for _, zh, _ in rows for text in CHINESE.findall(zh)]
    english = [words for _, _, en in rows if len(words := WORD.findall(en)) > 2]

    def sloppy():
        number = chance.choice(rows)[0]
        return chance.choice((number, number.lower(), number.replace(" ", ""), number[:-5]))

    def words(count):
        return " ".join(chance.choice(english)[:count])

    def two():
        run = chance.choice(chinese)
        at = chance.randrange(len(run) - 1)
        return run[at : at + 2]

    def begun():
        whole = chance.choice((sloppy(), words(3), two()))
        return whole[: chance.randrange(2, max(3, len(whole)))]

    def page(text, **more):
        return f"/standards/?{urlencode({'q': text, **more})}"

    makers = {
        "number": lambda: page(sloppy()),
        "keyword": lambda: page(words(chance.choice((2, 3)))),
        "two Chinese characters": lambda: page(two()),
        "facets": lambda: page(
            chance.choice(COMMON),
            level="international",
            ics=chance.choice(("13", "35", "25.040", "77")),
            sort="newest",
        ),
        "state on a past day": lambda: page(
            words(1), on=chance.choice(DAYS), state=chance.choice(("in_force", "superseded"))
        ),
        "typing": lambda: f"/standards/suggest?q={quote(begun())}",
        "API": lambda: (
            "/api/v1/catalogue/search?"
            + urlencode({"q": words(2), "facets": ["level", "state", "ics"]}, doseq=True)
        ),
    }
    return {kind: [make() for _ in range(ROUNDS)] for kind, make in makers.items()}


def ask(server, address, headers=None):
    server.request("GET", address, headers=headers or {})
    answer = server.getresponse()
    answer.read()
    return answer


def milliseconds(server, addresses, wanted, headers=None):
    times = []
    for address in addresses:
        began = time.perf_counter()
        answer = ask(server, address, headers)
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == wanted, (address, answer.status)
    return times


def told(kind, times):
    ordered = sorted(times)
    print(
        f"{kind:<28}{statistics.median(ordered):>8.1f}{ordered[int(len(ordered) * 0.99)]:>8.1f}"
        f"{ordered[-1]:>8.1f}",
        flush=True,
    )


def one_client(port, asked):
    print(f"\n{'one client, ms':<28}{'p50':>8}{'p99':>8}{'max':>8}")
    server = http.client.HTTPConnection("127.0.0.1", port)
    every = []
    for kind, addresses in asked.items():
        milliseconds(server, addresses[:20], 200)
        every += (times := milliseconds(server, addresses, 200))
        told(kind, times)
    told("all", every)
    mark = ask(server, "/standards/").headers["ETag"]
    bound = milliseconds(server, ["/standards/"] * ROUNDS, 304, {"If-None-Match": mark})
    told("bound: unchanged (304)", bound)
    sheet = re.search(r'/static/guiju/page[^"]*', _page(server)).group()
    told("bound: static file", milliseconds(server, [sheet] * ROUNDS, 200))


def _page(server):
    server.request("GET", "/standards/")
    return server.getresponse().read().decode()


def hammer(port, addresses, seconds, seed, counted):
    """One client among others, each a process of its own."""
    chance = random.Random(seed)
    until, done = time.perf_counter() + seconds, 0
    while time.perf_counter() < until:
        # As readers do: a connection for a few pages, so that both processes get their share.
        server = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(PAGES_A_CONNECTION):
            assert ask(server, chance.choice(addresses)).status == 200
            done += 1
        server.close()
    counted.put(done)


def cpu_seconds(server):
    """What the server's processes have used; the worker beside them does nothing meanwhile."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    used = 0
    for pid in children:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def many_clients(server, port, asked, seconds):
    load = os.getloadavg()[0]
    print(f"\n{CLIENTS} clients, {WORKERS} processes, {seconds} s each; load before {load:.1f}")
    pages = [one for kind, addresses in asked.items() if kind != "API" for one in addresses]
    mixes = {
        "pages and typing": pages,
        "API": asked["API"],
        "bound: /robots.txt": ["/robots.txt"],
    }
    for name, addresses in mixes.items():
        counted, before = multiprocessing.Queue(), cpu_seconds(server)
        clients = [
            multiprocessing.Process(target=hammer, args=(port, addresses, seconds, seed, counted))
            for seed in range(CLIENTS)
        ]
        for one in clients:
            one.start()
        total = sum(counted.get() for _ in clients)
        for one in clients:
            one.join()
        each = (cpu_seconds(server) - before) / total * 1000
        print(
            f"{name:<28}{total / seconds:>8.0f} requests/s, {each:.1f} ms of CPU each", flush=True
        )


def in_process(asked):
    """A number looked up without the network, as the command line does."""
    from urllib.parse import parse_qs, urlsplit

    os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.config.settings"
    import django

    django.setup()
    from django.utils import timezone

    from guiju.apps.catalogue.selectors.searching import Query, find
    from guiju.web.viewer import Viewer

    today = timezone.localdate()
    times = []
    for address in asked["number"]:
        text = parse_qs(urlsplit(address).query)["q"][0]
        began = time.perf_counter()
        find(Viewer(today), Query(text=text, on=today))
        times.append((time.perf_counter() - began) * 1000)
    print(f"\n{'in process, ms':<28}{'p50':>8}{'p99':>8}{'max':>8}")
    told("number look-up", times[20:])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    var, port = data_folder(), free_port()
    asked = questions(var)
    server = guiju(
        "serve", "--port", str(port), "--workers", str(WORKERS), stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        one_client(port, asked)
        many_clients(server, port, asked, seconds)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
    in_process(asked)


def _wait_for(port):
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("the server does not answer")


if __name__ == "__main__":
    main()
